// Signing in and out: changes who acts through this port.
import type { ActingStaff, SignedIn } from '../../api/people.contract.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Arrivals } from './arrivals.ts';
import { isValidResumeToken, makeResumeToken, parseResumeToken, type TokenTerms } from './resume-token.ts';
import { actAs, type Session } from './session.ts';
import { checkBadge, checkSignIn, type SignInParts } from './sign-in.service.ts';
import { createSignOuts } from './sign-outs.ts';
import { findStaff, type StoredStaff } from './staff.store.ts';

export interface PeopleRouterParts {
  readonly signIn: SignInParts;
  readonly clock: Clock;
  readonly arrivals: Arrivals;
  /** The desk's open shift, as it is now. */
  readonly openShift: () => { readonly id: number; readonly number: string } | null;
}

export function createPeopleRouter(parts: PeopleRouterParts) {
  const calls = implementer.people;
  const { pepper, database } = parts.signIn;
  const signOuts = createSignOuts(database);
  const tokenTerms = (staff: number): TokenTerms => ({
    ...{ now: parts.clock.now(), pepper },
    signOuts: signOuts.count(staff),
  });

  function begin(session: Session, staff: StoredStaff): SignedIn {
    actAs(session, staff);
    const standsIn = parts.arrivals.arrive(staff);
    const resumeToken = makeResumeToken(staff, tokenTerms(staff.id));
    return { ...describe(staff, parts), resumeToken, standsIn };
  }

  return calls.router({
    signIn: calls.signIn.handler(async ({ context: { session }, input }) => {
      const { turn } = session;
      const staff = await checkSignIn(parts.signIn, input.number, input.pin);
      // Signed out, or another badge came, while the PIN was being checked: that was the later word.
      if (session.turn !== turn) throw new Refusal('SIGN_IN_REFUSED', { field: 'pin' });
      return begin(session, staff);
    }),
    signInByBadge: calls.signInByBadge.handler(({ context: { session }, input }) => {
      const staff = checkBadge(parts.signIn, input.badge);
      session.turn += 1;
      return begin(session, staff);
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
      parts.arrivals.leave();
      if (staff !== null) signOuts.add(staff);
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
