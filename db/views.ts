// The tables that are views of the journal: all that may be thrown away and folded again.
import type { Schema } from './schema/index.ts';

export const VIEWS = [
  'record_issue',
  'property',
  'desk',
  'unit',
  'tenant',
  'contact',
  'policy',
  'staff',
  'approval',
  'borrower',
  'borrower_word',
  'shift',
  'visit',
  'held_card',
  'card_batch',
  'key',
  'key_loan',
  'key_loan_line',
  'key_case',
  'key_stocktake',
  'scan_code',
] as const satisfies readonly (keyof Schema)[];
