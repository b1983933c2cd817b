// Keys 钥匙借用: what hangs in the cabinet, who has it, when it comes back.
import { z } from 'zod';
import { approvalErrors } from './approvals.contract.ts';
import { BORROWER_KINDS, borrowerPick } from './borrowers.contract.ts';
import { callFor, commandId, instant, line, noInput, recordId, scannedText, shownText } from './call.ts';
import { historyEntry } from './history.ts';
import { keyCaseCalls } from './key-cases.contract.ts';
import { keyLoanForm } from './key-forms.ts';
import { stocktakeCalls } from './key-stocktake.contract.ts';
import { keyFileCalls } from './keys-file.contract.ts';
import { KEY_BARS, KEY_KINDS, KEY_LOAN_KINDS, KEY_LOAN_STATES, KEY_STATES, keyErrors } from './key-states.ts';
import { DUE_STATES, followUpForm, followUpState, followUpTarget, signature } from './lending.ts';

const deskCode = z.string().min(1).max(10);

export const keyRow = z.object({
  id: recordId,
  /** What stands on its tag: tells nothing of the door. */
  code: z.string(),
  /** The 16 digits under which the tag is scanned. */
  tag: z.string(),
  /** Null where the record is locked. */
  name: z.string().nullable(),
  opens: z.string().nullable(),
  instruction: z.string().nullable(),
  kind: z.enum(KEY_KINDS),
  pieces: z.int(),
  copies: z.int(),
  state: z.enum(KEY_STATES),
  homeDesk: z.string(),
  /** Where it lies, or was last seen. */
  desk: z.string(),
  /** The desk it is on its way to; null where it is not in transfer. */
  transferTo: z.string().nullable(),
  cabinet: z.string().nullable(),
  hook: z.string().nullable(),
  units: z.array(recordId),
  tenant: recordId.nullable(),
  /** Null: as policy says for its kind. */
  mayBorrow: z.array(z.enum(BORROWER_KINDS)).nullable(),
  loanHours: z.int().nullable(),
  idAsked: z.boolean(),
  seal: z.string().nullable(),
  /** Pieces that are not in the cabinet. */
  piecesOut: z.int(),
  /** The open loan, where it is out. With two of them, which two desks made apart, it is `contradicted`. */
  loan: recordId.nullable(),
  loanNumber: z.string().nullable(),
  borrowerName: z.string().nullable(),
  lentAt: instant.nullable(),
  dueAt: instant.nullable(),
  due: z.enum(DUE_STATES).nullable(),
  contradicted: z.boolean(),
  /** Of what stands on file: whoever changes it says which state of it they saw. */
  clock: instant,
});
export type KeyRow = z.infer<typeof keyRow>;

const keyLoanLine = z.object({
  key: recordId,
  code: z.string(),
  /** As the slip named it. */
  name: z.string().nullable(),
  pieces: z.int(),
  back: z.int(),
  lost: z.boolean(),
});

export const keyLoanRow = z.object({
  id: recordId,
  number: z.string(),
  state: z.enum(KEY_LOAN_STATES),
  kind: z.enum(KEY_LOAN_KINDS),
  desk: z.string(),
  borrower: recordId,
  borrowerName: z.string().nullable(),
  borrowerPhone: z.string().nullable(),
  borrowerFrom: z.string().nullable(),
  lines: z.array(keyLoanLine),
  lentAt: instant,
  dueAt: instant.nullable(),
  /** When the last of it came back. */
  returnedAt: instant.nullable(),
  due: z.enum(DUE_STATES).nullable(),
  nextCallAt: instant.nullable(),
  escalated: z.boolean(),
  /** Two desks lent one of its keys apart. */
  contradicted: z.boolean(),
});
export type KeyLoanRow = z.infer<typeof keyLoanRow>;

export const keyLoanDetail = keyLoanRow.extend({
  authorisedBy: recordId.nullable(),
  authorisedByName: z.string().nullable(),
  purpose: z.string().nullable(),
  remarks: z.string().nullable(),
  slipCode: z.string(),
  slipPrints: z.int(),
  signed: z.boolean(),
  /** Who brought the last of it, where that was not the borrower. */
  broughtBy: z.string().nullable(),
  /** Why its keys were not to leave, and why they left all the same. */
  bars: z.array(z.enum(KEY_BARS)),
  overrideReason: z.string().nullable(),
  followUp: followUpState,
  /** By who made the entry, within ten minutes, while nothing happened to it since. */
  mayTakeBack: z.boolean(),
  /** The last return may be undone: by who took it in, within ten minutes. */
  mayReopen: z.boolean(),
  issues: z.array(z.string()),
});
export type KeyLoanDetail = z.infer<typeof keyLoanDetail>;

const read = callFor('keys.read').errors(keyErrors);
const write = callFor('keys.write').errors(keyErrors);
/** Needs a shift, except for what went out in an emergency: the service looks. */
const alsoInEmergency = callFor('keys.write', { shift: 'exempt' }).errors(keyErrors);
const one = z.object({ id: recordId });
const lent = z.object({ id: recordId, number: z.string(), printJob: recordId.nullable() });
const ofLoan = z.object({ commandId, loan: recordId });
const ofKey = z.object({ commandId, key: recordId });
const approval = z.string().max(64).nullable().default(null);

/** `out` is to come back; `away` is all that no cabinet has, also what is issued for good. */
export const KEY_LOAN_VIEWS = ['out', 'overdue', 'dueSoon', 'issued', 'lost', 'away', 'all'] as const;

