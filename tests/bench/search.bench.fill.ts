// Years of visits for the box: names as frequent as in life, each visit a row and an event of another desk's journal.
import { createHash } from 'node:crypto';
import companies from '../../resources/sample/companies.json' with { type: 'json' };
import people from '../../resources/sample/people.json' with { type: 'json' };
import { joinId } from '../../head-office/protocol/ids.ts';
import type { Tx } from '../../electron/backend/database/handle.ts';
import { insertEvent } from '../../electron/backend/journal/journal.store.ts';
import { visitorsProjector } from '../../electron/backend/registers/visitors/index.ts';
import type { StoredVisit } from '../../electron/backend/registers/visitors/visitors.row.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import { furnish, MORNING } from '../support/desk.ts';
import { openBenchDesk } from './desk.ts';
import { keptFolder } from './kept-folder.ts';

const SHAPE = [
  'db/migrations/*.ts',
  'electron/backend/registers/visitors/visitors.{fold,store}.ts',
  'resources/sample/*.json',
  'tests/bench/search.bench.fill.ts',
];
/** The journal of a desk that is not this one: nobody checks its chain here, so its events need no bytes. */
const JOURNAL = 7;
const INSIDE = 200;
const EXPECTED = 100;
const A_DAY = 600;
const A_TRANSACTION = 10_000;

/** The folder of a database with so many visits and an empty index, filled once and kept in the temporary folder. */
export function visitsFolder(rows: number, say: (line: string) => void): Promise<string> {
  return keptFolder({ name: `search-${rows}`, shape: SHAPE, say, fill: (folder) => fill(folder, rows) });
}

async function fill(folder: string, rows: number): Promise<void> {
  const { backend, random } = openBenchDesk(folder);
  const { database } = backend;
  await furnish(backend, random);
  database.db.connection.pragma('synchronous = OFF');
  for (let from = 0; from < rows; from += A_TRANSACTION) {
    database.write((tx) => {
      for (let n = from; n < Math.min(rows, from + A_TRANSACTION); n += 1) insertVisit(tx, n, rows);
    });
  }
  database.emptyLog();
  await backend.close();
}

function insertVisit(tx: Tx, n: number, rows: number): void {
  const visit = visitOf(n, rows);
  visitorsProjector.save(tx, visit.id, visit, null);
  const nothing = new Uint8Array();
  insertEvent(tx, { id: visit.id, record: visit.id, clock: visit.clock, wire: nothing, hash: nothing });
}

/** The `n`-th visit of `rows`: the last ones are expected, those before them on site, all others left. */
function visitOf(n: number, rows: number): StoredVisit {
  const draw = drawing(n);
  const state = n >= rows - EXPECTED ? 'expected' : n >= rows - EXPECTED - INSIDE ? 'on_site' : 'left';
  const at = MORNING - Math.round(((rows - n) * 86_400_000) / A_DAY);
  const day = new Date(at).toISOString().slice(0, 10);
  const digits = (length: number): string => String(Math.floor(draw() * 10 ** length)).padStart(length, '0');
  const documented = draw() < 0.7;
  const floor = 1 + Math.floor(draw() * 40);
  return {
    id: joinId(JOURNAL, n + 1),
    number: `V-L1-${day.slice(2).replaceAll('-', '')}-${String(n % A_DAY).padStart(4, '0')}`,
    ...{ state, desk: 'L1', day, clock: at, name: nameOf(draw) },
    documentType: documented ? 'residentId' : 'none',
    documentMasked: documented ? `110199********${digits(4)}` : null,
    documentIndex: documented ? createHash('sha256').update(`${n}`).digest('base64url') : null,
    ...{ documentExpired: false, nationality: null, phone: `142${digits(8)}` },
    company: draw() < 0.8 ? companyOf(draw) : null,
    ...{ purpose: 'meeting', host: null, hostName: chineseName(draw), units: [1] },
    unitText: `A-${String(floor).padStart(2, '0')}0${1 + Math.floor(draw() * 6)} ${of(companies.brands, draw)}`,
    plate: draw() < 0.1 ? `京A${digits(5)}` : null,
    ...{ items: null, remarks: null, verifiedBy: documented ? 'card' : 'hostVouched', escorted: !documented },
    passCode: makeScanCode('visitPass', String(n).padStart(13, '0')),
    ...{ passPrints: 1, expectedFrom: null, expectedUntil: null, validUntil: at + 7_200_000 },
    ...{ arrivedAt: at, leftAt: state === 'left' ? at + 3_600_000 : null },
    stays: [{ in: at, inDesk: 'L1', out: state === 'left' ? at + 3_600_000 : null, outDesk: 'L1' }],
    ...{
      origins: { name: 'card', documentNumber: 'card', phone: 'typed' },
      noticeVersion: 1,
      hostConfirmation: 'none',
      needsHelp: false,
      children: 0,
      noDocument: null,
      turnedAway: null,
      previous: null,
      paperLine: null,
    },
    ...{ cards: [], evacuatedAt: null },
  };
}

type Draw = () => number;

/** Numbers from 0 to 1, always the same for the same visit (mulberry32). */
function drawing(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function of<T>(things: readonly T[], draw: Draw): T {
  const thing = things[Math.floor(draw() * things.length)];
  if (thing === undefined) throw new RangeError('nothing to pick from');
  return thing;
}

const given = [...new Set(people.givenNames.join(''))];

function nameOf(draw: Draw): string {
  return draw() < 0.03 ? of(people.foreigners, draw).name : chineseName(draw);
}

/** The first surnames are the frequent ones: a twelfth of all people bear the first, as in life. */
function chineseName(draw: Draw): string {
  const surname = people.surnames[Math.floor(people.surnames.length * draw() ** 2.2)] ?? '';
  return surname + of(given, draw) + (draw() < 0.85 ? of(given, draw) : '');
}

function companyOf(draw: Draw): string {
  if (draw() < 0.04) return of(companies.foreign, draw);
  const city = draw() < 0.5 ? of(companies.cities, draw).zh : '';
  return of(companies.brands, draw) + of(companies.trades, draw).zh + city + companies.limited.zh;
}
