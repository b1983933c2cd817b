// Who acts through a window's port: state of the port in the backend, never an input of a call.

export interface Session {
  /** The record of who signed in; null until somebody does, and after they sign out. Their rights are read anew. */
  staff: number | null;
  /** Counts sign-outs, so that a sign-in that was under way does not outlive one. */
  turn: number;
}

export function createSession(): Session {
  return { staff: null, turn: 0 };
}
