// Who noted the last call about a loan, and how the calling stood before it: for taking the call back a moment later.
import type { z } from 'zod';
import type { WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { entriesOf } from '../journal/entries.ts';
import { NOT_FOLLOWED } from './follow-up.fold.ts';
import { callTakenBack, followedUp } from './lending.events.ts';

/** What goes with an entry and is none of its own. */
const BESIDES = /\.(slip_reprinted|signed)$/;

export interface LastCall {
  readonly staff: number | null;
  /** When it was typed, UTC ms. */
  readonly at: number;
  readonly before: z.infer<(typeof callTakenBack)['body']>;
}

/** `noun` is the register's own, `loan` for instance. Null where the record's latest entry is no call. */
export function lastCallOf(db: Db, record: number, noun: string): LastCall | null {
  const entries = entriesOf(db, record, BESIDES);
  const last = entries.pop();
  if (last?.type !== `${noun}.followed_up`) return null;
  const earlier = entries.findLast(({ type }) => shapeOf(type, noun) || type === `${noun}.extended`);
  const { next, nextAt, escalated } = standing(earlier, noun) ?? NOT_FOLLOWED;
  return { staff: last.staff, at: last.recordedAt, before: { next, nextAt, escalated } };
}

function shapeOf(type: string, noun: string) {
  if (type === `${noun}.followed_up`) return followedUp.body;
  return type === `${noun}.call_taken_back` ? callTakenBack.body : null;
}

/** What an entry says of the calling from then on; undefined for one after which it begins anew. */
function standing(entry: WireEvent | undefined, noun: string) {
  return entry && shapeOf(entry.type, noun)?.safeParse(entry.body).data;
}
