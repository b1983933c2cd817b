// Calls about a loan, for the service and the queries of a register: whom to call now, what is written, what is shown.
import type { z } from 'zod';
import type { followUpErrors, followUpForm, FollowUpState, FollowUpTarget } from '../../api/lending.ts';
import type { Db } from '../database/handle.ts';
import { findContact, listContactsOf } from '../places/places-file.store.ts';
import { findTenant } from '../places/places.store.ts';
import { refusals } from '../shared/refusal.ts';
import type { FollowUps } from './follow-up.fold.ts';
import { judgeCall, targetsOf, type Callee } from './follow-up.rules.ts';

const refuse = refusals<typeof followUpErrors>();

/** Whom to call about a loan as the files are now. `borrower`: as the slip showed them. */
export function followUpTargets(
  db: Db,
  loan: {
    readonly borrower: Callee;
    /** A contact. */
    readonly authorisedBy: number | null;
    readonly tenant: number | null;
  },
): FollowUpTarget[] {
  const { borrower, authorisedBy, tenant } = loan;
  const authoriser = authorisedBy === null ? null : (findContact(db, authorisedBy) ?? null);
  const emergency = tenant === null ? undefined : findTenant(db, tenant)?.emergency_contacts;
  return targetsOf({
    borrower,
    authoriser,
    tenantContacts: tenant === null ? [] : listContactsOf(db, tenant).filter(({ active }) => active === 1),
    emergencyContacts: emergency === undefined ? [] : (JSON.parse(emergency) as Callee[]),
  });
}

/** The two halves of a `….followed_up` event. Throws the refusals of `followUpErrors`. */
export function followUpContent(
  call: z.output<typeof followUpForm>,
  facts: {
    readonly before: FollowUps;
    readonly targets: readonly FollowUpTarget[];
    readonly now: number;
    readonly retryMinutes: number;
  },
) {
  const verdict = judgeCall(call, { ...facts, targets: facts.targets.length });
  const target = facts.targets[call.target];
  if (!verdict.ok && verdict.field !== 'target') throw refuse('CALL_TIME_WRONG', { field: verdict.field });
  if (!verdict.ok || !target) throw refuse('UNKNOWN_TARGET', { field: 'target' });
  return {
    body: { role: target.role, result: call.result, ...verdict.outcome },
    sealed: { name: target.name, note: call.note },
  };
}

/** What the window shows of the calls, latest first. `staffName` answers null for who is on no file. */
export function showFollowUps(
  followUps: FollowUps,
  targets: readonly FollowUpTarget[],
  staffName: (staff: number) => string | null,
): FollowUpState {
  const { calls, next, nextAt, escalated } = followUps;
  return {
    calls: calls
      .map(({ staff, ...call }) => ({ ...call, staffName: staff === null ? null : staffName(staff) }))
      .toReversed(),
    next: next === null ? null : (targets[next] ?? null),
    ...{ nextAt, escalated },
  };
}
