// An approval as the fold of its events.
import type { ApprovalWay } from '../../api/approvals.contract.ts';
import type { Right } from '../../api/rights.ts';
import type { Folded } from '../journal/projector.ts';
import type { ApprovalEvent } from './approvals.events.ts';

/** `offered`: a code nobody has used. `given`: nothing is left to do. `due`: somebody has to countersign. */
export type ApprovalState = 'offered' | 'given' | 'due' | 'countersigned' | 'declined';

export interface Approval {
  readonly state: ApprovalState;
  readonly way: ApprovalWay;
  readonly right: Right;
  /** What it was used for; null for a code nobody has used. */
  readonly record: number | null;
  readonly requester: number | null;
  readonly approver: number | null;
  readonly desk: string | null;
  readonly shift: number | null;
  readonly at: number;
  readonly expiresAt: number | null;
  readonly code: string | null;
  readonly dueAt: number | null;
  readonly reason: string | null;
  readonly called: string | null;
  readonly calledAt: number | null;
  readonly witness: string | null;
  readonly signer: number | null;
  readonly signedAt: number | null;
  readonly remark: string | null;
  readonly clock: number;
}

type Offered = Extract<ApprovalEvent, { type: 'approval.offered' }>;
type Used = Extract<ApprovalEvent, { type: 'approval.used' }>;

const BLANK = {
  ...{ record: null, requester: null, expiresAt: null, code: null, dueAt: null },
  ...{
    reason: null,
    called: null,
    calledAt: null,
    witness: null,
    signer: null,
    signedAt: null,
    remark: null,
  },
} as const;

export function foldApproval(approval: Approval | null, event: ApprovalEvent): Folded<Approval> {
  if (event.type === 'approval.offered') {
    return approval === null ? { state: offer(event) } : keep(approval, event, 'OFFERED_TWICE');
  }
  if (event.type === 'approval.used') {
    const free = approval === null || approval.state === 'offered';
    return free ? { state: spend(approval, event) } : keep(approval, event, 'USED_TWICE');
  }
  if (approval === null) return { state: null, issue: 'NO_BEGINNING' };
  if (approval.state !== 'due') return keep(approval, event, 'SIGNED_NOT_DUE');
  const declined = event.type === 'approval.declined';
  return {
    state: {
      ...approval,
      state: declined ? 'declined' : 'countersigned',
      signer: event.staff,
      signedAt: event.happenedAt,
      remark: declined ? (event.sealed?.remark ?? null) : null,
      clock: event.clock,
    },
  };
}

function keep(approval: Approval, { clock }: ApprovalEvent, issue: string): Folded<Approval> {
  return { state: { ...approval, clock }, issue };
}

function offer({ body, sealed, staff, desk, shift, happenedAt, clock }: Offered): Approval {
  const { right, expiresAt } = body;
  const code = sealed?.code ?? null;
  return {
    ...{ ...BLANK, state: 'offered', way: 'code', right, approver: staff, desk, shift, at: happenedAt },
    ...{ expiresAt, code, clock },
  };
}

function spend(
  offered: Approval | null,
  { body, sealed, staff, desk, shift, happenedAt, clock }: Used,
): Approval {
  const { right, record, way, approver, dueAt, calledAt } = body;
  const { reason = null, called = null, witness = null } = sealed ?? {};
  return {
    ...{ ...(offered ?? BLANK), code: null, signer: null, signedAt: null, remark: null },
    state: dueAt === null ? 'given' : 'due',
    ...{ right, record, way, approver, dueAt, calledAt, reason, called, witness },
    ...{ requester: staff, desk, shift, at: happenedAt, clock },
  };
}
