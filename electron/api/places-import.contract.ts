// Units, tenants and contacts from a spreadsheet: looked at first, then taken in whole or not at all.
import { z } from 'zod';
import { callFor, commandId, noInput } from './call.ts';

/** A row names a unit, its tenant and one contact of theirs; more contacts stand on more rows. */
export const IMPORT_COLUMNS = [
  ...(['code', 'building', 'floor', 'room', 'kind', 'tenant', 'tenantEn', 'shortName'] as const),
  ...(['tenantPhone', 'status', 'emergencyContacts', 'instructions', 'mailInstructions', 'notes'] as const),
  ...(['contact', 'contactPhone', 'authorises'] as const),
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const IMPORT_ROWS = 5000;
export const IMPORT_BYTES = 5 * 1024 * 1024;

/** What is wrong with a cell. `differs`: another row says otherwise of the same unit, tenant or contact. */
const CELL_FAULTS = [
  ...(['needed', 'tooLong', 'characters', 'notKnown', 'notFloor', 'notCallees'] as const),
  ...(['differs', 'severalOnFile', 'vacantLet', 'moveOut'] as const),
] as const;
export const cellFault = z.object({
  /** As the spreadsheet counts: the header is row 1. */
  row: z.int(),
  column: z.enum(IMPORT_COLUMNS),
  reason: z.enum(CELL_FAULTS),
  /** The row that says otherwise. */
  other: z.int().nullable(),
});
export type CellFault = z.infer<typeof cellFault>;

const tally = z.object({ added: z.int(), changed: z.int(), same: z.int() });
export type ImportTally = z.infer<typeof tally>;

const importPreview = z.object({
  rows: z.int(),
  units: tally,
  tenants: tally,
  contacts: tally,
  /** The first of them; nothing is taken in while there is one. */
  faults: z.array(cellFault),
  faultCount: z.int(),
  /** Headers that say nothing to us: their columns are passed over. */
  unknownColumns: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const FILE_FAULTS = [
  'notTable',
  'tooLarge',
  'tooManyRows',
  'noRows',
  'columnMissing',
  'columnTwice',
] as const;

export const placesImportErrors = {
  FILE_UNREADABLE: {
    data: z.object({ reason: z.enum(FILE_FAULTS), column: z.enum(IMPORT_COLUMNS).nullable() }),
  },
  /** Rows are wrong; nothing was taken in. */
  ROWS_WRONG: { data: z.object({ count: z.int() }) },
} as const;

/** The file's bytes: XLSX, or CSV in UTF-8 or GB 18030. */
const content = z.base64().max(Math.ceil(IMPORT_BYTES / 3) * 4);
const call = callFor('places.manage').errors(placesImportErrors);

export const placesImportContract = {
  previewImport: call.input(z.object({ content })).output(importPreview),
  /** In one transaction. The same file a second time changes nothing. */
  runImport: call
    .input(z.object({ commandId, content }))
    .output(z.object({ units: tally, tenants: tally, contacts: tally })),
  /** An empty table with an example row, as CSV text. */
  importTemplate: callFor('places.manage')
    .input(noInput)
    .output(z.object({ text: z.string() })),
};
