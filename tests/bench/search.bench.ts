// The box, key by key, at many rows: its time, its worst pairs, its size, and its answers against brute force.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Backend } from '../../electron/backend/compose.ts';
import type { Db } from '../../electron/backend/database/handle.ts';
import { createPlaceFinder } from '../../electron/backend/places/place-finder.ts';
import { createSearchIndex } from '../../electron/backend/search/search.index.ts';
import { keysOf } from '../../electron/backend/search/search.keys.ts';
import { answers, readQuery } from '../../electron/backend/search/search.query.ts';
import { createSearch, type Search } from '../../electron/backend/search/search.service.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { openBenchDesk } from './desk.ts';
import { quantile, type BenchRun, type Measure, type Row, type Samples } from './measure.ts';
import { copyFolder } from './property.ts';
import { table } from './report.ts';
import { visitsFolder } from './search.bench.fill.ts';
import { keysTyped, PAIRS } from './search.bench.typing.ts';

const LIMIT = 20;
const WARM_UP = 200;
const PASSES = 3;
/** Texts of which all answers are held against every visit of the table. */
const COMPARED = 100;
const AT_MOST = 50;

/** `npm run bench -- --only box`: the table of design.md §9 asks for five million rows, `--rows 5000000`. */
export const box: Measure = {
  name: 'box',
  async run(bench) {
    const big = await openBox(bench, bench.rows);
    const small = await openBox(bench, Math.round(bench.rows / 10));
    const keys = { big: await typeAll(big), small: await typeAll(small) };
    const pairs = await typePairs(big);
    const wrong = await compare(big, bench.say);
    const size = sizeOf(big.backend.database.db);
    const rows: Row[] = [
      plain('box per key, middle', quantile(keys.big, 0.5), null),
      {
        ...{
          measure: 'box per key, p99',
          value: quantile(keys.big, 0.99),
          unit: 'ms',
          peer: 'a tenth of the rows',
        },
        peerValue: quantile(keys.small, 0.99),
        ...{
          ratio: quantile(keys.big, 0.99) / quantile(keys.small, 0.99),
          target: { of: 'value', atMost: 2 },
        },
      },
      plain('box per key, longest', Math.max(...keys.big), 10),
      {
        ...{
          measure: 'box per key, p99 ratio',
          value: quantile(keys.big, 0.99),
          unit: 'ms',
          peer: 'a tenth of the rows',
        },
        peerValue: quantile(keys.small, 0.99),
        ...{
          ratio: quantile(keys.big, 0.99) / quantile(keys.small, 0.99),
          target: { of: 'ratio', atMost: 5 },
        },
      },
      {
        ...{ measure: 'box per key, p99', value: quantile(keys.big, 0.99), unit: 'ms', peer: 'brute force' },
        ...{ peerValue: wrong.scanMs, ratio: wrong.scanMs / quantile(keys.big, 0.99), target: null },
      },
      plain('box, two frequent surnames, longest answer', Math.max(...pairs.whole), null),
      plain('box, two frequent surnames, longest without a turn', Math.max(...pairs.stretches), 10),
      plain('box, answers that differ from brute force', wrong.differing, 0, 'x'),
      {
        ...{
          measure: 'index beside its table',
          value: size.index / size.table,
          unit: 'x',
          peer: '',
          peerValue: null,
        },
        ...{ ratio: null, target: { of: 'value', atMost: 0.9 } },
      },
      plain('batch of 256 into the index, middle', quantile(big.batches, 0.5), null),
      plain('batch of 256 into the index, p99', quantile(big.batches, 0.99), null),
    ];
    bench.say(`${keys.big.length} keys typed; index ${Math.round(size.index / bench.rows)} bytes a visit`);
    for (const { backend } of [big, small]) await backend.close();
    return rows;
  },
};

interface Box {
  readonly backend: Backend;
  readonly search: Search;
  /** How long each batch took. */
  readonly batches: Samples;
  /** Times between two turns that a search gave to others, since they were last taken out. */
  readonly stretches: number[];
  readonly rows: number;
}

