// What keeps the key cabinet in order, as tables: cases of lost keys, and stocktakes.

export interface KeyCaseTable {
  readonly id: number;
  /** 1 until it is closed. */
  open: number;
  readonly key: number;
  readonly loan: number | null;
  readonly opened_at: number;
  outcome: string | null;
  closed_at: number | null;
  /** In all, fen. */
  cost_fen: number;
  /** JSON list of what was done, oldest first. */
  steps: string;
  clock: number;
}

export interface KeyStocktakeTable {
  readonly id: number;
  /** 1 until it is finished. */
  open: number;
  readonly desk: string;
  readonly cabinet: string | null;
  readonly started_at: number;
  readonly started_by: number | null;
  finished_at: number | null;
  /** JSON list of `{key, present, expected}`. */
  counts: string;
  expected: number;
  present: number;
  /** JSON list of `{key, finding, how, reason}`; filled at the end. */
  differences: string;
  clock: number;
}
