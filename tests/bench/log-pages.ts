// How much an action writes: pages of the write-ahead log.
import { statSync } from 'node:fs';
import type { BenchDesk } from './desk.ts';
import { median, quantile, type Row, type Side } from './measure.ts';

const PAGE_COUNTS = 60;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/** Pages an action writes to the log: the growth of the -wal file while nothing is moved out of it. */
export function pages(
  path: string,
  { backend }: BenchDesk,
  what: string,
  { prepare, work }: Side,
  atMost: number | null,
): Row {
  const { connection } = backend.database.db;
  const frame = Number(connection.pragma('page_size', { simple: true })) + FRAME_HEADER;
  const before = connection.pragma('wal_autocheckpoint', { simple: true });
  connection.pragma('wal_autocheckpoint = 0');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const size = () => Math.max(WAL_HEADER, statSync(`${path}-wal`).size);
  const counts = Array.from({ length: PAGE_COUNTS }, () => {
    const prepared = prepare?.();
    const from = size();
    work(prepared);
    return (size() - from) / frame;
  });
  connection.pragma(`wal_autocheckpoint = ${String(before)}`);
  return {
    ...{ measure: `${what}, pages in the log, middle`, value: median(counts), unit: 'pages' },
    ...{
      peer: 'most',
      peerValue: quantile(counts, 1),
      ratio: null,
      target: atMost === null ? null : { of: 'value', atMost },
    },
  };
}