/** A copy of the visits, indexed as the program does it. */
async function openBox(bench: BenchRun, rows: number): Promise<Box> {
  const folder = bench.folder();
  copyFolder(await visitsFolder(rows, bench.say), folder);
  const { backend } = openBenchDesk(folder);
  const { database, registers } = backend;
  const index = createSearchIndex(database, registers.searched);
  const batches: number[] = [];
  for (let more = true; more;) {
    const began = performance.now();
    more = index.takeBatch();
    batches.push(performance.now() - began);
  }
  const stretches: number[] = [];
  let since = 0;
  const search = createSearch({
    ...{
      database,
      registers: registers.searched,
      finder: createPlaceFinder(database.db),
      codeOfTag: () => null,
      log: createSilentLog(),
    },
    clock: { now: () => performance.now() },
    async nextTurn() {
      stretches.push(performance.now() - since);
      await nextTurn();
      since = performance.now();
    },
  });
  const find: Search['find'] = async (text, limit) => {
    since = performance.now();
    const answer = await search.find(text, limit);
    stretches.push(performance.now() - since);
    return answer;
  };
  bench.say(`${rows} visits indexed in ${batches.length} batches`);
  return { backend, search: { ...search, find }, batches, stretches, rows };
}

/** The least time of each text in three passes over all of them: what other programs took falls away. */
async function typeAll({ search, backend, rows }: Box): Promise<Samples> {
  const texts = keysTyped(backend, rows);
  for (const text of texts.slice(0, WARM_UP)) await search.find(text, LIMIT);
  const least = texts.map(() => Infinity);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [at, text] of texts.entries()) {
      const began = performance.now();
      await search.find(text, LIMIT);
      least[at] = Math.min(least[at] ?? Infinity, performance.now() - began);
    }
  }
  return least;
}

async function typePairs({ search, stretches }: Box): Promise<{ whole: Samples; stretches: Samples }> {
  stretches.length = 0;
  const whole: number[] = [];
  for (const text of PAIRS) {
    const began = performance.now();
    await search.find(text, LIMIT);
    whole.push(performance.now() - began);
  }
  return { whole, stretches: [...stretches] };
}

/** The latest answers to some texts, beside what looking at every visit gives. */
async function compare({ search, backend, rows }: Box, say: (line: string) => void) {
  const { database, registers } = backend;
  const typed = keysTyped(backend, rows);
  const step = Math.max(1, Math.floor(typed.length / (COMPARED - PAIRS.length)));
  const texts = [...typed.filter((_, at) => at % step === 0), ...PAIRS];
  const queries = texts.map((text) => ({
    text,
    query: readQuery(text, registers.visitors.blindIndexes(text)),
  }));
  const expected = queries.map((): number[] => []);
  const records = database.db.connection.prepare('SELECT id FROM visit ORDER BY id DESC').pluck().iterate();
  say(`comparing ${texts.length} texts with every visit`);
  const began = performance.now();
  let asked = 0;
  for (const record of records) {
    const terms = registers.visitors.searchCard(database.db, Number(record))?.terms;
    if (!terms) continue;
    const keys = keysOf(terms);
    const before = performance.now();
    for (const [at, { query }] of queries.entries())
      if (answers(keys, query)) expected[at]?.push(Number(record));
    asked += performance.now() - before;
  }
  // One text alone would cost the reading of all rows, and a share of the comparing.
  const scanMs = performance.now() - began - asked * (1 - 1 / queries.length);
  const isOpen = new Set(registers.visitors.openItems(database.db));
  let differing = 0;
  for (const [at, { text }] of queries.entries()) {
    const { open, history } = await search.find(text, AT_MOST);
    const wanted = (expected[at] ?? []).filter((record) => !isOpen.has(record));
    const same = history.every(({ record }, place) => record === wanted[place]);
    const whole = history.length === Math.min(AT_MOST, wanted.length);
    const allOpen = open.length === AT_MOST || open.every(({ record }) => expected[at]?.includes(record));
    if (!same || !whole || !allOpen) differing += 1;
  }
  return { differing, scanMs };
}

function sizeOf(db: Db): { readonly index: number; readonly table: number } {
  const pages = (like: string): number =>
    Number(db.connection.prepare('SELECT sum(pgsize) FROM dbstat WHERE name LIKE ?').pluck().get(like));
  return { index: pages('search_%'), table: pages('visit') };
}

function plain(measure: string, value: number, atMost: number | null, unit: Row['unit'] = 'ms'): Row {
  const target = atMost === null ? null : ({ of: 'value', atMost } as const);
  return { measure, value, unit, peer: '', peerValue: null, ratio: null, target };
}

/** `node tests/bench/search.bench.ts [--rows N]`: this measure alone. */
async function alone(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '500000' } } });
  const scratch = mkdtempSync(join(tmpdir(), 'foyer-bench-box-'));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const folder = (): string => mkdtempSync(join(scratch, 'data-'));
    const none = async (): Promise<string> => Promise.reject(new Error('the box fills its own visits'));
    const rows = await box.run({ rows: Number(values.rows), folder, say, copyOf: none, filled: none });
    say(`\n${table(rows)}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.main) await alone();
