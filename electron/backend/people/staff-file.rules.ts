// Who may put whom on file, which PINs are too easy, and how long somebody is lent: pure.
import { MAY_FILE, type Role } from '../../api/rights.ts';

/** Whether somebody of role `by` may put a member of staff of role `of` on file or change them. */
export function mayFile(by: Role | null, of: Role): boolean {
  return by !== null && MAY_FILE[by].includes(of);
}

/** Whether a PIN is guessed first: all one digit, or a run up or down such as 234567. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return [0, 1, -1].some((step) => steps.every((each) => each === step));
}

/** In ms. Longer than that is no lending, but another home desk. */
const LONGEST_LENDING_MS = 31 * 24 * 3_600_000;

/** Lending 顶岗 ends ahead, within a month. */
export function mayLendUntil(until: number, now: number): boolean {
  return until > now && until <= now + LONGEST_LENDING_MS;
}
