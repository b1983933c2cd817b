// Keys and umbrellas lent and brought back among years of loans, beside an empty desk, and a borrower found among 100,000.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { createFiledFinder } from '../../electron/backend/people/borrowers.finder.ts';
import { findBorrowers } from '../../electron/backend/people/borrowers.queries.ts';
import { handLending } from './hand-lending.ts';
import { lendingFolder, readLent } from './lending.fill.ts';
import { openCounter, somebody, type Counter, type LentItem } from './lending.desk.ts';
import { pages } from './log-pages.ts';
import {
  median,
  quantile,
  side,
  takeTurns,
  type Measure,
  type Row,
  type Samples,
  type Side,
} from './measure.ts';
import { copyFolder, finishPrinting } from './property.ts';

const ROUNDS = 600;
const FINDS = 200;
/** What the design allows: the years may cost so much of an action. */
const AT_MOST = 1.3;
/** A pick list has to be there before the next key is pressed. */
const FIND_MS = 10;
/**
 * What is done, and how many pages of the log the design allows it: a registration with its print job 10, a change 6.
 * A loan for a deposit is two registrations with three slips; nothing is said of it.
 */
const PAGES = {
  'lend a key': 10,
  'lend a key with its slip': 10,
  'take a key back': 6,
  'lend an umbrella': 10,
  'lend an umbrella for a deposit': null,
  'take an umbrella back': 6,
  'refund a deposit': 10,
} as const;
type Action = keyof typeof PAGES;
const ACTIONS = Object.keys(PAGES) as Action[];
/** What was also written by hand (hand-lending.ts). */
const BY_HAND: ReadonlySet<Action> = new Set([
  'lend a key',
  'lend a key with its slip',
  'take a key back',
  'refund a deposit',
]);

