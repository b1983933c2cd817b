// The keys register's views: one row a key, one a loan, and which keys each loan has out.

export interface KeyTable {
  readonly id: number;
  code: string;
  /** The scan code of its tag. */
  tag: number;
  /** The number of its RFID tag, hexadecimal. */
  rfid: string | null;
  kind: string;
  pieces: number;
  copies: number;
  /** Its own state; that it is out is what the open lines say. */
  state: string;
  home_desk: string;
  desk: string;
  transfer_to: string | null;
  cabinet: string | null;
  hook: string | null;
  /** JSON list of unit ids. */
  units: string;
  tenant: number | null;
  /** JSON list of kinds of borrowers; null where policy says. */
  may_borrow: string | null;
  loan_hours: number | null;
  id_asked: number;
  seal: string | null;
  name: string | null;
  opens: string | null;
  instruction: string | null;
  clock: number;
}

export interface KeyLoanTable {
  readonly id: number;
  number: string;
  state: string;
  kind: string;
  desk: string;
  day: string;
  /** The fold's place: clock of the latest event in this row. */
  clock: number;
  borrower: number;
  borrower_name: string | null;
  borrower_phone: string | null;
  borrower_from: string | null;
  authorised_by: number | null;
  authorised_by_name: string | null;
  purpose: string | null;
  remarks: string | null;
  /** JSON list of `{key, name, pieces, back, lost}`. */
  lines: string;
  lent_at: number;
  due_at: number | null;
  returned_at: number | null;
  slip_code: number;
  slip_prints: number;
  signed: number;
  /** JSON of the calls about it and what follows; null before the first. */
  calls: string | null;
  /** Who brought it back, where that was not the borrower. */
  brought_by: string | null;
  /** JSON list of why its keys were not to leave; null where nothing stood against it. */
  bars: string | null;
  /** Why they left all the same. */
  override_reason: string | null;
}

/** Which loan has, or had, which key. Those that are out stand together, apart from what is over. */
export interface KeyLoanLineTable {
  /** 1 while pieces of it are out, 2 where they were given up as lost, 0 when it is over. */
  readonly open: number;
  readonly key: number;
  readonly loan: number;
  /** Pieces that are not back. */
  pieces: number;
  borrower: number;
}
