// The shift handover register's view. The handover itself joins later; a shift is opened by the first sign-in.

export interface ShiftTable {
  readonly id: number;
  number: string;
  desk: string;
  /** Business date of its start. */
  day: string;
  name: string;
  lead: number;
  /** JSON list of staff ids, in the order they came on duty. */
  on_duty: string;
  opened_at: number;
  closed_at: number | null;
  clock: number;
}
