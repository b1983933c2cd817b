// Units, tenants and contacts from a spreadsheet: looked at first, then taken in whole or not at all.
import { z } from 'zod';
import { callFor, commandId, noInput } from './call.ts';
import { cellFaultOf, importContent, importErrorsOf, importTally, previewOf } from './imports.ts';

/** A row names a unit, its tenant and one contact of theirs; more contacts stand on more rows. */
export const IMPORT_COLUMNS = [
  ...(['code', 'building', 'floor', 'room', 'kind', 'tenant', 'tenantEn', 'shortName'] as const),
  ...(['tenantPhone', 'status', 'emergencyContacts', 'instructions', 'mailInstructions', 'notes'] as const),
  ...(['contact', 'contactPhone', 'authorises'] as const),
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

const cellFault = cellFaultOf(IMPORT_COLUMNS, [
  ...(['notFloor', 'notCallees', 'severalOnFile', 'vacantLet', 'moveOut'] as const),
]);
export type CellFault = z.infer<typeof cellFault>;

const importPreview = previewOf(cellFault).extend({
  units: importTally,
  tenants: importTally,
  contacts: importTally,
});
export type ImportPreview = z.infer<typeof importPreview>;

const placesImportErrors = importErrorsOf(IMPORT_COLUMNS);

const call = callFor('places.manage').errors(placesImportErrors);

export const placesImportContract = {
  previewImport: call.input(z.object({ content: importContent })).output(importPreview),
  /** In one transaction. The same file a second time changes nothing. */
  runImport: call
    .input(z.object({ commandId, content: importContent }))
    .output(z.object({ units: importTally, tenants: importTally, contacts: importTally })),
  /** An empty table with an example row, as CSV text. */
  importTemplate: callFor('places.manage')
    .input(noInput)
    .output(z.object({ text: z.string() })),
};
