// Staff: a view of their events, and beside it the failed sign-ins, which belong to this one machine.

export interface StaffTable {
  readonly id: number;
  number: string;
  name: string | null;
  role: string;
  home_desk: string | null;
  active: number;
  language: string;
  /** JSON `{salt, hash, cost, block, parallel}`; null where the record is locked or erased. */
  pin: string | null;
  clock: number;
}

export interface SignInFailureTable {
  readonly staff: number;
  failures: number;
  wait_until: number;
}
