// Approvals 主管审批 on the spot: a supervisor's PIN grants one command, once, for a minute.
import type { Right } from '../../api/rights.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';

export interface Approvals {
  /** Grants `right` to the one command with this id. Answers the token that the window sends with it. */
  grant(approver: number, right: Right, commandId: string): string;
  /** The approver behind a token; null where it was used, has expired, or was given for something else. */
  use(token: string, right: Right, commandId: string): number | null;
}

interface Grant {
  readonly approver: number;
  readonly right: Right;
  readonly commandId: string;
  readonly expires: number;
}

const LIFETIME_MS = 60_000;

/** Grants live in memory: one that outlived a crash would be given again in seconds. */
export function createApprovals(clock: Clock, random: Random): Approvals {
  const grants = new Map<string, Grant>();
  return {
    grant(approver, right, commandId) {
      const now = clock.now();
      for (const [token, { expires }] of grants) if (expires < now) grants.delete(token);
      const token = random.bytes(18).toString('base64url');
      grants.set(token, { approver, right, commandId, expires: now + LIFETIME_MS });
      return token;
    },
    use(token, right, commandId) {
      const grant = grants.get(token);
      if (!grant || grant.right !== right || grant.commandId !== commandId) return null;
      grants.delete(token);
      return grant.expires >= clock.now() ? grant.approver : null;
    },
  };
}
