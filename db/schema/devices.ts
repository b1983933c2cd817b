// Print jobs and scan codes. A job names a record and a slip; bytes and names are made when it is sent.

export interface PrintJobTable {
  /** 0 once nothing more will come of it. */
  open: number;
  readonly id: number;
  readonly record: number;
  readonly kind: string;
  readonly language: string;
  state: string;
  attempts: number;
  readonly created_at: number;
  updated_at: number;
  problem: string | null;
  readonly reprint: number;
}

/** A view: which record a printed code means. A code may mean several over time; open things win. */
export interface ScanCodeTable {
  readonly code: number;
  readonly record: number;
}
