// Approvals 主管审批 as a register uses them: asked for inside its command, written down beside what was approved.
import type { approvalErrors, ApprovalWay } from '../../api/approvals.contract.ts';
import { holdsRight, type Right, type Role } from '../../api/rights.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Command } from '../journal/command.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { Refusal, refusals } from '../shared/refusal.ts';
import { approvalEvents } from './approvals.events.ts';
import { dueAt, isOneself } from './approvals.rules.ts';
import { findApproval } from './approvals.store.ts';
import { findStaff } from './staff.store.ts';

/** What is approved: a right, used on a record, by the one command with this id (and so this input). */
export interface Approved {
  readonly right: Right;
  readonly record: number;
  /** More records that the same command needs it for: each is approved by name, or the command is refused. */
  readonly others?: readonly number[];
  readonly commandId: string;
}

/** How it came about, as it is written down when it is used. */
export interface Proof {
  readonly way: ApprovalWay;
  /** Null in an emergency. */
  readonly approver: number | null;
  /** The code's own record, which is used up. */
  readonly offer?: number;
  readonly reason: string | null;
  readonly called?: string;
  readonly calledAt?: number;
  readonly witness?: string;
}

/** What a register asks of approvals. */
export interface ApprovalDesk {
  /**
   * Call inside the command, before its events: they then name the approver, and the approval stands beside them. Does
   * nothing where the role holds the right itself. Throws the refusal APPROVAL_NEEDED, also for a code that another
   * command has used meanwhile. The token stays good until it is spent. Answers who approved; null for nobody.
   */
  use(
    command: Command,
    actor: { readonly role: Role | null; readonly author: Author },
    what: Approved,
    token: string | null,
  ): number | null;
  /** Call after the commit: the token serves nothing any more. */
  spend(token: string | null): void;
}

export interface Approvals extends ApprovalDesk {
  /** Answers the token that the window of `staff` sends with its command. */
  grant(staff: number | null, what: Approved, proof: Proof): string;
  /** Writes an approval down at once, for what no token was asked for. Throws OWN_WITNESS. */
  enter(command: Command, what: Omit<Approved, 'commandId'>, proof: Proof): void;
}

export interface ApprovalsParts {
  readonly clock: Clock;
  readonly random: Random;
  /** When the shift after the present one ends (UTC ms). */
  readonly nextShiftEnds: () => number;
}

const LIFETIME_MS = 60_000;
const refuse = refusals<typeof approvalErrors>();

interface Grant extends Approved {
  readonly staff: number | null;
  readonly proof: Proof;
  readonly expires: number;
}

/** Grants live in memory: one that a crash forgot is given again in seconds. A code is used up in the journal. */
export function createApprovals({ clock, random, nextShiftEnds }: ApprovalsParts): Approvals {
  const grants = new Map<string, Grant>();

  function enter(command: Command, { right, record }: Omit<Approved, 'commandId'>, proof: Proof): void {
    const { way, approver, offer, reason, called = null, calledAt = null, witness = null } = proof;
    if (witness !== null) refuseOneself(command.tx, command.author.staff, witness);
    if (approver !== null) command.approvedBy(approver);
    command.append(approvalEvents, offer ?? command.newRecord(), {
      type: 'approval.used',
      body: { right, record, way, approver, calledAt, dueAt: dueAt(way, clock.now(), nextShiftEnds()) },
      sealed: { reason, called, witness },
    });
  }

  return {
    enter,
    grant(staff, what, proof) {
      const now = clock.now();
      for (const [token, { expires }] of grants) if (expires < now) grants.delete(token);
      const token = random.bytes(18).toString('base64url');
      grants.set(token, { ...what, staff, proof, expires: now + LIFETIME_MS });
      return token;
    },
    use(command, { role, author }, what, token) {
      if (holdsRight(role, what.right)) return null;
      const grant = token === null ? undefined : grants.get(token);
      const fits = grant !== undefined && isFor(grant, command, what) && grant.staff === author.staff;
      const used = grant?.proof.offer !== undefined && !isFree(command, grant.proof.offer);
      if (!fits || used || grant.expires < clock.now()) {
        throw new Refusal('APPROVAL_NEEDED', { right: what.right });
      }
      enter(command, what, grant.proof);
      // Each record says in its own history who approved it; a code is used up by the first.
      const { offer: _, ...proof } = grant.proof;
      for (const record of what.others ?? []) enter(command, { right: what.right, record }, proof);
      return grant.proof.approver;
    },
    spend: (token) => void (token !== null && grants.delete(token)),
  };
}

/** Throws OWN_WITNESS where the witness is whoever acts. */
export function refuseOneself(db: Db, staff: number | null, witness: string): void {
  const actor = staff === null ? undefined : findStaff(db, staff);
  if (actor && isOneself(witness, actor)) throw refuse('OWN_WITNESS', { field: 'witness' });
}

/** A grant on record 0 is for the record that its command makes, and no other: nobody knew its id when it was asked for. */
function isFor(grant: Grant, { tx }: Command, { right, record, others = [], commandId }: Approved): boolean {
  const isBegun = (): boolean => listRecordEvents(tx, record).length > 0;
  const named = new Set([grant.record, ...(grant.others ?? [])]);
  const isNamed = named.has(record) || (grant.record === 0 && !isBegun());
  const fits = isNamed && others.every((other) => named.has(other));
  return fits && grant.right === right && grant.commandId === commandId;
}

function isFree({ tx }: Command, offer: number): boolean {
  return findApproval(tx, offer)?.state === 'offered';
}
