// What goes wrong with keys: lost ones with their case, and the bags of deposited spares 寄存.
import { z } from 'zod';
import { callFor, commandId, instant, line, noInput, recordId, shownText } from './call.ts';
import type { KeyRetirement } from './key-states.ts';

export const CASE_TOLD = ['tenant', 'supervisor', 'police', 'security', 'other'] as const;
export type CaseTold = (typeof CASE_TOLD)[number];
/** What was done about it since. */
export const CASE_STEPS = ['told', 'replaced', 'lockChanged', 'costBilled', 'noted'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
/** `found`: it is back. `retired`: the lock was changed, or nobody looks any more. `mistaken`: it never was lost. */
export const CASE_OUTCOMES = ['found', 'retired', 'mistaken'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

const told = z.object({ who: z.enum(CASE_TOLD), at: instant });
const note = line(200);

export const keyCaseRow = z.object({
  id: recordId,
  key: recordId,
  code: z.string(),
  name: z.string().nullable(),
  /** The loan it was lost from; null where it was missed in the cabinet. */
  loan: recordId.nullable(),
  loanNumber: z.string().nullable(),
  borrowerName: z.string().nullable(),
  openedAt: instant,
  /** Null while it is open. */
  outcome: z.enum(CASE_OUTCOMES).nullable(),
  closedAt: instant.nullable(),
  costFen: z.int(),
  lockChanged: z.boolean(),
  replaced: z.boolean(),
  /** Oldest first; the first entry is the loss itself. */
  steps: z.array(
    z.object({
      step: z.enum(CASE_STEPS),
      who: z.enum(CASE_TOLD).nullable(),
      at: instant,
      costFen: z.int(),
      note: z.string().nullable(),
    }),
  ),
  issues: z.array(z.string()),
});
export type KeyCaseRow = z.infer<typeof keyCaseRow>;

export const UNSEAL_GROUNDS = ['consent', 'emergency'] as const;

export const keyCaseErrors = {
  /** It is in the wrong state for that: found what was not lost, opened what has no seal. */
  KEY_STATE: { data: z.object({ key: recordId, state: z.string() }) },
  /** The bag lies at another desk: it is opened and sealed there, or sent here first. */
  KEY_ELSEWHERE: { data: z.object({ key: recordId, desk: z.string() }) },
  /** When somebody was told lies in the future, or before the loss. */
  CASE_TIME: { data: z.object({ field: z.literal('at') }) },
  TOO_LATE: {},
  CASE_CLOSED: { data: z.object({ case: recordId }) },
  /** Not the number that the file has: look at the bag before anything else. */
  SEAL_WRONG: { data: z.object({ field: z.literal('seal'), expected: z.string() }) },
  /** The new seal has the number of an old one. */
  SEAL_USED: { data: z.object({ field: z.literal('seal') }) },
  /** Somebody of the tenant has to have said yes, or it is an emergency. */
  CONSENT_NEEDED: { data: z.object({ field: z.literal('consentBy') }) },
  /** Both names are the same person's. */
  SECOND_PERSON: { data: z.object({ field: z.literal('approver') }) },
} as const;

/** How a case ends without the key. */
export const GIVEN_UP_BECAUSE = ['lockChanged', 'lost'] as const satisfies readonly KeyRetirement[];

const write = callFor('keys.write').errors(keyCaseErrors);
const one = z.object({ id: recordId });
const ofKey = { commandId, key: recordId };

export const keyCaseCalls = {
  /** From its loan, whose line then closes as lost, or where it is missed in the cabinet. Opens the case. */
  loseKey: write
    .input(z.object({ ...ofKey, told: z.array(told).max(10).default([]), note }))
    .output(z.object({ id: recordId, case: recordId })),
  /** Takes a report back, within ten minutes, by who made it, while nothing was done about it since. */
  takeBackLoss: write.input(z.object({ commandId, case: recordId })).output(one),
  noteCase: write
    .input(
      z.object({
        ...{ commandId, case: recordId },
        step: z.enum(CASE_STEPS),
        who: z.enum(CASE_TOLD).nullable().default(null),
        at: instant.nullable().default(null),
        costFen: z.int().min(0).max(100_000_000).default(0),
        note,
      }),
    )
    .output(one),
  /** It has turned up: lies at this desk, and is hung up again (`hangUp`) or retired. Closes the case. */
  foundKey: write.input(z.object({ ...ofKey, note })).output(one),
  /** Hangs on its hook: what was found, or lies in the cabinet though the file has it elsewhere. */
  hangUp: write.input(z.object(ofKey)).output(one),
  /** The lock was changed, or nobody looks for it any more: the case ends and the key with it. */
  giveUpKey: callFor('keys.manage')
    .errors(keyCaseErrors)
    .input(z.object({ ...ofKey, why: z.enum(GIVEN_UP_BECAUSE), note }))
    .output(one),
  /** Open ones first, then the latest; of one key where it is named. */
  cases: callFor('keys.read')
    .input(z.object({ key: recordId.nullable().default(null) }).optional())
    .output(z.array(keyCaseRow)),

  /** Opens the bag: two persons always, and the tenant's consent or an emergency, which needs no shift. */
  openSeal: callFor('keys.write', { shift: 'exempt' })
    .errors(keyCaseErrors)
    .input(
      z.object({
        ...ofKey,
        /** As it is read off the bag. */
        seal: shownText(40),
        ground: z.enum(UNSEAL_GROUNDS),
        /** The contact who said yes. */
        consentBy: recordId.nullable().default(null),
        approval: z.string().max(64).nullable().default(null),
      }),
    )
    .output(one),
  /** In a bag again, under a new number. */
  reseal: write.input(z.object({ ...ofKey, seal: shownText(40) })).output(one),
  /** Bags that lie open: to be sealed again. */
  unsealed: callFor('keys.read')
    .input(noInput)
    .output(z.array(z.object({ id: recordId, code: z.string(), name: z.string().nullable() }))),
};
