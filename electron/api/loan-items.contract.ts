// What there is to lend: types, items with asset codes, counts per desk; put on file, rested, blocked, checked daily.
import { z } from 'zod';
import { callFor, commandId, instant, line, noInput, recordId, shownText } from './call.ts';
import { offeredBack } from './deposit-states.ts';
import { ITEM_STATES, loanErrors, TRACKING } from './loan-states.ts';

/** Where the things of a type are, at one desk. */
const stockCounts = z.object({
  available: z.int(),
  out: z.int(),
  resting: z.int(),
  outOfService: z.int(),
  lost: z.int(),
});

const typeFields = {
  nameZh: shownText(40),
  nameEn: shownText(40),
  tracking: z.enum(TRACKING),
  /** What asset codes of the type begin with: `YS` for `YS-014`. */
  prefix: z.string().regex(/^[A-Z]{1,4}$/),
  /** Put in front by rain mode 雨天模式. */
  rainGear: z.boolean(),
  /** 0: none is asked. */
  depositFen: z.int().min(0).max(10_000_000),
  loanHours: z.int().min(1).max(2400),
  idAsked: z.boolean(),
  lossPriceFen: z.int().min(0).max(10_000_000),
  accessories: z.array(shownText(40)).max(20),
  /** Fewer than so many at a desk is low. */
  least: z.int().min(0).max(999),
  /** How long a thing dries, is cleaned or charged when it comes back, in minutes; 0: not at all. */
  restMinutes: z.int().min(0).max(10_080),
  /** Also when it came back clean and dry: what has to be charged. */
  restAlways: z.boolean(),
  /** Whether each item is looked at once a day 日检. */
  dailyCheck: z.boolean(),
};
/** The names of the fields are the names that errors carry. */
export const loanTypeForm = z.object(typeFields);
export type LoanTypeForm = z.input<typeof loanTypeForm>;

/** The counts are those of the window's own desk; `desks` has all of them. */
export const loanTypeRow = loanTypeForm.extend({
  id: recordId,
  ...stockCounts.shape,
  /** Fewer available here than the type's least. */
  low: z.boolean(),
  /** Nothing of it is lent any more. */
  withdrawn: z.boolean(),
  desks: z.array(stockCounts.extend({ desk: z.string(), total: z.int() })),
});
export type LoanTypeRow = z.infer<typeof loanTypeRow>;

export const loanItemRow = z.object({
  id: recordId,
  type: recordId,
  typeNameZh: z.string(),
  typeNameEn: z.string(),
  /** `YS-014`: what stands on it. */
  asset: z.string(),
  tagCode: z.string(),
  /** The number of its RFID tag, hexadecimal. */
  rfid: z.string().nullable(),
  state: z.enum(ITEM_STATES),
  /** Where it is, or was lent last. */
  desk: z.string(),
  remark: z.string().nullable(),
  /** Why it is out of service. */
  reason: z.string().nullable(),
  /** Resting until then; null while it rests until somebody says so. */
  until: instant.nullable(),
  /** The open loan; the newest of them where two desks lent it. */
  loan: recordId.nullable(),
  loanNumber: z.string().nullable(),
  borrowerName: z.string().nullable(),
  dueAt: instant.nullable(),
  /** Local day of its last check. */
  checkedOn: z.string().nullable(),
  /** Two open loans have it: look for it. */
  contradicted: z.boolean(),
});
export type LoanItemRow = z.infer<typeof loanItemRow>;

const read = callFor('loans.read').errors(loanErrors);
const write = callFor('loans.write').errors(loanErrors);
const manage = callFor('loans.manage').errors(loanErrors);
const done = z.object({ id: recordId });
const one = { commandId, item: recordId };
/** So many of a kind at the window's desk. */
const some = { commandId, type: recordId, count: z.int().min(1).max(999) };

/** Part of the loans' calls (loans.contract.ts). */
export const loanItemCalls = {
  /** Of the window's desk first; rain gear is marked. */
  types: read.input(noInput).output(z.array(loanTypeRow)),
  /** By asset code; null for all types. */
  items: read.input(z.object({ type: recordId.nullable().default(null) })).output(z.array(loanItemRow)),
  putType: manage
    .input(loanTypeForm.extend({ commandId, type: recordId.nullable().default(null) }))
    .output(done),
  withdrawType: manage.input(z.object({ commandId, type: recordId })).output(done),
  /** A new item at the window's desk, or one whose asset code or remark changes. */
  putItem: manage
    .input(
      z.object({
        ...{ commandId, item: recordId.nullable().default(null), type: recordId },
        ...{
          asset: z
            .string()
            .trim()
            .regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/),
          remark: line(200),
        },
      }),
    )
    .output(done),
  /** Wears the RFID tag of this number from now on, however a reader writes it; null takes its tag off. */
  bindTag: manage.input(z.object({ ...one, tag: shownText(64).nullable() })).output(done),
  retireItem: manage.input(z.object(one)).output(done),
  /** How many of a kind a desk has, out and away ones counted; null is the window's own desk. */
  setStock: manage
    .input(
      z.object({
        ...{ commandId, type: recordId, desk: z.string().max(6).nullable().default(null) },
        total: z.int().min(0).max(9999),
      }),
    )
    .output(done),
  printTag: manage.input(z.object(one)).output(done.extend({ printJob: recordId })),
  /** Drying, cleaning, charging; until null, until somebody says that it is over. */
  rest: write.input(z.object({ ...one, until: instant.nullable() })).output(done),
  restOver: write.input(z.object(one)).output(done),
  /** Out of service until `release`. */
  block: write.input(z.object({ ...one, reason: shownText(200) })).output(done),
  release: manage.input(z.object(one)).output(done),
  /** Missing from the stand, with nobody who has it. */
  miss: write.input(z.object({ ...one, note: line(200) })).output(done),
  /** Lost with a loan, it is found there too, and what was kept for it may be given back (`reverse`). */
  turnedUp: write
    .input(z.object(one))
    .output(done.extend({ loan: recordId.nullable(), deposits: z.array(offeredBack) })),
  restSome: write.input(z.object({ ...some, until: instant.nullable() })).output(done),
  restSomeOver: write.input(z.object(some)).output(done),
  blockSome: write.input(z.object({ ...some, reason: shownText(200) })).output(done),
  releaseSome: manage.input(z.object(some)).output(done),
  missSome: write.input(z.object({ ...some, note: line(200) })).output(done),
  turnedUpSome: write.input(z.object(some)).output(done),
  /** Items of this desk that nobody has looked at today 日检. */
  dueChecks: read.input(noInput).output(z.array(loanItemRow)),
  /** What is not in order is blocked by it. */
  checkDaily: write.input(z.object({ ...one, ok: z.boolean(), note: line(200) })).output(done),
};
