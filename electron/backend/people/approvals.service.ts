// Gives approvals: on the spot, by phone, by one-time code, in an emergency; and has them countersigned 补签.
import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import type { approvalErrors, approvalProof, signErrors } from '../../api/approvals.contract.ts';
import { EMERGENCY_RIGHTS, holdsRight, type Right, type Role } from '../../api/rights.ts';
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { blindIndex } from '../privacy/sealing.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { Refusal, refusals } from '../shared/refusal.ts';
import { approvalEvents } from './approvals.events.ts';
import { CODE_LIFETIME_MS, isRecentCall, maySign } from './approvals.rules.ts';
import { findApproval, findOffer, type StoredApproval } from './approvals.store.ts';
import { refuseOneself, type Approvals, type Approved, type Proof } from './approvals.ts';
import { checkSignIn, type SignInParts } from './sign-in.service.ts';
import { findStaff, findStaffByNumber, type StoredStaff } from './staff.store.ts';

export interface ApprovalsServiceParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly pepper: KeyObject;
  readonly signIn: SignInParts;
  readonly approvals: Approvals;
}

/** Who acts, and the role they act in. */
export interface ApprovalsActor {
  readonly author: Author;
  readonly role: Role | null;
}

type GivenProof = z.output<typeof approvalProof>;
type Sign = { readonly commandId: string; readonly approval: number; readonly pin: string };

const refuse = refusals<typeof approvalErrors & typeof signErrors>();
const CODE_DIGITS = 8;

export type ApprovalsService = ReturnType<typeof createApprovalsService>;

/** Every function throws a `Refusal` named in the contract, with nothing granted or written, where the rules say no. */
export function createApprovalsService(parts: ApprovalsServiceParts) {
  const { database, journal, clock, random, pepper, approvals } = parts;
  const { tries } = parts.signIn;

  async function grant(
    { author }: ApprovalsActor,
    { reason, proof, ...what }: Approved & { readonly reason: string; readonly proof: GivenProof },
  ): Promise<{ approval: string; approverName: string | null }> {
    const proven = { ...(await prove(author, what.right, proof)), reason };
    const approver = proven.approver === null ? null : findStaff(database.db, proven.approver);
    return { approval: approvals.grant(author.staff, what, proven), approverName: approver?.name ?? null };
  }

  async function prove(author: Author, right: Right, proof: GivenProof): Promise<Omit<Proof, 'reason'>> {
    switch (proof.way) {
      case 'spot':
        return { way: 'spot', approver: await approverByPin(right, proof) };
      case 'phone':
        return byPhone(right, proof);
      case 'code':
        return byCode(author, right, proof.code);
      case 'emergency':
        if (!EMERGENCY_RIGHTS.has(right)) throw refuse('NO_EMERGENCY', undefined);
        refuseOneself(database.db, author.staff, proof.witness);
        return { way: 'emergency', approver: null, witness: proof.witness };
    }
  }

  async function approverByPin(
    right: Right,
    { approver, pin }: { readonly approver: string; readonly pin: string },
  ): Promise<number> {
    return allowed(await checkSignIn(parts.signIn, approver, pin), right).id;
  }

  /** Nothing proves a call but the countersignature: who approved by phone is named, and reads it there. */
  function byPhone(
    right: Right,
    { approver, called, calledAt }: Extract<GivenProof, { way: 'phone' }>,
  ): Omit<Proof, 'reason'> {
    const staff = findStaffByNumber(database.db, approver);
    if (!staff) throw refuse('APPROVER_UNKNOWN', { field: 'approver' });
    if (!isRecentCall(calledAt, clock.now())) throw refuse('CALL_TIME', { field: 'calledAt' });
    return { way: 'phone', approver: allowed(staff, right).id, called, calledAt };
  }

  function byCode({ staff }: Author, right: Right, code: string): Omit<Proof, 'reason'> {
    const guesser = String(staff);
    const waitMs = tries.begin('code', guesser);
    if (waitMs > 0) throw refuse('CODE_WAIT', { field: 'code', waitMs });
    const offer = findOffer(database.db, right, hashCode(code));
    const maker = findStaff(database.db, offer?.approver ?? -1);
    const good = maker?.active && holdsRight(maker.role, right) && (offer?.expiresAt ?? 0) > clock.now();
    if (!offer || !good) throw refuse('CODE_REFUSED', { field: 'code' });
    tries.forget('code', guesser);
    return { way: 'code', approver: maker.id, offer: offer.id };
  }

  function allowed(staff: StoredStaff, right: Right): StoredStaff {
    if (!holdsRight(staff.role, right)) throw refuse('APPROVER_ROLE', { field: 'approver' });
    return staff;
  }

  /** The number is answered and kept nowhere. */
  function makeCode({ author, role }: ApprovalsActor, right: Right): { code: string; expiresAt: number } {
    if (!holdsRight(role, right)) throw new Refusal('NOT_ALLOWED', { right });
    const code = String(random.below(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const expiresAt = clock.now() + CODE_LIFETIME_MS;
    journal.system(author, (command) => {
      command.append(approvalEvents, command.newRecord(), {
        type: 'approval.offered',
        body: { right, expiresAt },
        sealed: { code: hashCode(code) },
      });
      return null;
    });
    return { code, expiresAt };
  }

  const hashCode = (code: string): string => blindIndex(pepper, 'approval-code', code);

  async function countersign(actor: ApprovalsActor, input: Sign): Promise<{ id: number }> {
    return sign(actor, 'approvals.countersign', input, null);
  }

  async function decline(
    actor: ApprovalsActor,
    { remark, ...input }: Sign & { readonly remark: string },
  ): Promise<{ id: number }> {
    return sign(actor, 'approvals.decline', input, remark);
  }

  /** The PIN is checked first: it takes its time, and belongs into no command. */
  async function sign(
    { author }: ApprovalsActor,
    action: string,
    { pin, ...input }: Sign,
    remark: string | null,
  ): Promise<{ id: number }> {
    const signer = author.staff === null ? undefined : findStaff(database.db, author.staff);
    if (!signer) throw refuse.notFound('staff');
    await checkSignIn(parts.signIn, signer.number, pin);
    return journal.command({ action, input: { ...input, ...(remark && { remark }) } }, author, (command) => {
      const approval = findApproval(command.tx, input.approval);
      checkSignable(approval, signer);
      command.append(
        approvalEvents,
        input.approval,
        remark === null
          ? { type: 'approval.countersigned', body: {}, sealed: null }
          : { type: 'approval.declined', body: {}, sealed: { remark } },
      );
      return { id: input.approval };
    });
  }

  return { grant, makeCode, countersign, decline };
}

function checkSignable(approval: StoredApproval | undefined, signer: StoredStaff): void {
  if (!approval) throw refuse.notFound('approval');
  if (!maySign(signer, approval)) throw refuse('NOT_YOURS_TO_SIGN', undefined);
  if (approval.state !== 'due') throw refuse('SIGNED_ALREADY', undefined);
}
