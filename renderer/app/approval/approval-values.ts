// What the fields of an approval hold, what is wrong with it, and what is sent. Pure.
import { ORPCError } from '@orpc/client';
import { APPROVAL_WAYS, approvalProof } from '../../../electron/api/approvals.contract.ts';
import type { ApprovalProof, ApprovalWay } from '../../../electron/api/approvals.contract.ts';
import { EMERGENCY_RIGHTS } from '../../../electron/api/rights.ts';
import type { Approvable } from '../../../electron/api/rights.ts';
import type { approvalFields } from '../../copy/fields.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { Times } from '../../ui/times.ts';

export type ApprovalMessage = keyof typeof approvalFields | 'field.needed' | 'field.characters';

export interface ApprovalValues {
  readonly way: ApprovalWay;
  readonly approver: string;
  readonly pin: string;
  readonly called: string;
  /** `HH:MM` in the property's zone. */
  readonly calledAt: string;
  readonly code: string;
  readonly witness: string;
}

export function blankApproval(calledAt: string): ApprovalValues {
  return { way: 'spot', approver: '', pin: '', called: '', calledAt, code: '', witness: '' };
}

/** The ways that this right may be had; an emergency only where the table says so. */
export function waysFor(right: Approvable): readonly ApprovalWay[] {
  return APPROVAL_WAYS.filter((way) => way !== 'emergency' || EMERGENCY_RIGHTS.has(right));
}

/** The latest moment, not after `now` (UTC ms), at which the desk's clock showed this time; NaN for no time. */
export function latestAt(time: string, now: number, times: Times): number {
  const today = times.instant(times.day(now), time);
  return today > now ? times.instant(times.day(now - 24 * 3_600_000), time) : today;
}

/** What is sent; nothing of the other ways goes along. */
export function proofOf(values: ApprovalValues, calledAt: number): ApprovalProof {
  const { way, approver, pin, called, code, witness } = values;
  switch (way) {
    case 'spot':
      return { way, approver, pin };
    case 'phone':
      return { way, approver, called, calledAt };
    case 'code':
      return { way, code };
    case 'emergency':
      return { way, witness };
  }
}

const FIELDS = ['approver', 'pin', 'called', 'calledAt', 'code', 'witness'] as const;
const SHAPES: Readonly<Partial<Record<(typeof FIELDS)[number], ApprovalMessage>>> = {
  called: 'field.called',
  calledAt: 'field.calledAt',
  code: 'field.code',
  witness: 'field.characters',
};

/** What can be said before sending: field → sentence. */
export function wrongInApproval(values: ApprovalValues, calledAt: number): FieldErrors<ApprovalMessage> {
  const wrong: Record<string, ApprovalMessage> = {};
  const sent = proofOf(values, Number.isNaN(calledAt) ? -1 : calledAt);
  for (const { path } of approvalProof.safeParse(sent).error?.issues ?? []) {
    const field = FIELDS.find((name) => name === path[0]);
    if (field === undefined) continue;
    const typed = values[field].trim() !== '';
    wrong[field] = (typed ? SHAPES[field] : undefined) ?? 'field.needed';
  }
  return wrong;
}

const REFUSED: Readonly<Record<string, FieldErrors<ApprovalMessage>>> = {
  SIGN_IN_REFUSED: { pin: 'field.pinRefused' },
  SIGN_IN_WAIT: { pin: 'field.pinWait' },
  SAMPLE_PIN: { pin: 'field.samplePin' },
  APPROVER_UNKNOWN: { approver: 'field.approverUnknown' },
  APPROVER_ROLE: { approver: 'field.approverRole' },
  CALL_TIME: { calledAt: 'field.calledAt' },
  CODE_REFUSED: { code: 'field.codeRefused' },
  OWN_WITNESS: { witness: 'field.ownWitness' },
  CODE_WAIT: { code: 'field.codeWait' },
};

/** Where a refusal of an approval belongs; empty for what is none. */
export function approvalFieldsRefused(error: unknown): FieldErrors<ApprovalMessage> {
  return error instanceof ORPCError ? (REFUSED[String(error.code)] ?? {}) : {};
}
