// The calls about a loan as the fold of its events. A register keeps them in one column of its row, as JSON.
import type { z } from 'zod';
import type { CallResult, CalledRole } from '../../api/lending.ts';
import type { EventMeta } from '../journal/events.ts';
import type { callTakenBack, followedUp } from './lending.events.ts';

export interface FollowedCall {
  readonly at: number;
  readonly staff: number | null;
  readonly role: CalledRole;
  /** Null where the record was erased or is locked, as is the note. */
  readonly name: string | null;
  readonly result: CallResult;
  readonly promisedAt: number | null;
  readonly nextAt: number | null;
  readonly note: string | null;
}

export interface FollowUps {
  /** In the order in which they were made. */
  readonly calls: readonly FollowedCall[];
  /** Whom to call next, by place in the order; null when nobody is left. */
  readonly next: number | null;
  /** When the next call is due, UTC ms; null before the first one: then the loan's own time counts. */
  readonly nextAt: number | null;
  /** The supervisor and the guards have it. */
  readonly escalated: boolean;
}

/** Nobody was called yet. */
export const NOT_FOLLOWED: FollowUps = { calls: [], next: 0, nextAt: null, escalated: false };

type FollowedUp = Pick<EventMeta, 'happenedAt' | 'staff'> & {
  readonly body: z.infer<(typeof followedUp)['body']>;
  readonly sealed: z.infer<(typeof followedUp)['sealed']> | null;
};

export function foldCall({ calls }: FollowUps, { happenedAt, staff, body, sealed }: FollowedUp): FollowUps {
  const { role, result, promisedAt, next, nextAt, escalated } = body;
  const { name, note } = sealed ?? { name: null, note: null };
  const call = { at: happenedAt, staff, role, name, result, promisedAt, nextAt, note };
  return { calls: [...calls, call], next, nextAt, escalated };
}

/** The last call was a mistake; `body` is how it stood before. */
export function foldCallTakenBack(
  { calls }: FollowUps,
  { next, nextAt, escalated }: z.infer<(typeof callTakenBack)['body']>,
): FollowUps {
  return { calls: calls.slice(0, -1), next, nextAt, escalated };
}

/** The loan was extended: what was said before stands, the calling begins anew. */
export function followAnew({ calls }: FollowUps): FollowUps {
  return { ...NOT_FOLLOWED, calls };
}
