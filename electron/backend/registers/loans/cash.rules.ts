// What there should be in a till: float + received − refunded − handed in. Pure.
import type { PayMethod } from '../../../api/deposit-states.ts';
import type { CashKind } from './cash.fold.ts';

interface Total {
  readonly desk: string;
  readonly method: string;
  readonly kind: string;
  readonly fen: number;
}

/** What a desk owes by a method: open receipts and pending refunds, in fen. */
export function owedAt(owed: readonly Omit<Total, 'kind'>[], desk: string, method: PayMethod): number {
  const own = owed.filter((each) => each.desk === desk && each.method === method);
  return own.reduce((sum, { fen }) => sum + fen, 0);
}

/** What may be handed in, in fen: cash stays for what is owed; what was not cash is with finance, and goes back from there. */
export function freeOf({ balanceFen }: Pick<Till, 'balanceFen'>, heldFen: number, method: PayMethod): number {
  return Math.max(0, balanceFen - (method === 'cash' ? heldFen : 0));
}

/** The sums of one till, in fen. */
export interface Till {
  readonly floatFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly handedInFen: number;
  readonly balanceFen: number;
}

/** The till of a desk and a method. It can be below nothing, where more went out than is known to have come in. */
export function tillOf(totals: readonly Total[], desk: string, method: PayMethod): Till {
  const sum = (kind: CashKind): number =>
    totals.find((total) => total.desk === desk && total.method === method && total.kind === kind)?.fen ?? 0;
  const [floatFen, receivedFen] = [sum('float'), sum('received')];
  const [refundedFen, handedInFen] = [sum('refunded'), sum('handedIn')];
  const balanceFen = floatFen + receivedFen - refundedFen - handedInFen;
  return { floatFen, receivedFen, refundedFen, handedInFen, balanceFen };
}
