// The history of any record, as every register shows it: what happened, when, who, where, and how values came in.
import { z } from 'zod';
import { APPROVAL_WAYS } from './approvals.contract.ts';
import { instant, recordId } from './call.ts';
import { noDocumentReason } from './identity.ts';
import { denialReason, hostConfirmation } from './visit-states.ts';

/** How a value came in. */
export const ORIGINS = ['card', 'scan', 'typed', 'carriedOver', 'imported'] as const;

export const historyEntry = z.object({
  id: recordId,
  type: z.string(),
  happenedAt: instant,
  recordedAt: instant,
  staffNumber: z.string().nullable(),
  staffName: z.string().nullable(),
  desk: z.string().nullable(),
  shift: z.string().nullable(),
  /** Who opened the form, where somebody else confirmed it. */
  begunBy: z.string().nullable(),
  /** How a visitor's host confirmed, where the event says. */
  hostConfirmation: hostConfirmation.nullable(),
  /** Why a visitor's arrival is without a document, where the event says. */
  noDocument: noDocumentReason.nullable(),
  /** Why a visitor was turned away, where the event says. */
  denial: denialReason.nullable(),
  /** The line of the paper kit, where the event was typed from it. */
  paperLine: z.string().nullable(),
  /** Field → how its value came in, where the event says. */
  origins: z.record(z.string(), z.enum(ORIGINS)).nullable(),
  /** Field → what it said before and after, where the event set something else in its place. */
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  /** Why it was done, where somebody had to say; null as well where the record was erased or is locked. */
  reason: z.string().nullable(),
  /** How the step beside it was approved, and by whom; null for every other entry. */
  approval: z.object({ way: z.enum(APPROVAL_WAYS), approver: z.string().nullable() }).nullable(),
});
/** One field of a record that an event changed. */
export type HistoryChange = HistoryEntry['changes'][number];
export type HistoryEntry = z.infer<typeof historyEntry>;
