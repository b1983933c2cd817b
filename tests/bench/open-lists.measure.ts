// The lists of open visits among years of closed ones: beside a full scan, and beside few rows.
import {
  countOpen,
  listExpected,
  listOnSite,
} from '../../electron/backend/registers/visitors/visitors.store.ts';
import type { Db } from '../../electron/backend/database/handle.ts';
import { openBenchDesk } from './desk.ts';
import { visitsFolder } from './search.bench.fill.ts';
import { median, quantile, takeTurns, type Measure, type Row, type Samples } from './measure.ts';

/** What the big table stands beside; a tenth where it is not much bigger itself. */
const FEW = 50_000;
const ROUNDS = 300;
const SCANS = 5;
/** The bound of 1000x is set for five million rows; a scan's time grows with the rows. */
const FASTER_AT_5_MILLION = 1000;

type Lists = Readonly<Record<'onSite' | 'expected' | 'counts', (db: Db) => unknown>>;

const lists: Lists = {
  onSite: listOnSite,
  expected: listExpected,
  counts: (db) => countOpen(db, 0),
};

export const openLists: Measure = {
  name: 'open-lists',
  async run(bench) {
    const few = Math.min(FEW, Math.round(bench.rows / 10));
    // They are only read, and only the table of visits: it is filled without a journal, a hundred times as fast.
    const desks = [
      openBenchDesk(await visitsFolder(bench.rows, bench.say)),
      openBenchDesk(await visitsFolder(few, bench.say)),
    ] as const;
    const [big, small] = [desks[0].backend.database.db, desks[1].backend.database.db];
    const scan = big.connection.prepare("SELECT * FROM visit NOT INDEXED WHERE state = 'on_site'");
    const scans = takeTurns({ scan: { work: () => scan.all() } }, SCANS, 1).scan;
    const rows = (Object.keys(lists) as (keyof Lists)[]).flatMap((name) => {
      const turns = takeTurns(
        { big: { work: () => lists[name](big) }, small: { work: () => lists[name](small) } },
        ROUNDS,
      );
      return compared(name, { big: turns.big, small: turns.small, scans }, { rows: bench.rows, few });
    });
    for (const { backend } of desks) await backend.close();
    return rows;
  },
};

function compared(
  name: string,
  { big, small, scans }: Readonly<Record<'big' | 'small' | 'scans', Samples>>,
  { rows, few }: { readonly rows: number; readonly few: number },
): Row[] {
  const value = median(big);
  const atLeast = (FASTER_AT_5_MILLION * rows) / 5_000_000;
  return [
    {
      ...{ measure: `list ${name}, middle`, value, unit: 'ms', peer: 'full scan', peerValue: median(scans) },
      ...{ ratio: median(scans) / value, target: { of: 'ratio', atLeast } },
    },
    {
      ...{ measure: `list ${name}, middle`, value, unit: 'ms', peer: `at ${few} rows` },
      ...{ peerValue: median(small), ratio: value / median(small), target: { of: 'ratio', atMost: 1.5 } },
    },
    {
      ...{ measure: `list ${name}, p99`, value: quantile(big, 0.99), unit: 'ms', peer: '', peerValue: null },
      ...{ ratio: null, target: { of: 'value', atMost: 1 } },
    },
  ];
}
