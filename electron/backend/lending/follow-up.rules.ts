// Whom to call about a thing that is due, in which order, and what a call leads to (registers.md §4): pure.
import type { z } from 'zod';
import type { CalledRole, CallResult, FollowUpTarget, followUpForm } from '../../api/lending.ts';
import { MINUTE_MS } from '../shared/moments.ts';
import { mayBeDue } from './due.rules.ts';
import type { FollowUps } from './follow-up.fold.ts';

export interface Callee {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Everybody who may be called about a loan. */
export interface Callees {
  readonly borrower: Callee;
  /** Who authorised it; null where nobody did. */
  readonly authoriser: Callee | null;
  readonly tenantContacts: readonly Callee[];
  /** In the tenant's own order. */
  readonly emergencyContacts: readonly Callee[];
}

/**
 * The order of calling: the borrower, who authorised, the tenant's contacts, its emergency contacts. The borrower is
 * always in it, the others with a number only, and no number twice.
 */
export function targetsOf(callees: Callees): FollowUpTarget[] {
  const all: readonly (readonly [CalledRole, Callee])[] = [
    ['borrower', callees.borrower],
    ...(callees.authoriser ? [['authoriser', callees.authoriser] as const] : []),
    ...callees.tenantContacts.map((callee) => ['tenantContact', callee] as const),
    ...callees.emergencyContacts.map((callee) => ['emergencyContact', callee] as const),
  ];
  const taken = new Set<string>();
  return all
    .filter(([role, { phone }]) => {
      const number = digitsOf(phone);
      const isNew = role === 'borrower' || (number !== '' && !taken.has(number));
      taken.add(number);
      return isNew;
    })
    .map(([role, { name, phone }], target) => ({ target, role, name, phone }));
}

function digitsOf(phone: string | null): string {
  return (phone ?? '').normalize('NFKC').replaceAll(/\D/g, '');
}

type Call = Pick<z.output<typeof followUpForm>, 'target' | 'result' | 'promisedAt' | 'nextAt'>;

export interface Outcome {
  /** A promise stands until it is over. */
  readonly promisedAt: number | null;
  readonly next: number | null;
  readonly nextAt: number | null;
  readonly escalated: boolean;
}

export type CallVerdict =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly field: 'target' | 'promisedAt' | 'nextAt' };

/** Who said so is called again; with any other result the next one in the order is. */
const SETTLED: ReadonlySet<CallResult> = new Set<CallResult>(['promised', 'told']);

/**
 * What follows from a call. After a promise the same person is called when it is over, after being told when the
 * policy's minutes are; without a result the next one in the order is who was not called yet: whoever is called out of
 * turn passes nobody over. Behind the last one it goes to the supervisor and the guards, where it stays until somebody
 * promises (registers.md §4).
 */
export function judgeCall(
  call: Call,
  facts: {
    readonly before: Pick<FollowUps, 'escalated' | 'next'>;
    /** How many there are to be called. */
    readonly targets: number;
    readonly now: number;
    /** The policy `followUp.retryMinutes`. */
    readonly retryMinutes: number;
  },
): CallVerdict {
  const { before, targets, now, retryMinutes } = facts;
  if (call.target >= targets) return { ok: false, field: 'target' };
  // Ahead, and within the year that a loan may last: a slip of the hand in the year would silence it for good.
  const isNear = (at: number): boolean => mayBeDue(at, { lentAt: now, now });
  const promisedAt = call.result === 'promised' ? call.promisedAt : null;
  if (call.result === 'promised' && (promisedAt === null || !isNear(promisedAt)))
    return { ok: false, field: 'promisedAt' };
  if (call.nextAt !== null && !isNear(call.nextAt)) return { ok: false, field: 'nextAt' };
  // Everybody before this place was called; nobody behind it was asked in turn.
  const turn = before.next ?? targets;
  const reached = call.target === turn ? turn + 1 : turn;
  const next = SETTLED.has(call.result) ? call.target : reached;
  const isLast = next >= targets;
  const escalated = isLast || (before.escalated && call.result !== 'promised');
  const nextAt = call.nextAt ?? promisedAt ?? now + retryMinutes * MINUTE_MS;
  return {
    ok: true,
    outcome: { promisedAt, next: isLast ? null : next, nextAt: isLast ? call.nextAt : nextAt, escalated },
  };
}
