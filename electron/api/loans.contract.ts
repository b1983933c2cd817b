// Loans 公共借用: umbrellas, carts, wheelchairs, lent against a name and where asked a deposit.
import { z } from 'zod';
import { borrowerErrors, borrowerPick } from './borrowers.contract.ts';
import { callFor, commandId, instant, line, noInput, recordId, scannedText, shownText } from './call.ts';
import { depositCalls, depositRow } from './deposits.contract.ts';
import { historyEntry } from './history.ts';
import {
  DUE_STATES,
  followUpErrors,
  followUpForm,
  followUpState,
  followUpTarget,
  signature,
  signatureErrors,
} from './lending.ts';
import { lentLine, loanForm } from './loan-forms.ts';
import { loanItemCalls } from './loan-items.contract.ts';
import { CONDITIONS, LOAN_BARS, LOAN_STATES, loanErrors } from './loan-states.ts';

export const loanLine = z.object({
  /** Its place in the loan, from 0. */
  line: z.int(),
  type: recordId,
  typeNameZh: z.string(),
  typeNameEn: z.string(),
  item: recordId.nullable(),
  asset: z.string().nullable(),
  count: z.int(),
  back: z.int(),
  lost: z.int(),
  condition: z.enum(CONDITIONS).nullable(),
});
export type LoanLineRow = z.infer<typeof loanLine>;

export const loanRow = z.object({
  id: recordId,
  number: z.string(),
  state: z.enum(LOAN_STATES),
  desk: z.string(),
  /** Null where the record was erased or is locked. */
  borrowerName: z.string().nullable(),
  /** Whole for whoever works the desk, masked for a clerk. */
  borrowerPhone: z.string().nullable(),
  borrowerFrom: z.string().nullable(),
  lines: z.array(loanLine),
  lentAt: instant,
  dueAt: instant,
  returnedAt: instant.nullable(),
  /** Null for what is not out any more. */
  due: z.enum(DUE_STATES).nullable(),
  deposits: z.array(depositRow),
  nextCallAt: instant.nullable(),
  escalated: z.boolean(),
});
export type LoanRow = z.infer<typeof loanRow>;

export const loanDetail = loanRow.extend({
  borrower: recordId,
  remarks: z.string().nullable(),
  slipCode: z.string(),
  slipPrints: z.int(),
  /** Why no deposit was taken, or less than is asked; null where it was. */
  waived: z.string().nullable(),
  /** What stood in the way and was let through. */
  bars: z.array(z.enum(LOAN_BARS)),
  signed: z.boolean(),
  followUp: followUpState,
  mayTakeBack: z.boolean(),
  mayReopen: z.boolean(),
  /** What came back last, while who took it in may still say how it came or undo it; else empty. */
  cameBack: z.array(z.object({ line: z.int(), count: z.int(), condition: z.enum(CONDITIONS) })),
  /** Whether who asks may take the last call about it back. */
  mayTakeBackCall: z.boolean(),
  /** What the journal says that the state did not allow; staff look at it. */
  issues: z.array(z.string()),
});
export type LoanDetail = z.infer<typeof loanDetail>;

/** How it came back; a line that is not named is still out. */
const returnedLine = z.object({ line: z.int().min(0), count: z.int().min(1), condition: z.enum(CONDITIONS) });
/** Open ones, those that are late or soon will be, those with something lost, everything. */
export const LOAN_VIEWS = ['out', 'overdue', 'dueSoon', 'lost', 'all'] as const;
const listPlace = z.array(recordId).max(1000);

const read = callFor('loans.read').errors(loanErrors);
const write = callFor('loans.write').errors({ ...loanErrors, ...borrowerErrors, ...signatureErrors });
const done = z.object({ id: recordId });
const one = { commandId, loan: recordId };
const approval = z.string().max(64).nullable().default(null);

