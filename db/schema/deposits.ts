// What the loans register holds of money and of things that belong to no loan: deposits, the till, stray returns.

export interface DepositTable {
  readonly id: number;
  number: string;
  code: number;
  loan: number;
  state: string;
  /** Who holds the money. */
  desk: string;
  day: string;
  clock: number;
  method: string;
  amount_fen: number;
  taken_at: number;
  payer_name: string | null;
  payer_phone: string | null;
  reference: string | null;
  /** What it was taken for, as the receipt says it. */
  items: string | null;
  unclaimed_at: number | null;
  refunded_fen: number;
  deducted_fen: number;
  pending_fen: number;
  shortfall_fen: number;
  receipt_prints: number;
  /** JSON: settlements, payments and whatever else the fold goes on from. */
  book: string;
  offered_fen: number;
}

/** A float that was put in, or a sum that finance got. */
export interface CashMoveTable {
  readonly id: number;
  kind: string;
  desk: string;
  day: string;
  clock: number;
  method: string;
  amount_fen: number;
  at: number;
  receiver: string | null;
  /** How many unclaimed deposits left the desk with it. */
  deposits: number;
  taken_back: number;
}

/** What all deposits and moves together did to a till. A sum of nothing has no row. */
export interface CashTotalTable {
  readonly desk: string;
  readonly method: string;
  readonly kind: string;
  fen: number;
}

/** Something that came back and belongs to no loan that is known 无主归还. */
export interface StrayReturnTable {
  readonly id: number;
  state: string;
  type: number;
  item: number | null;
  count: number;
  condition: string;
  desk: string;
  day: string;
  clock: number;
  at: number;
  remarks: string | null;
  loan: number | null;
  line: number | null;
}
