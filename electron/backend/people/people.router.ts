// Signing in and out: changes who acts through this port.
import type { ActingStaff } from '../../api/people.contract.ts';
import { holdsRight } from '../../api/rights.ts';
import { nextCount, readCounter } from '../journal/journal.store.ts';
import { implementer } from '../router-base.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Approvals } from './approvals.ts';
import { isValidResumeToken, makeResumeToken, parseResumeToken, type TokenTerms } from './resume-token.ts';
import { actAs } from './session.ts';
import { checkSignIn, type SignInParts } from './sign-in.service.ts';
import { findStaff, type StoredStaff } from './staff.store.ts';

export interface PeopleRouterParts {
  readonly signIn: SignInParts;
  readonly approvals: Approvals;
  /** Puts staff on duty at this desk. */
  readonly goOnDuty: (staff: number) => void;
  /** The desk's open shift, as it is now. */
  readonly openShift: () => { readonly id: number; readonly number: string } | null;
}

export function createPeopleRouter(parts: PeopleRouterParts) {
  const calls = implementer.people;
  const { clock, pepper, database } = parts.signIn;
  const tokenTerms = (staff: number): TokenTerms => ({
    ...{ now: clock.now(), pepper },
    signOuts: readCounter(database.db, signOutCounter(staff)),
  });
  return calls.router({
    signIn: calls.signIn.handler(async ({ context: { session }, input }) => {
      const { turn } = session;
      const staff = await checkSignIn(parts.signIn, input.number, input.pin);
      // Signed out while the PIN was being checked: that was the later word.
      if (session.turn !== turn) throw new Refusal('SIGN_IN_REFUSED', { field: 'pin' });
      actAs(session, staff);
      parts.goOnDuty(staff.id);
      const resumeToken = makeResumeToken(staff, tokenTerms(staff.id));
      return { ...describe(staff, parts), resumeToken };
    }),
    approve: calls.approve.handler(async ({ input: { number, pin, ...what } }) => {
      const approver = await checkSignIn(parts.signIn, number, pin);
      if (!holdsRight(approver.role, what.right)) throw new Refusal('NOT_ALLOWED', { right: what.right });
      const approval = parts.approvals.grant(approver.id, what);
      return { approval, approverName: approver.name };
    }),
    resume: calls.resume.handler(({ context: { session }, input: { token } }) => {
      const claim = parseResumeToken(token);
      const staff = claim && findStaff(database.db, claim.staff);
      if (!staff || !isValidResumeToken(token, staff, tokenTerms(staff.id))) return null;
      actAs(session, staff);
      return describe(staff, parts);
    }),
    signOut: calls.signOut.handler(({ context: { session } }) => {
      const { staff } = session;
      actAs(session, null);
      session.turn += 1;
      if (staff !== null) database.write((tx) => nextCount(tx, signOutCounter(staff)));
      return {};
    }),
    acting: calls.acting.handler(({ context }) => {
      const staff = context.acting();
      return staff && describe(staff, parts);
    }),
  });
}

function describe(staff: StoredStaff, { openShift }: PeopleRouterParts): ActingStaff {
  const { id, number, name, role, language } = staff;
  const shift = openShift();
  return { id, number, name, role, language, shift: shift && { id: shift.id, number: shift.number } };
}

/** How often somebody signed out: a token from before is worth nothing. */
const signOutCounter = (staff: number): string => `sign-out:${staff}`;
