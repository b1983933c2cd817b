// What a role may do in the loans register; the window offers by it, the backend decides.
import { holdsRight } from '../../../electron/api/rights.ts';
import type { Role } from '../../../electron/api/rights.ts';

export interface MayDo {
  readonly write: boolean;
  /** Releases what was blocked. */
  readonly manage: boolean;
  /** Without it a void asks for a supervisor's approval; the two below likewise. */
  readonly void: boolean;
  /** Lends what is barred. */
  readonly override: boolean;
  /** Deducts from a deposit. */
  readonly decide: boolean;
  readonly cash: boolean;
}

export function mayDo(role: Role): MayDo {
  return {
    write: holdsRight(role, 'loans.write'),
    manage: holdsRight(role, 'loans.manage'),
    void: holdsRight(role, 'loans.void'),
    override: holdsRight(role, 'loans.override'),
    decide: holdsRight(role, 'loans.decide'),
    cash: holdsRight(role, 'cash.manage'),
  };
}
