// What the desk's rules say about deposits: how one is settled, what is owed again, when it is unclaimed. Pure.
import type { DeductionKind, DepositState } from '../../../api/deposit-states.ts';

const SETTLED: readonly DepositState[] = ['refunded', 'part_refunded', 'forfeited', 'refund_pending'];

const DAY_MS = 24 * 3_600_000;

/** Whether its receipt is open: nobody has settled it, and the desk has the money. */
export function isOpen({ state }: { readonly state: DepositState }): boolean {
  return state === 'held' || state === 'unclaimed';
}

/** Whether it was settled: money went out for it, is owed, or was kept. */
export function isPaidBack({ state }: { readonly state: DepositState }): boolean {
  return SETTLED.includes(state);
}

/**
 * Whether these digits are the payer's phone, or at least its last four. Where no phone is on file, anything that was
 * asked has to do.
 */
export function isPhoneOf({ payerPhone }: { readonly payerPhone: string | null }, said: string): boolean {
  const known = digitsOf(payerPhone ?? '');
  const given = digitsOf(said);
  return known === '' || (given.length >= 4 && known.endsWith(given));
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '');
}

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

/** What one settlement and the reversals since have left. */
interface KeptForLoss {
  readonly deductions: readonly { readonly kind: DeductionKind; readonly amountFen: number }[];
  readonly deductedFen: number;
  readonly shortfallFen: number;
  readonly reversedFen: number;
  readonly reversedShortfallFen: number;
}

/**
 * What is given back when `found` of `lost` things turn up: their share of what was kept for the loss. What was billed
 * beyond the deposit is let go first. Repairs and cleaning stay.
 */
export function judgeReversal(
  deposit: KeptForLoss,
  { found, lost }: { readonly found: number; readonly lost: number },
): { readonly amountFen: number; readonly shortfallFen: number } {
  const asked = deposit.deductions
    .filter(({ kind }) => kind === 'loss')
    .reduce((total, item) => total + item.amountFen, 0);
  const left = asked - deposit.reversedFen - deposit.reversedShortfallFen;
  const share = Math.max(0, Math.floor((left * Math.min(found, lost)) / Math.max(1, lost)));
  const shortfallFen = Math.min(share, deposit.shortfallFen);
  return { shortfallFen, amountFen: Math.min(share - shortfallFen, deposit.deductedFen) };
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
