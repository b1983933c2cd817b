// Who acts through a window's port: state of the port in the backend, never an input of a call.
import type { StoredStaff } from './staff.store.ts';

export interface Session {
  /** Null until somebody signs in, and again after they sign out. */
  staff: StoredStaff | null;
}

export function createSession(): Session {
  return { staff: null };
}