export const loansContract = {
  lend: write.input(loanForm.extend({ commandId, approval })).output(
    z.object({
      ...{ id: recordId, number: z.string() },
      deposit: z.object({ id: recordId, number: z.string() }).nullable(),
      printJobs: z.array(recordId),
    }),
  ),
  /** What the form shows as it is filled: when it is due, which deposit is asked, what stands in the way. */
  judge: read
    .input(
      z.object({
        lines: z.array(lentLine).max(50),
        borrower: borrowerPick.nullable(),
        /** When it truly went out, where it is entered late. */
        lentAt: instant.nullable().default(null),
      }),
    )
    .output(
      z.object({
        ...{ dueAt: instant.nullable(), depositFen: z.int(), idAsked: z.boolean() },
        /** The most that may be waived without approval by who asks. */
        ...{ waiveFen: z.int(), bars: z.array(z.enum(LOAN_BARS)) },
      }),
    ),
  /** At any desk, whole (`lines` null) or in part; a deposit stays held until it is refunded or deducted. */
  return: write
    .input(
      z.object({
        ...{ ...one, lines: z.array(returnedLine).min(1).max(50).nullable().default(null) },
        ...{ way: z.enum(['scan', 'list']), returnedAt: instant.nullable().default(null), signature },
      }),
    )
    .output(done.extend({ state: z.enum(LOAN_STATES), deposits: z.array(recordId) })),
  /**
   * Item tag, asset code, loan slip or receipt. What is out comes back at once (`reopen` undoes), and a deposit that
   * is held for it is to be refunded. A slip with several things out asks which: it does nothing.
   */
  scan: write.input(z.object({ commandId, code: scannedText })).output(
    z.discriminatedUnion('did', [
      z.object({
        ...{ did: z.literal('returned'), loan: recordId, number: z.string() },
        ...{ item: recordId.nullable(), deposits: z.array(recordId) },
      }),
      z.object({
        ...{ did: z.literal('nothing'), item: recordId.nullable(), type: recordId.nullable() },
        ...{ loan: recordId.nullable(), deposit: recordId.nullable(), state: z.string() },
      }),
    ]),
  ),
  /** The return was a mistake: what came back last is out again. */
  reopen: write.input(z.object(one)).output(done),
  /** How it came back, said after the return by who took it in: all that came with the last one. */
  noteCondition: write
    .input(z.object({ ...one, condition: z.enum(CONDITIONS) }))
    .output(done.extend({ state: z.enum(LOAN_STATES) })),
  extend: write.input(z.object({ ...one, dueAt: instant })).output(done),
  lose: write
    .input(z.object({ ...one, line: z.int().min(0), count: z.int().min(1), note: line(200) }))
    .output(done),
  /** A lost one has turned up; what was deducted for it is reversed with approval. */
  found: write.input(z.object({ ...one, ...returnedLine.shape, approval })).output(done),
  /** Takes an entry back 撤销 within ten minutes of making it. */
  takeBack: write.input(z.object(one)).output(done),
  /** Voids 作废 with a reason; above a receptionist's role. */
  void: write.input(z.object({ ...one, reason: shownText(200), approval })).output(done),
  /**
   * Puts another borrower and remark in place; the old ones stay in the history. Of what is still out the other borrower
   * is judged as if it were lent to them: LOAN_BARRED, where an approval of `loans.override` for this loan lets it through.
   */
  amend: write
    .input(z.object({ ...one, borrower: borrowerPick.nullable(), remarks: line(500), approval }))
    .output(done),
  reprint: write.input(z.object(one)).output(done.extend({ printJob: recordId })),
  followUpTargets: read.input(z.object({ loan: recordId })).output(z.array(followUpTarget)),
  /** Somebody was called about it; what follows from it is decided by the rules of lending. */
  followUp: write.errors(followUpErrors).input(followUpForm.extend(one)).output(done),
  /** Takes the last call back 撤销 within ten minutes: whom to call next is as it was before. */
  takeBackCall: write.input(z.object(one)).output(done),
  /** Open views whole, `all` page by page, newest first. */
  list: read
    .input(
      z.object({
        view: z.enum(LOAN_VIEWS),
        /** `next` of the page before; null for the first. */
        before: listPlace.nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(loanRow), more: z.boolean(), next: listPlace })),
  get: read.input(z.object({ loan: recordId })).output(loanDetail),
  /** Of a loan, an item or a type. */
  history: read.input(z.object({ record: recordId })).output(z.array(historyEntry)),
  counts: read
    .input(noInput)
    .output(z.object({ out: z.int(), overdue: z.int(), dueSoon: z.int(), lost: z.int(), low: z.int() })),
  ...loanItemCalls,
  ...depositCalls,
};
