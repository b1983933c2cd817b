// A spreadsheet's bytes as rows that its own rules have read, while other calls have their turns.
import type { importErrorsOf } from '../../api/imports.ts';
import { refusals } from '../shared/refusal.ts';
import { readColumns, type Columns, type Headers } from './cells.rules.ts';
import { readTable } from './table.reader.ts';

/** What a kind of spreadsheet says of itself. */
export interface ImportKind<Column extends string, Row, Fault> {
  readonly headers: Headers<Column>;
  /** The column without which nothing can be read. */
  readonly needed: Column;
  /** Reads one row; null where it is blank. */
  readRow(
    cells: readonly string[],
    row: number,
    columns: Columns<Column>,
  ): { readonly row: Row | null; readonly faults: readonly Fault[] };
}

export interface ReadFile<Row, Fault> {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
  readonly unknownColumns: readonly string[];
}

/** Others wait for so many rows at most while a file is read. */
const ROWS_A_TURN = 200;
/** More faults than this help nobody at once. */
const SHOWN_FAULTS = 200;

const refuse = refusals<ReturnType<typeof importErrorsOf<string>>>();

/** `nextTurn` lets other calls have theirs. Rejects with FILE_UNREADABLE. */
export async function readImport<Column extends string, Row, Fault>(
  content: string,
  kind: ImportKind<Column, Row, Fault>,
  nextTurn: () => Promise<void>,
): Promise<ReadFile<Row, Fault>> {
  const [header = [], ...table] = await readTable(Buffer.from(content, 'base64'));
  const columns = readColumns(header, kind.headers, kind.needed);
  if (columns.fault) throw refuse('FILE_UNREADABLE', columns.fault);
  const read: ReturnType<typeof kind.readRow>[] = [];
  for (const [at, cells] of table.entries()) {
    if (at % ROWS_A_TURN === 0) await nextTurn();
    read.push(kind.readRow(cells, at + 2, columns));
  }
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    faults: read.flatMap(({ faults }) => faults),
    unknownColumns: columns.unknown,
  };
}

/** What a preview says of any spreadsheet; `planned` are the faults that came to light beside what is on file. */
export function previewFacts<Fault extends { readonly row: number }>(
  file: ReadFile<unknown, Fault>,
  planned: readonly Fault[],
) {
  const faults = [...file.faults, ...planned].toSorted((a, b) => a.row - b.row);
  return {
    rows: file.rows.length,
    unknownColumns: [...file.unknownColumns],
    faults: faults.slice(0, SHOWN_FAULTS),
    faultCount: faults.length,
  };
}

/** Throws ROWS_WRONG: nothing of a file with a fault is written. */
export function refuseFaults(file: ReadFile<unknown, unknown>, planned: readonly unknown[]): void {
  const count = file.faults.length + planned.length;
  if (count > 0) throw refuse('ROWS_WRONG', { count });
}
