// Who acts through a window's port: state of the port in the backend, never an input of a call.
import type { StoredStaff } from './staff.store.ts';

export interface Session {
  /** The record of who signed in; null until somebody does, and after they sign out. Their rights are read anew. */
  staff: number | null;
  /** The salt of the PIN they signed in with: a new PIN ends the session. */
  pinSalt: string | null;
  /** Counts sign-outs and badges, so that a sign-in that was under way does not outlive one. */
  turn: number;
}

export function createSession(): Session {
  return { staff: null, pinSalt: null, turn: 0 };
}

/** From now on this member of staff acts, with the PIN they have now. */
export function actAs(session: Session, staff: StoredStaff | null): void {
  session.staff = staff?.id ?? null;
  session.pinSalt = staff?.pin?.salt ?? null;
}

/** Who acts: nobody, once they were let go or got a new PIN. `find` answers staff as they are now. */
export function actingStaff(
  session: Session,
  find: (id: number) => StoredStaff | undefined,
): StoredStaff | null {
  const staff = session.staff === null ? undefined : find(session.staff);
  return staff?.active && staff.pin?.salt === session.pinSalt ? staff : null;
}
