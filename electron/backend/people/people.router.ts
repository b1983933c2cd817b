// Signing in and out: changes who acts through this port.
import type { ActingStaff } from '../../api/people.contract.ts';
import { holdsRight } from '../../api/rights.ts';
import { implementer } from '../router-base.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Approvals } from './approvals.ts';
import { isValidResumeToken, makeResumeToken, parseResumeToken } from './resume-token.ts';
import { createSession, type Session } from './session.ts';
import { checkSignIn, type SignInParts } from './sign-in.service.ts';
import { findStaff, type StoredStaff } from './staff.store.ts';

export interface PeopleRouterParts {
  readonly signIn: SignInParts;
  readonly approvals: Approvals;
  /** Puts staff on duty at this desk. */
  readonly goOnDuty: (staff: StoredStaff) => void;
  /** The desk's open shift, as it is now. */
  readonly openShift: () => { readonly id: number; readonly number: string } | null;
}

export function createPeopleRouter(parts: PeopleRouterParts) {
  const calls = implementer.people;
  const { clock, pepper, database } = parts.signIn;
  return calls.router({
    signIn: calls.signIn.handler(async ({ context: { session }, input }) => {
      const staff = await checkSignIn(parts.signIn, input.number, input.pin);
      parts.goOnDuty(staff);
      session.staff = staff;
      const resumeToken = makeResumeToken(staff, clock.now(), pepper);
      return { ...describe(staff, parts), resumeToken };
    }),
    approve: calls.approve.handler(async ({ input: { number, pin, right, commandId } }) => {
      const approver = await checkSignIn(parts.signIn, number, pin);
      if (!holdsRight(approver.role, right)) throw new Refusal('NOT_ALLOWED', { right });
      const approval = parts.approvals.grant(approver.id, right, commandId);
      return { approval, approverName: approver.name };
    }),
    resume: calls.resume.handler(({ context: { session }, input: { token } }) => {
      const claim = parseResumeToken(token);
      const staff = claim && findStaff(database.db, claim.staff);
      if (!staff || !isValidResumeToken(token, staff, clock.now(), pepper)) return null;
      session.staff = staff;
      return describe(staff, parts);
    }),
    signOut: calls.signOut.handler(({ context: { session } }) => {
      Object.assign(session, createSession());
      return {};
    }),
    acting: calls.acting.handler(({ context: { session } }) => describeSession(session, parts)),
  });
}

function describeSession({ staff }: Session, parts: PeopleRouterParts): ActingStaff | null {
  return staff && describe(staff, parts);
}

function describe(staff: StoredStaff, { openShift }: PeopleRouterParts): ActingStaff {
  const { id, number, name, role, language } = staff;
  const shift = openShift();
  return { id, number, name, role, language, shift: shift && { id: shift.id, number: shift.number } };
}
