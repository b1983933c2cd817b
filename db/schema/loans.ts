// The loans register's views: types, items, counts per desk, loans, and which lines of them are out.

export interface LoanTypeTable {
  readonly id: number;
  name_zh: string;
  name_en: string;
  tracking: string;
  prefix: string;
  rain_gear: number;
  deposit_fen: number;
  loan_hours: number;
  id_asked: number;
  loss_price_fen: number;
  /** JSON list of names. */
  accessories: string;
  least: number;
  rest_minutes: number;
  rest_always: number;
  daily_check: number;
  withdrawn: number;
  clock: number;
}

export interface LoanItemTable {
  readonly id: number;
  type: number;
  asset: string;
  tag_code: number;
  /** The number of its RFID tag, hexadecimal. */
  rfid: string | null;
  /** Its own state; that it is out is a line of an open loan. */
  state: string;
  desk: string;
  until: number | null;
  remark: string | null;
  reason: string | null;
  checked_on: string | null;
  clock: number;
}

/** So many of a kind at one desk. */
export interface LoanStockTable {
  readonly id: number;
  type: number;
  desk: string;
  total: number;
  blocked: number;
  lost: number;
  /** JSON list `{count, until}`. */
  resting: string;
  clock: number;
}

export interface LoanTable {
  readonly id: number;
  number: string;
  state: string;
  desk: string;
  day: string;
  clock: number;
  borrower: number;
  borrower_name: string | null;
  borrower_phone: string | null;
  borrower_from: string | null;
  /** JSON list `{type, item, count, back, lost, condition}`. */
  lines: string;
  lent_at: number;
  due_at: number;
  returned_at: number | null;
  slip_code: number;
  slip_prints: number;
  remarks: string | null;
  waived: string | null;
  /** JSON list. */
  bars: string;
  signed: number;
  /** JSON: what came back last, which `reopen` takes back. */
  last_return: string | null;
  /** JSON: who was called about it. */
  follow_up: string | null;
  next_call_at: number | null;
  escalated: number;
  /** Whose it was by mistake, JSON; null for nobody. */
  former: string | null;
}

/** A line that is out. Items by their id; what goes by count stands under item 0. What is back has no row. */
export interface LoanLineTable {
  readonly item: number;
  readonly type: number;
  readonly desk: string;
  readonly loan: number;
  readonly line: number;
  out: number;
  borrower: number;
}