export const lending: Measure = {
  name: 'lending',
  async run(bench) {
    const [full, empty] = [bench.folder(), bench.folder()];
    copyFolder(await lendingFolder(bench.rows, bench.say), full);
    copyFolder(await lendingFolder(0, bench.say), empty);
    const [years, first] = [openCounter(full), openCounter(empty)];
    const [ours, theirs] = [sidesOf(years), sidesOf(first)];
    const byHand = sidesOf({ ...years, ...handLending(years.desk) }, 'theOtherHalf');
    const { connection } = years.desk.backend.database.db;
    if (connection.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
    connection.exec('CREATE TABLE bench_commit (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
    const insert = connection.prepare('INSERT INTO bench_commit (body) VALUES (?)');
    const body = Buffer.alloc(100, 1);
    const rows = ACTIONS.flatMap((action) => {
      const sides = {
        ...{ years: ours[action], empty: theirs[action], commit: { work: () => insert.run(body) } },
      };
      if (!BY_HAND.has(action)) return compared(action, takeTurns(sides, ROUNDS), bench.rows);
      const turns = takeTurns({ ...sides, hand: byHand[action] }, ROUNDS);
      return [...compared(action, turns, bench.rows), besideHand(action, turns)];
    });
    const written = ACTIONS.map((action) =>
      pages(join(full, DATABASE_FILE), years.desk, action, ours[action], PAGES[action]),
    );
    const found = finding(years);
    await years.desk.backend.close();
    await first.desk.backend.close();
    return [...rows, ...written, ...found];
  },
};

/**
 * What is lent in one round comes back in another, so that the cabinets stay as full as they were. Each of two that work at
 * one counter has half of the things.
 */
function sidesOf(
  counter: Counter,
  half: 'oneHalf' | 'theOtherHalf' = 'oneHalf',
): Readonly<Record<Action, Side>> {
  const { keys, items, borrowers } = readLent(counter);
  const mine = (_: unknown, at: number): boolean => (at % 2 === 0) === (half === 'oneHalf');
  const [shelf, stand] = [keys.filter(mine), items.filter(mine)];
  const keyLoans: { loan: number; key: number }[] = [];
  const itemLoans: (LentItem & { readonly item: (typeof items)[number] })[] = [];
  const deposits: number[] = [];
  let turn = 0;
  const anybody = (): number => borrowers[(turn += 7919) % borrowers.length] ?? 0;
  const later = (): void => {
    counter.desk.clock.advance(1000);
    finishPrinting(counter.desk.backend.database.db.connection);
  };

  function lendKey(withSlip: boolean): void {
    const key = shelf.shift() ?? 0;
    const lend = withSlip ? counter.lendKeyWithSlip : counter.lendKey;
    keyLoans.push({ key, loan: lend(key, anybody()) });
  }
  function takeKey(): void {
    const out = keyLoans.shift();
    if (!out) throw new Error('no key is out');
    counter.returnKey(out.loan);
    shelf.push(out.key);
  }
  function lendItem(deposit: 'none' | 'cash'): void {
    const item = stand.shift();
    if (!item) throw new Error('the stand is empty');
    itemLoans.push({ item, ...counter.lendItem(item, anybody(), deposit) });
  }
  function takeItem(): void {
    const out = itemLoans.shift();
    if (!out) throw new Error('no umbrella is out');
    counter.returnItem(out.loan);
    if (out.deposit !== null) deposits.push(out.deposit);
    stand.push(out.item);
  }
  function refund(): void {
    const deposit = deposits.shift();
    if (deposit === undefined) throw new Error('no deposit is held');
    counter.refund(deposit);
  }
  function bringDeposit(): void {
    lendItem('cash');
    while (itemLoans.length > 0) takeItem();
  }
  const prepared = (enough: () => boolean, more: () => void, work: () => void): Side =>
    side(() => {
      later();
      if (!enough()) more();
    }, work);
  const hasKey = () => shelf.length > 0;
  const hasItem = () => stand.length > 0;
  return {
    'lend a key': prepared(hasKey, takeKey, () => lendKey(false)),
    'lend a key with its slip': prepared(hasKey, takeKey, () => lendKey(true)),
    'take a key back': prepared(
      () => keyLoans.length > 0,
      () => lendKey(false),
      takeKey,
    ),
    'lend an umbrella': prepared(hasItem, takeItem, () => lendItem('none')),
    'lend an umbrella for a deposit': prepared(hasItem, takeItem, () => lendItem('cash')),
    'take an umbrella back': prepared(
      () => itemLoans.length > 0,
      () => lendItem('none'),
      takeItem,
    ),
    'refund a deposit': prepared(() => deposits.length > 0, bringDeposit, refund),
  };
}

function compared(
  action: Action,
  { years, empty, commit }: Readonly<Record<'years' | 'empty' | 'commit', Samples>>,
  loans: number,
): Row[] {
  const value = median(years);
  const measure = `${action}, middle`;
  return [
    {
      ...{ measure: `${measure}, of ${loans} loans`, value, unit: 'ms', peer: 'at an empty desk' },
      ...{ peerValue: median(empty), ratio: value / median(empty), target: { of: 'ratio', atMost: AT_MOST } },
    },
    {
      ...{ measure, value, unit: 'ms', peer: 'bare commit of one row', peerValue: median(commit) },
      ...{ ratio: median(commit) / value, target: null },
    },
    {
      ...{
        measure: `${action}, p99`,
        value: quantile(years, 0.99),
        unit: 'ms',
        peer: 'at an empty desk, p99',
      },
      ...{
        peerValue: quantile(empty, 0.99),
        ratio: quantile(years, 0.99) / quantile(empty, 0.99),
        target: null,
      },
    },
  ];
}

function besideHand(action: Action, { years, hand }: Readonly<Record<'years' | 'hand', Samples>>): Row {
  const [value, peerValue] = [median(years), median(hand)];
  return {
    ...{ measure: `${action}, middle`, value, unit: 'ms', peer: 'the same by hand', peerValue },
    ...{ ratio: peerValue / value, target: { of: 'ratio', atLeast: 0.9 } },
  };
}

/** By the end of a phone, by name, by company, and nothing typed: who was here last. */
function finding({ desk }: Counter): Row[] {
  const { backend, clock } = desk;
  const { db } = backend.database;
  const parts = {
    ...{ db, finder: createFiledFinder(db), lending: backend.registers.lending },
    tools: backend.journal.projection.tools,
  };
  const asking = { now: clock.now(), desk: 'L1', phones: 'whole' } as const;
  let nth = 0;
  const someone = () => somebody((nth += 997) % 100_000);
  const texts = {
    'four digits of a phone': () => someone().phone.slice(-4),
    'a whole phone': () => someone().phone,
    'a name': () => someone().name,
    'a company': () => someone().company,
    'nothing typed': () => '',
  };
  return Object.entries(texts).map(([what, textOf]): Row => {
    const turns = takeTurns({ find: side(textOf, (text) => findBorrowers(parts, text, 20, asking)) }, FINDS);
    const value = quantile(turns.find, 0.95);
    return {
      ...{ measure: `find a borrower by ${what}, p95`, value, unit: 'ms', peer: 'middle' },
      ...{ peerValue: median(turns.find), ratio: null, target: { of: 'value', atMost: FIND_MS } },
    };
  });
}
