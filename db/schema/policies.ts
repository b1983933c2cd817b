// Policies: what an admin decided, as a view of the policy events; one row a policy that was ever changed.

export interface PolicyTable {
  readonly id: number;
  key: string;
  /** JSON; null where the shipped default was put back. */
  value: string | null;
  /** Running number of the value: the shipped one is 1. */
  revision: number;
  changed_at: number;
  staff: number | null;
  clock: number;
}
