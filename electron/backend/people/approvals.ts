// Approvals 主管审批 on the spot: a supervisor's PIN grants one action on one record, once, for a minute.
import { holdsRight, type Right, type Role } from '../../api/rights.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { Refusal } from '../shared/refusal.ts';

/** What is approved: a right, used on a record, by the one command with this id (and so this input). */
export interface Approved {
  readonly right: Right;
  readonly record: number;
  readonly commandId: string;
}

/** What a register asks of approvals. */
export interface ApprovalDesk {
  /**
   * Null where the role holds the right itself, else the approver behind the token. Throws the refusal
   * APPROVAL_NEEDED. Asked inside the command; the token stays good until it is spent.
   */
  approverOf(actor: { readonly role: Role | null }, what: Approved, token: string | null): number | null;
  /** After the commit: the token serves nothing any more. */
  spend(token: string): void;
}

export interface Approvals extends ApprovalDesk {
  /** Answers the token that the window sends with its command. */
  grant(approver: number, what: Approved): string;
}

const LIFETIME_MS = 60_000;

/** Grants live in memory: one that a crash forgot is given again in seconds. */
export function createApprovals(clock: Clock, random: Random): Approvals {
  const grants = new Map<string, Approved & { readonly approver: number; readonly expires: number }>();
  return {
    grant(approver, what) {
      const now = clock.now();
      for (const [token, { expires }] of grants) if (expires < now) grants.delete(token);
      const token = random.bytes(18).toString('base64url');
      grants.set(token, { ...what, approver, expires: now + LIFETIME_MS });
      return token;
    },
    approverOf({ role }, { right, record, commandId }, token) {
      if (holdsRight(role, right)) return null;
      const grant = token === null ? undefined : grants.get(token);
      const fits = grant?.right === right && grant.record === record && grant.commandId === commandId;
      if (!grant || !fits || grant.expires < clock.now()) throw new Refusal('APPROVAL_NEEDED', { right });
      return grant.approver;
    },
    spend: (token) => void grants.delete(token),
  };
}
