// Staff and approvals: views of their events; beside them the failed tries, which belong to this one machine.

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
  /** Keyed hash of the badge's UID. */
  badge: string | null;
  /** Code of the desk they are lent to, and until when. */
  lent_to: string | null;
  lent_until: number | null;
}

/** One approval: a code that waits to be used, or an action that was approved, signed for later where it has to be. */
export interface ApprovalTable {
  readonly id: number;
  state: string;
  way: string;
  for_right: string;
  record: number | null;
  requester: number | null;
  approver: number | null;
  desk: string | null;
  shift: number | null;
  at: number;
  expires_at: number | null;
  /** Keyed hash of a one-time code. */
  code: string | null;
  due_at: number | null;
  reason: string | null;
  called: string | null;
  called_at: number | null;
  witness: string | null;
  signer: number | null;
  signed_at: number | null;
  remark: string | null;
  clock: number;
}

/** Failures in a row. The name is a kind and a keyed hash of what was typed, so that it need not belong to anybody. */
export interface FailedTryTable {
  readonly name: string;
  failures: number;
  wait_until: number;
}
