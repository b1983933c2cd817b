// When what is lent looks different by time alone: due soon, overdue, the next call.
import type { PolicyReader } from '../policies/policies.reader.ts';
import { MINUTE_MS } from '../shared/moments.ts';
import type { FollowUps } from './follow-up.fold.ts';

/** All such moments of these open loans, past and to come (UTC ms). */
export function dueMoments(
  loans: readonly { readonly dueAt: number | null; readonly followUps: Pick<FollowUps, 'nextAt'> }[],
  policies: Pick<PolicyReader, 'value'>,
): (number | null)[] {
  const soonMs = policies.value('followUp.dueSoonMinutes') * MINUTE_MS;
  return loans.flatMap(({ dueAt, followUps }) => [
    followUps.nextAt,
    // A thing is overdue once its time is over, not at the stroke.
    ...(dueAt === null ? [] : [dueAt - soonMs, dueAt + 1]),
  ]);
}
