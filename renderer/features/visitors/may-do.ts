// What a role may do in the visitors' register; the window offers by it, the backend decides.
import { holdsRight } from '../../../electron/api/rights.ts';
import type { Role } from '../../../electron/api/rights.ts';

export interface MayDo {
  readonly write: boolean;
  /** Without it a void asks for a supervisor's PIN. */
  readonly void: boolean;
  /** Without it a document's number is shown with approval only. */
  readonly reveal: boolean;
}

export function mayDo(role: Role): MayDo {
  return {
    write: holdsRight(role, 'visits.write'),
    void: holdsRight(role, 'visits.void'),
    reveal: holdsRight(role, 'visits.reveal'),
  };
}
