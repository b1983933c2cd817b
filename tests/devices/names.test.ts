// Names of all kinds the whole way: typed, kept, listed, found by a piece from their middle, on the pass and on a slip.
import { safe } from '@orpc/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending as lendingKeys, putTestKey, worker } from '../support/keys.ts';
import { lending, putType, UMBRELLA } from '../support/loans.ts';
import { indexAll } from '../support/search.ts';
import { walkIn } from '../support/visits.ts';
import { simulatedPrinter } from './printer-desk.ts';

interface Name {
  readonly typed: string;
  /** As it is kept where that is not as it was typed. */
  readonly kept?: string;
  readonly found: readonly string[];
  /** Whether a Chinese printer has letters for it; else it is drawn. */
  readonly rom: boolean;
}

const HUNDRED = '长'.repeat(49) + '尾巴' + '名'.repeat(49);

const NAMES: Readonly<Record<string, Name>> = {
  'with a pictogram': { typed: '王🙂五', found: ['🙂', '🙂五', '五', 'wang'], rom: false },
  'of a pictogram of several parts': { typed: '邢👩‍👧‍👦家', found: ['家', '👧', 'xing'], rom: false },
  'in Arabic': { typed: 'محمد العلي', found: ['محمد', 'العلي', 'الع'], rom: false },
  'in Hebrew': { typed: 'דוד לוי', found: ['דוד', 'לוי'], rom: false },
  'of a hundred characters': { typed: HUNDRED, found: ['尾', '尾巴名', HUNDRED], rom: true },
  'with another point': {
    typed: '艾合买提・肉孜',
    kept: '艾合买提·肉孜',
    found: ['提·肉', '提肉', '肉孜'],
    rom: true,
  },
  'with a high point': {
    typed: '古丽 • 巴哈尔',
    kept: '古丽·巴哈尔',
    found: ['丽巴', '巴哈尔', '古丽・巴'],
    rom: true,
  },
  'outside GBK': { typed: '邬𠮷龦㼆', found: ['𠮷', '𠮷龦', '龦㼆', '㼆', 'wu'], rom: false },
  'with accents of their own': {
    typed: 'Jose\u0301 Wis\u0301niowiecki',
    kept: 'José Wiśniowiecki',
    found: ['josé', 'jose wisn', 'Wis\u0301nio', 'wiśniowiecki'],
    rom: false,
  },
  'in Korean from another system': {
    typed: '김철수'.normalize('NFD'),
    kept: '김철수',
    found: ['철수', '수', '김철수'.normalize('NFD')],
    rom: false,
  },
  'with a mark of direction': {
    typed: '\u200F萨米尔\u200E',
    kept: '萨米尔',
    found: ['米', '萨米尔'],
    rom: true,
  },
  'with a joiner that its script needs': {
    typed: 'می\u200Cخواهم',
    found: ['می\u200Cخواهم', 'میخ'],
    rom: false,
  },
  'of a compatibility character': { typed: '﨑谷凞', found: ['谷', '﨑谷'], rom: true },
};

let desk: TestDesk;
let printer: Awaited<ReturnType<typeof simulatedPrinter>>;
let api: ApiClient;
let umbrella: number;

beforeAll(async () => {
  printer = await simulatedPrinter();
  desk = await openTestDesk({ config: { printer: { host: '127.0.0.1', port: printer.port } } });
  const boss = await desk.signedIn('supervisor');
  umbrella = await putType(boss, { ...UMBRELLA, tracking: 'count' });
  await boss.loans.setStock({ commandId: uuidv7(), type: umbrella, desk: 'L1', total: 100 });
  api = await desk.signedIn();
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await printer.close();
});

/** What the next paper shows: its words without their blanks, and whether something on it is drawn. */
async function nextPaper(printed: number) {
  await vi.waitFor(() => expect(printer.jobs).toHaveLength(printed + 1), 10_000);
  const { lines, problem } = printer.jobs[printed] ?? {};
  expect(problem).toBeNull();
  const runs = (lines ?? []).flatMap((line) => (line.kind === 'text' ? line.runs : []));
  return {
    words: runs
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', ''),
    drawn: (lines ?? []).some(({ kind }) => kind === 'picture'),
  };
}

const phones = new Map(Object.keys(NAMES).map((what, at) => [what, `1370000${String(1000 + at)}`]));

test.for(Object.entries(NAMES))(
  'a visitor whose name is %s',
  async ([what, { typed, kept = typed, found, rom }]) => {
    const papers = printer.jobs.length;
    const phone = phones.get(what) ?? null;
    const form = { documentType: 'none', documentNumber: null, company: null, phone } as const;
    const { id } = await api.visitors.register(walkIn({ ...form, name: typed }));
    const { rows } = await api.visitors.list({ view: 'all' });
    expect(rows.find((row) => row.id === id)).toMatchObject({ name: kept });
    const open = async (text: string) => (await api.search.find({ text })).open.map(({ record }) => record);
    for (const text of found) expect(await open(text), text).toContain(id);
    const alike = await api.visitors.alike({
      ...form,
      name: kept,
      phone: null,
      except: null,
      expectedFrom: null,
    });
    expect(alike.map((each) => each.id)).toEqual([id]);

    const { words, drawn } = await nextPaper(papers);
    expect(words.includes(kept)).toBe(rom);
    expect(drawn).toBe(!rom);
    expect(words).not.toContain('?');

    await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
    indexAll(desk.backend);
    for (const text of found) {
      const { history } = await api.search.find({ text });
      expect(
        history.map(({ record }) => record),
        text,
      ).toContain(id);
    }
  },
);

test.for(Object.entries(NAMES))(
  'a borrower whose name is %s',
  async ([what, { typed, kept = typed, found, rom }]) => {
    const person = {
      kind: 'contractor',
      name: typed,
      phone: phones.get(what) ?? '',
      company: null,
      unit: null,
    } as const;
    let papers = printer.jobs.length;
    const lines = [{ type: umbrella, count: 1 }];
    const borrower = { from: 'new', person } as const;
    const { id } = await api.loans.lend(lending(lines, { borrower, printSlip: true }));
    const thing = await nextPaper(papers);
    papers += 1;
    const key = putTestKey(desk.backend);
    const [offered] = await api.borrowers.find({ text: kept });
    expect(offered).toMatchObject({ name: kept, holds: 1 });
    for (const text of found) {
      expect(
        (await api.borrowers.find({ text })).map(({ name }) => name),
        text,
      ).toContain(kept);
      expect(
        (await api.search.find({ text })).open.map(({ record }) => record),
        text,
      ).toContain(id);
    }
    await api.keys.lend(lendingKeys([key], { borrower: offered?.pick ?? worker('1'), printSlip: true }));
    for (const { words, drawn } of [thing, await nextPaper(papers)]) {
      expect(words.includes(kept)).toBe(rom);
      expect(drawn).toBe(!rom);
    }
    expect((await api.loans.get({ loan: id })).borrowerName).toBe(kept);
  },
);

test.each(['张\u200B三', '\u2060李四', '王\u202E五', '赵\u0000六', '\uFEFF', '·', '\u0301', 'x'.repeat(101)])(
  'a name that shows nothing, or other than what it is, is refused whole: case %#',
  async (name) => {
    const before = await api.visitors.counts();
    const { error } = await safe(api.visitors.register(walkIn({ name })));
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(JSON.stringify((error as { data?: unknown }).data)).toContain('"path":["name"]');
    expect(await api.visitors.counts()).toEqual(before);
  },
);
