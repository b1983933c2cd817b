// What every spreadsheet that comes in says alike: its bounds, its faults by cell, what it comes to.
import { z } from 'zod';

export const IMPORT_ROWS = 5000;
export const IMPORT_BYTES = 5 * 1024 * 1024;

/** The file's bytes: XLSX, or CSV in UTF-8 or GB 18030. */
export const importContent = z.base64().max(Math.ceil(IMPORT_BYTES / 3) * 4);

export const FILE_FAULTS = [
  'notTable',
  'tooLarge',
  'tooManyRows',
  'noRows',
  'columnMissing',
  'columnTwice',
] as const;

/** What can be wrong with a cell of any spreadsheet. `differs`: another row says otherwise of the same thing. */
export const CELL_FAULTS = ['needed', 'tooLong', 'characters', 'notKnown', 'differs'] as const;
export type CommonFault = (typeof CELL_FAULTS)[number];

/** A cell that is wrong, in a spreadsheet with these columns; `reasons` are its own beside the common ones. */
export function cellFaultOf<const Column extends string, const Reason extends string>(
  columns: readonly Column[],
  reasons: readonly Reason[],
) {
  return z.object({
    /** As the spreadsheet counts: the header is row 1. */
    row: z.int(),
    column: z.enum(columns),
    reason: z.enum([...CELL_FAULTS, ...reasons]),
    /** The row that says otherwise. */
    other: z.int().nullable(),
  });
}

export const importTally = z.object({ added: z.int(), changed: z.int(), same: z.int() });
export type ImportTally = z.infer<typeof importTally>;

/** What a preview says of any spreadsheet; its tallies stand beside it. */
export function previewOf<Fault extends z.ZodType>(fault: Fault) {
  return z.object({
    rows: z.int(),
    /** The first of them; nothing is taken in while there is one. */
    faults: z.array(fault),
    faultCount: z.int(),
    /** Headers that say nothing to us: their columns are passed over. */
    unknownColumns: z.array(z.string()),
  });
}

/** The refusals of a spreadsheet with these columns. */
export function importErrorsOf<const Column extends string>(columns: readonly Column[]) {
  return {
    FILE_UNREADABLE: {
      data: z.object({ reason: z.enum(FILE_FAULTS), column: z.enum(columns).nullable() }),
    },
    /** Rows are wrong; nothing was taken in. */
    ROWS_WRONG: { data: z.object({ count: z.int() }) },
  } as const;
}
