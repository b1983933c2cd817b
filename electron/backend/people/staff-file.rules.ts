// Who may put whom on file, and which PINs are too easy: pure.
import type { Role } from '../../api/rights.ts';

/** registers.md §1: a supervisor adds a receptionist and the like; supervisors and admins are the admin's to add. */
const SUPERVISED: ReadonlySet<Role> = new Set<Role>(['receptionist', 'butler', 'guard', 'clerk']);

/** Whether somebody of role `by` may put a member of staff of role `of` on file or change them. */
export function mayFile(by: Role | null, of: Role): boolean {
  return by === 'admin' || (by === 'supervisor' && SUPERVISED.has(of));
}

/** Whether a PIN is guessed first: all one digit, or a run up or down such as 234567. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return [0, 1, -1].some((step) => steps.every((each) => each === step));
}
