// Approvals 主管审批: for one action above one's role; what was approved from afar is countersigned 补签 later.
import { z } from 'zod';
import { callFor, commandId, instant, noInput, recordId, shownText } from './call.ts';
import { newCode, signInErrors, staffNumber, typedPin } from './people.contract.ts';
import { APPROVABLE, COUNTERSIGNED } from './rights.ts';

/** `spot`: a supervisor's PIN. `phone` and `emergency` go through at once and are countersigned. */
export const APPROVAL_WAYS = ['spot', 'phone', 'code', 'emergency'] as const;
export type ApprovalWay = (typeof APPROVAL_WAYS)[number];

export const approvalErrors = {
  ...signInErrors,
  /** Nobody who works here has this number. */
  APPROVER_UNKNOWN: { data: z.object({ field: z.literal('approver') }) },
  /** Who is on file, but may not approve this. */
  APPROVER_ROLE: { data: z.object({ field: z.literal('approver') }) },
  /** A call that lies ahead, or over a day back. */
  CALL_TIME: { data: z.object({ field: z.literal('calledAt') }) },
  /** Never made, for something else, used, or over: not told apart. */
  CODE_REFUSED: { data: z.object({ field: z.literal('code') }) },
  /** Who acts, by name or number: a witness is somebody else. */
  OWN_WITNESS: { data: z.object({ field: z.literal('witness') }) },
  CODE_WAIT: { data: z.object({ field: z.literal('code'), waitMs: z.int() }) },
  /** No emergency takes this right. */
  NO_EMERGENCY: {},
} as const;

export const signErrors = {
  ...signInErrors,
  /** Somebody has signed or declined meanwhile. */
  SIGNED_ALREADY: {},
  /** Nobody countersigns what they did themselves, nor what they may not approve. */
  NOT_YOURS_TO_SIGN: {},
} as const;

/** How the approval came about; the names of the fields are the names that errors carry. */
export const approvalProof = z.discriminatedUnion('way', [
  z.object({ way: z.literal('spot'), approver: staffNumber, pin: typedPin }),
  z.object({
    way: z.literal('phone'),
    approver: staffNumber,
    called: z
      .string()
      .trim()
      .regex(/^[+\d][\d -]{2,24}$/),
    calledAt: instant,
  }),
  z.object({ way: z.literal('code'), code: newCode }),
  z.object({ way: z.literal('emergency'), witness: shownText(50) }),
]);
export type ApprovalProof = z.input<typeof approvalProof>;

export const dueApproval = z.object({
  id: recordId,
  way: z.enum(APPROVAL_WAYS),
  right: z.enum(COUNTERSIGNED),
  /** What it was done to: a record's number and name, as its register tells them. */
  subject: z.object({ number: z.string().nullable(), title: z.string().nullable() }),
  requester: z.string().nullable(),
  approver: z.string().nullable(),
  desk: z.string().nullable(),
  at: instant,
  dueAt: instant,
  reason: z.string().nullable(),
  called: z.string().nullable(),
  calledAt: instant.nullable(),
  witness: z.string().nullable(),
  /** Whether the reader may sign it. */
  mine: z.boolean(),
});
export type DueApproval = z.infer<typeof dueApproval>;

const signed = z.object({ id: recordId });

export const approvalsContract = {
  /**
   * Grants `right` on this record, and on all of `others` where one command needs it for several (barred keys that leave
   * together), to the one command with this id, for a minute; written down when it is used.
   */
  grant: callFor('signedIn')
    .errors(approvalErrors)
    .input(
      z.object({
        ...{ right: z.enum(APPROVABLE), record: recordId, commandId },
        others: z.array(recordId).max(50).default([]),
        reason: shownText(200),
        proof: approvalProof,
      }),
    )
    .output(z.object({ approval: z.string(), approverName: z.string().nullable() })),
  /** A one-time code for whoever stands at a desk without a supervisor: shown this once, good for half an hour. */
  makeCode: callFor('approvals.sign')
    .input(z.object({ right: z.enum(APPROVABLE) }))
    .output(z.object({ code: z.string(), expiresAt: instant })),
  /** What is to be countersigned, the longest due first. */
  due: callFor('approvals.sign').input(noInput).output(z.array(dueApproval)),
  /** Signed with the PIN of whoever acts. */
  countersign: callFor('approvals.sign')
    .errors(signErrors)
    .input(z.object({ commandId, approval: recordId, pin: typedPin }))
    .output(signed),
  /** Not stood for: the action stays as it is, under both names, with the remark. */
  decline: callFor('approvals.sign')
    .errors(signErrors)
    .input(z.object({ commandId, approval: recordId, pin: typedPin, remark: shownText(200) }))
    .output(signed),
};
