// Which approvals are countersigned and until when, who may sign, and which calls and codes count: pure.
import type { ApprovalWay } from '../../api/approvals.contract.ts';
import { holdsRight, SHIFT_ROLES, type Right, type Role } from '../../api/rights.ts';
import { HOUR_MS } from '../shared/moments.ts';

/** Emergencies are countersigned within a day (registers.md §1). In ms. */
const EMERGENCY_MS = 24 * HOUR_MS;
/** A telephone call of yesterday approves nothing today. In ms. */
const CALL_MS = 24 * HOUR_MS;
/** In ms: long enough to walk to the other desk, too short to be handed on. */
export const CODE_LIFETIME_MS = HOUR_MS / 2;

/** Until when (UTC ms) it is to be countersigned: by the next shift, an emergency within 24 h; null for never. */
export function dueAt(way: ApprovalWay, now: number, nextShiftEnds: number): number | null {
  if (way === 'phone') return nextShiftEnds;
  return way === 'emergency' ? now + EMERGENCY_MS : null;
}

/** A call that was made, and not long ago. */
export function isRecentCall(calledAt: number, now: number): boolean {
  return calledAt <= now && calledAt > now - CALL_MS;
}

/** Who may approve it may sign for it, but never for what they did themselves. */
export function maySign(
  signer: { readonly id: number; readonly role: Role | null },
  approval: { readonly right: Right; readonly requester: number | null },
): boolean {
  return signer.id !== approval.requester && holdsRight(signer.role, approval.right);
}

/**
 * Whether a witness, as typed, is this member of staff: by number, or by name with whatever stands beside it (a job, a
 * number, brackets). Somebody whose longer name begins alike is somebody else.
 */
export function isOneself(
  witness: string,
  { number, name }: { readonly number: string; readonly name: string | null },
): boolean {
  const typed = wordsOf(witness);
  const own = wordsOf(name ?? '');
  const isNamed = ` ${typed.join(' ')} `.includes(` ${own.join(' ')} `) || typed.join('') === own.join('');
  return typed.join('') === wordsOf(number).join('') || (own.length > 0 && isNamed);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export interface Placed {
  readonly role: Role;
  readonly homeDesk: string | null;
  readonly lent: { readonly desk: string; readonly until: number } | null;
}

/** Stands at a desk that is not theirs and that nobody has lent them to 顶岗. Supervisors and clerks belong to none. */
export function standsIn({ role, homeDesk, lent }: Placed, desk: string, now: number): boolean {
  if (!SHIFT_ROLES.has(role) || homeDesk === null || homeDesk === desk) return false;
  return !(lent?.desk === desk && lent.until > now);
}
