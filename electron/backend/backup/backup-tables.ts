// What a backup holds of each table: the truth and what belongs to it. Whatever is not kept leaves the copy.
import type { Schema } from '../../../db/schema/index.ts';

/** Copied into every backup: the journal, and what only this installation knows. */
export const KEPT = [
  'event',
  'attachment',
  'command',
  'counter',
  'installation',
  'secret',
] as const satisfies readonly (keyof Schema)[];

/** Not views, and left out all the same: record keys are backed up apart, the others are worth nothing or made anew. */
export const LEFT_OUT = [
  'record_key',
  'search_index',
  'search_doc',
  'search_mark',
  'print_job',
  'failed_try',
] as const satisfies readonly (keyof Schema)[];
