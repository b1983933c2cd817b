// What a role may do in the keys register; the window offers by it, the backend decides.
import { holdsRight } from '../../../electron/api/rights.ts';
import type { Role } from '../../../electron/api/rights.ts';

export interface MayDo {
  readonly write: boolean;
  /** Puts keys on file. */
  readonly manage: boolean;
  /** Without it a void asks for a supervisor's approval. */
  readonly void: boolean;
  /** Without it a key that is barred leaves with approval only. */
  readonly override: boolean;
}

export function mayDo(role: Role): MayDo {
  return {
    write: holdsRight(role, 'keys.write'),
    manage: holdsRight(role, 'keys.manage'),
    void: holdsRight(role, 'keys.void'),
    override: holdsRight(role, 'keys.override'),
  };
}
