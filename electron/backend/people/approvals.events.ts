// What can happen to an approval: a code is made ahead, it is used for one action, it is countersigned or declined.
import { z } from 'zod';
import { APPROVAL_WAYS } from '../../api/approvals.contract.ts';
import { instant, recordId } from '../../api/call.ts';
import { RIGHTS } from '../../api/rights.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';

export const approvalEvents = {
  /** A one-time code, by a keyed hash; the number itself is written nowhere. */
  'approval.offered': {
    version: 1,
    body: z.object({ right: z.enum(RIGHTS), expiresAt: instant }),
    sealed: z.object({ code: z.string() }),
  },
  /** Stands beside the events of what was approved, in the same command. */
  'approval.used': {
    version: 1,
    body: z.object({
      right: z.enum(RIGHTS),
      record: recordId,
      way: z.enum(APPROVAL_WAYS),
      /** Null in an emergency. */
      approver: recordId.nullable(),
      /** Until when it is to be countersigned; null where it need not be. */
      dueAt: instant.nullable(),
      calledAt: instant.nullable(),
    }),
    sealed: z.object({
      reason: z.string().nullable(),
      called: z.string().nullable(),
      witness: z.string().nullable(),
    }),
  },
  'approval.countersigned': { version: 1, body: z.object({}), sealed: null },
  'approval.declined': { version: 1, body: z.object({}), sealed: z.object({ remark: z.string() }) },
} as const satisfies EventCatalogue;

export type ApprovalEvent = OpenedEvent<typeof approvalEvents>;
