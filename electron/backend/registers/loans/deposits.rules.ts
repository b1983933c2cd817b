// What the desk's rules say about deposits: how one is settled, what is owed again, when it is unclaimed. Pure.
import type { DeductionKind, DepositState } from '../../../api/deposit-states.ts';
import { DAY_MS } from '../../shared/moments.ts';

const SETTLED: readonly DepositState[] = ['refunded', 'part_refunded', 'forfeited', 'refund_pending'];

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
  readonly reversedFen: number;
  readonly reversedShortfallFen: number;
  readonly offeredFen: number;
}

/** Of the things that are still lost with a loan, those that turn up: by what they cost, in fen. */
export interface Weights {
  readonly found: number;
  readonly lost: number;
}

/** So many of a line are lost with a loan; each costs so much to replace, in fen. */
interface LostLine {
  readonly lost: number;
  readonly priceFen: number;
}

/** By what each costs; things of no price at all weigh alike. */
export function weigh(lines: readonly LostLine[], line: number, count: number): Weights {
  const isPriced = lines.some(({ lost, priceFen }) => lost > 0 && priceFen > 0);
  const weight = (each: LostLine | undefined): number => (isPriced ? (each?.priceFen ?? 0) : 1);
  const found = Math.min(count, lines[line]?.lost ?? 0) * weight(lines[line]);
  return { found, lost: lines.reduce((sum, each) => sum + each.lost * weight(each), 0) };
}

/**
 * What belongs to the things that turn up, in fen: their share, by what they cost, of what was kept or billed for the
 * loss and not given back before. The last of them gets the rest: all shares together are what was kept. Repairs and
 * cleaning stay.
 */
export function shareOfLoss(deposit: KeptForLoss, { found, lost }: Weights): number {
  const asked = deposit.deductions
    .filter(({ kind }) => kind === 'loss')
    .reduce((total, item) => total + item.amountFen, 0);
  const left = asked - deposit.reversedFen - deposit.reversedShortfallFen - deposit.offeredFen;
  if (left <= 0 || lost <= 0) return 0;
  // The product is beyond what a number holds exactly.
  return Number((BigInt(left) * BigInt(Math.min(found, lost))) / BigInt(lost));
}

/** How a share is given back: what was billed and never paid is let go first, the rest is money that is owed. */
export function splitShare(
  {
    deductedFen,
    shortfallFen: billed,
    shortfallPaidFen,
  }: { readonly deductedFen: number; readonly shortfallFen: number; readonly shortfallPaidFen: number },
  shareFen: number,
): { readonly amountFen: number; readonly shortfallFen: number } {
  const shortfallFen = Math.min(shareFen, Math.max(0, billed - shortfallPaidFen));
  return { shortfallFen, amountFen: Math.min(shareFen - shortfallFen, deductedFen) };
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
