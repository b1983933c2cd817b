// What the desk's rules say about deposits: how one is settled, when it is unclaimed, who may waive how much. Pure.
import type { DeductionKind } from '../../../api/deposit-states.ts';
import type { Role } from '../../../api/rights.ts';

const DAY_MS = 24 * 3_600_000;
const TAKE_BACK_MS = 10 * 60_000;

/** How the money is split: refund + deductions = amount + shortfall. */
export type SettlingVerdict =
  | { readonly ok: true; readonly refundFen: number; readonly shortfallFen: number }
  | { readonly ok: false; readonly mostFen: number };

/**
 * Splits a deposit. Deductions above it leave a shortfall to be billed 赔偿单, where that was said to be meant; else
 * `mostFen` is what they may come to.
 */
export function judgeSettling(
  amountFen: number,
  deductions: readonly { readonly amountFen: number }[],
  acceptShortfall: boolean,
): SettlingVerdict {
  const asked = deductions.reduce((total, item) => total + item.amountFen, 0);
  if (asked > amountFen && !acceptShortfall) return { ok: false, mostFen: amountFen };
  const kept = Math.min(asked, amountFen);
  return { ok: true, refundFen: amountFen - kept, shortfallFen: asked - kept };
}

/**
 * What is given back when a lost thing turns up: what was kept for its loss comes back, and what was billed beyond the
 * deposit is not asked for any more. Repairs and cleaning stay.
 */
export function judgeReversal(deposit: {
  readonly deductedFen: number;
  readonly shortfallFen: number;
  readonly deductions: readonly { readonly kind: DeductionKind; readonly amountFen: number }[];
}): { readonly amountFen: number; readonly shortfallFen: number } {
  const lost = deposit.deductions.filter(({ kind }) => kind === 'loss');
  const loss = lost.reduce((total, item) => total + item.amountFen, 0);
  const shortfallFen = Math.min(loss, deposit.shortfallFen);
  return { shortfallFen, amountFen: Math.min(loss - shortfallFen, deposit.deductedFen) };
}

/** Whether so much may be waived 免收 with a reason within the role's limit, which is in yuan. */
export function mayWaive(
  askedFen: number,
  role: Role | null,
  limits: Readonly<Record<Role, number>>,
): boolean {
  return role !== null && askedFen <= limits[role] * 100;
}

/** Nobody came for it: the loan ended that many days ago. Nothing is unclaimed while the thing itself is out. */
export function isUnclaimed(loanEndedAt: number | null, now: number, days: number): boolean {
  return loanEndedAt !== null && now - loanEndedAt >= days * DAY_MS;
}

/** What happened is entered late: not before the deposit was taken, not ahead, within the days of policy. */
export function mayHappenAt(
  happenedAt: number,
  { takenAt, now, days }: { readonly takenAt: number; readonly now: number; readonly days: number },
): boolean {
  return happenedAt >= takenAt && happenedAt <= now && now - happenedAt <= days * DAY_MS;
}

/** Within ten minutes, by who made the entry (registers.md §2). */
export function mayTakeBackEntry(
  entry: { readonly staff: number | null; readonly at: number },
  by: { readonly staff: number | null; readonly now: number },
): boolean {
  return entry.staff !== null && entry.staff === by.staff && by.now - entry.at <= TAKE_BACK_MS;
}
