// Stocktake 盘点 of a desk's keys: scanned or hook by hook, resumed at will, finished with every difference answered.
import { z } from 'zod';
import { callFor, commandId, instant, line, noInput, recordId } from './call.ts';
import { KEY_STATES } from './key-states.ts';

export const COUNTED_BY = ['scan', 'hook'] as const;
/** `missing`: should hang here and does not. `unexpected`: hangs here and should not. */
export const FINDINGS = ['missing', 'unexpected'] as const;
export type Finding = (typeof FINDINGS)[number];
/** What became of a difference: made good before the end, or carried on with a reason. */
export const DIFFERENCE_ENDS = ['resolved', 'carried'] as const;

const counted = z.enum(['present', 'absent']).nullable();

const stocktakeLine = z.object({
  key: recordId,
  code: z.string(),
  name: z.string().nullable(),
  cabinet: z.string().nullable(),
  hook: z.string().nullable(),
  /** By the book, now. What is out is expected to be missing. */
  state: z.enum(KEY_STATES),
  borrowerName: z.string().nullable(),
  counted,
  finding: z.enum(FINDINGS).nullable(),
});

const ended = z.object({
  key: recordId,
  code: z.string(),
  name: z.string().nullable(),
  finding: z.enum(FINDINGS),
  how: z.enum(DIFFERENCE_ENDS),
  /** Null where the record is locked. */
  reason: z.string().nullable(),
});

export const stocktakeRow = z.object({
  id: recordId,
  desk: z.string(),
  /** Null: all of the desk. */
  cabinet: z.string().nullable(),
  startedAt: instant,
  startedBy: z.string().nullable(),
  finishedAt: instant.nullable(),
  /** Of what should hang here, and what was found hanging; as it was at the end where it is finished. */
  expected: z.int(),
  present: z.int(),
  differences: z.array(ended),
  issues: z.array(z.string()),
});
export type StocktakeRow = z.infer<typeof stocktakeRow>;

export const stocktakeDetail = stocktakeRow.extend({ lines: z.array(stocktakeLine) });
export type StocktakeDetail = z.infer<typeof stocktakeDetail>;

export const stocktakeErrors = {
  STOCKTAKE_OVER: { data: z.object({ stocktake: recordId }) },
  /** No tag of ours, or one that no key on file has: it is to be registered. */
  TAG_UNKNOWN: { data: z.object({ code: z.string() }) },
  NOTHING_HERE: { data: z.object({ field: z.enum(['desk', 'cabinet']) }) },
  /** Differences that nobody has answered, by key; or a reason that is not there. */
  DIFFERENCES_OPEN: { data: z.object({ keys: z.array(recordId) }) },
} as const;

const write = callFor('keys.write').errors(stocktakeErrors);
const one = z.object({ id: recordId });
const stocktake = recordId;

export const stocktakeCalls = {
  /** Begins one, or goes on with the one that is open for this desk and cabinet. */
  beginStocktake: write
    .input(z.object({ commandId, desk: z.string().min(1).max(10), cabinet: line(20) }))
    .output(one),
  /** By its tag, wherever it hangs, or by its hook. */
  countKey: write
    .input(
      z.object({
        ...{ commandId, stocktake },
        what: z.union([z.object({ key: recordId }), z.object({ code: z.string().max(64) })]),
        how: z.enum(COUNTED_BY),
        present: z.boolean(),
      }),
    )
    .output(z.object({ id: recordId, key: recordId, finding: z.enum(FINDINGS).nullable() })),
  uncountKey: write.input(z.object({ commandId, stocktake, key: recordId })).output(one),
  finishStocktake: write
    .input(
      z.object({
        ...{ commandId, stocktake },
        /** One for each difference that still stands. What was made good meanwhile is written down by itself. */
        carried: z.array(z.object({ key: recordId, reason: line(200) })).max(2000),
      }),
    )
    .output(one),
  stocktake: callFor('keys.read')
    .errors(stocktakeErrors)
    .input(z.object({ stocktake }))
    .output(stocktakeDetail),
  /** The open ones, then the last fifty, newest first. */
  stocktakes: callFor('keys.read').input(noInput).output(z.array(stocktakeRow)),
  /** When this desk's keys were last counted whole; `due` where the policy says that it is time. */
  stocktakeDue: callFor('keys.read')
    .input(noInput)
    .output(z.object({ lastAt: instant.nullable(), due: z.boolean(), open: z.array(recordId) })),
};