export const keysContract = {
  /** Hands keys out, for a time or, `issued` 领用, for good. A late entry may come with its return 补录. */
  lend: write
    .input(
      keyLoanForm.extend({
        commandId,
        approval,
        kind: z.enum(['lent', 'issued']).default('lent'),
        /** Why barred keys leave all the same; nothing is kept of it where nothing bars them. */
        overrideReason: line(200).default(null),
        returnedAt: instant.nullable().default(null),
      }),
    )
    .output(lent),
  /** 紧急借用: any key goes out at once, also without an open shift; countersigned within 24 h. */
  lendEmergency: callFor('keys.write', { shift: 'exempt' })
    .errors({ ...keyErrors, OWN_WITNESS: approvalErrors.OWN_WITNESS })
    .input(keyLoanForm.extend({ commandId, reason: shownText(200), witness: shownText(50) }))
    .output(lent),
  /** May these leave with this borrower? The form asks as it is filled. */
  judge: read
    .input(
      z.object({
        keys: z.array(recordId).max(50),
        borrower: borrowerPick.nullable(),
        authorisedBy: recordId.nullable().default(null),
        lentAt: instant.nullable().default(null),
      }),
    )
    .output(
      z.object({
        dueAt: instant.nullable(),
        bars: z.array(
          z.object({
            key: recordId,
            bars: z.array(z.enum(KEY_BARS)),
            /** Who may borrow it, by its own file or by policy. */
            allowed: z.array(z.enum(BORROWER_KINDS)),
          }),
        ),
        /** Whether somebody who is on no file shows a document for them. */
        idAsked: z.boolean(),
        /** Who may authorise them: contacts of the tenants whose units they open. */
        authorisers: z.array(
          z.object({ contact: recordId, name: z.string().nullable(), phone: z.string().nullable() }),
        ),
      }),
    ),
  /** Comes back: whole or some pieces, whoever brings it, at any desk; another desk's key is then in transfer. */
  return: alsoInEmergency
    .input(
      ofLoan.extend({
        /** Null: all that is out. */
        lines: z
          .array(z.object({ key: recordId, pieces: z.int().min(1) }))
          .min(1)
          .max(50)
          .nullable()
          .default(null),
        broughtBy: line(100).default(null),
        returnedAt: instant.nullable().default(null),
        signature,
      }),
    )
    .output(z.object({ id: recordId, state: z.enum(KEY_LOAN_STATES), inTransfer: z.array(recordId) })),
  /**
   * A tag or a slip was scanned. Out: it is back at once (`reopen` undoes). In the cabinet: it is shown for lending.
   * A slip of which several keys are out takes none in (`nothing`, open): which of them are here is asked first.
   */
  scan: alsoInEmergency.input(z.object({ commandId, code: scannedText })).output(
    z.discriminatedUnion('did', [
      z.object({
        did: z.literal('returned'),
        loan: recordId,
        number: z.string(),
        keys: z.array(recordId),
        state: z.enum(KEY_LOAN_STATES),
        inTransfer: z.boolean(),
      }),
      z.object({ did: z.literal('arrived'), key: recordId }),
      z.object({
        did: z.literal('nothing'),
        key: recordId.nullable(),
        loan: recordId.nullable(),
        state: z.enum([...KEY_STATES, ...KEY_LOAN_STATES]),
      }),
      /** The same code again within three seconds. */
      z.object({ did: z.literal('ignored') }),
    ]),
  ),
  /** Undoes the last return. */
  reopen: alsoInEmergency.input(ofLoan).output(one),
  extend: write.input(ofLoan.extend({ dueAt: instant, signature })).output(one),
  takeBack: write.input(ofLoan).output(one),
  void: write.input(ofLoan.extend({ reason: shownText(200), approval })).output(one),
  amend: write
    .input(ofLoan.extend({ purpose: line(100), remarks: line(500), authorisedBy: recordId.nullable() }))
    .output(one),
  reprint: write.input(ofLoan).output(z.object({ id: recordId, printJob: recordId })),
  followUpTargets: read.input(z.object({ loan: recordId })).output(z.array(followUpTarget)),
  /** Somebody was called about it. */
  followUp: write.input(followUpForm.extend({ commandId, loan: recordId })).output(one),
  /** Sent to another desk 调拨, whose key it is from its arrival on. */
  transfer: write.input(ofKey.extend({ desk: deskCode })).output(one),
  /** Where a key can be sent. */
  desks: read
    .input(noInput)
    .output(z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }))),
  /** Taken in from a transfer, by hand; a scan of the tag does the same. */
  arrive: write.input(ofKey).output(one),
  list: read
    .input(
      z.object({
        view: z.enum(KEY_LOAN_VIEWS),
        /** For `all`: what the page before answered as `next`. */
        before: z.array(recordId).max(1000).nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(keyLoanRow), more: z.boolean(), next: z.array(recordId) })),
  /** Every key that is not retired, cabinet by cabinet and hook by hook. */
  cabinet: read.input(noInput).output(z.array(keyRow)),
  /** Keys on file by code, name, what they open, unit, tenant, hook, pinyin; those at this desk first. */
  find: read
    .input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(50).default(10) }))
    .output(z.array(keyRow)),
  get: read.input(z.object({ loan: recordId })).output(keyLoanDetail),
  /** A key and its latest loans, newest first. */
  key: read.input(z.object({ key: recordId })).output(keyRow.extend({ loans: z.array(keyLoanRow) })),
  /** Of a key or of a loan. */
  history: read.input(z.object({ record: recordId })).output(z.array(historyEntry)),
  counts: read
    .input(noInput)
    .output(
      z.object({ out: z.int(), overdue: z.int(), dueSoon: z.int(), inTransfer: z.int(), lost: z.int() }),
    ),
  ...keyFileCalls,
  ...keyCaseCalls,
  ...stocktakeCalls,
};
