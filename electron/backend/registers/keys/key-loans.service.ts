// Keys leave: lent, issued for good, or at once in an emergency; each is one command or nothing.
import type { z } from 'zod';
import type { keyLoanForm } from '../../../api/key-forms.ts';
import type { KeyBar, keyErrors, KeyLoanKind } from '../../../api/key-states.ts';
import { holdsRight } from '../../../api/rights.ts';
import type { Command } from '../../journal/command.ts';
import { mayBeDue } from '../../lending/due.rules.ts';
import { mayEnterLate } from '../../shared/entries.rules.ts';
import { refusals } from '../../shared/refusal.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import type { Actor } from '../register.ts';
import { authoriserIn, dueOf, judgeKeys, keyInCabinet, keyPolicy, loanInState } from './keys.checks.ts';
import { keyEvents } from './keys.events.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { refuseHeldThen } from './key-loans.late.ts';
import { missingOf, signFor, takeIn } from './key-loans.steps.ts';
import type { Borrowing } from '../../people/borrowers.service.ts';
import type { Authoriser, KeysParts } from './keys.parts.ts';
import { borrowersOf, hangsAt } from './keys.rules.ts';
import type { StoredKey } from './keys.row.ts';

type Form = z.output<typeof keyLoanForm> & { readonly commandId: string };
type LendInput = Form & {
  readonly kind: 'lent' | 'issued';
  readonly approval: string | null;
  readonly returnedAt: number | null;
  readonly overrideReason: string | null;
};
type EmergencyInput = Form & { readonly reason: string; readonly witness: string };

/** A loan's number, and the print job of its slip where one was asked for. */
export interface Lent {
  readonly id: number;
  readonly number: string;
  readonly printJob: number | null;
}

/** What of a form belongs to one loan, looked up. */
interface Leaving {
  readonly keys: readonly StoredKey[];
  readonly borrower: Borrowing & { readonly id: number };
  readonly authoriser: Authoriser | null;
  readonly kind: KeyLoanKind;
  /** What stood against it, and why they leave all the same. */
  readonly bars: readonly KeyBar[];
  readonly overrideReason: string | null;
  /** When it was over, where it is written down late with its return (UTC ms); else null. */
  readonly until: number | null;
}

const refuse = refusals<typeof keyErrors>();

export type KeyLoansService = ReturnType<typeof createKeyLoansService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyLoansService(parts: KeysParts) {
  const { journal, clock, slips, approvals, policies } = parts;

  function lend(actor: Actor, input: LendInput): Lent {
    const { kind, approval, returnedAt } = input;
    // Who was asked to sign has gone long ago where it is written down late.
    if (returnedAt === null) parts.signatures.check('keyOut', input.signature);
    const done = printing(() =>
      journal.command({ action: 'keys.lend', input }, actor.author, (command) => {
        const borrower = parts.borrowers.resolve(command, input.borrower);
        const keys = keysOf(command, input, input.lentAt === null && returnedAt === null);
        const authoriser = authoriserIn(parts, keys, input.authorisedBy);
        // What is back on its hook has left already: what happened is written down, whoever should have been asked.
        const bars = returnedAt === null ? approve(command, actor, { ...input, keys, borrower }) : [];
        const overrideReason = bars.length === 0 ? null : input.overrideReason;
        const lent = append(command, actor, input, {
          ...{ bars, overrideReason, keys, borrower, authoriser, kind, until: returnedAt },
        });
        if (returnedAt !== null) returnLate(command, lent.id, returnedAt);
        return lent;
      }),
    );
    approvals.spend(approval);
    return done;
  }

  /** Emergencies never wait: nothing bars the key, and somebody signs for it within a day. */
  function lendEmergency(actor: Actor, input: EmergencyInput): Lent {
    const { reason, witness } = input;
    return printing(() =>
      journal.command({ action: 'keys.lendEmergency', input }, actor.author, (command) => {
        const borrower = parts.borrowers.resolve(command, input.borrower);
        const keys = keysOf(command, input, false);
        const authoriser = authoriserIn(parts, keys, input.authorisedBy);
        const lent = append(command, actor, input, {
          ...{ bars: [], overrideReason: null, keys, borrower, authoriser, kind: 'emergency', until: null },
        });
        const proof = { way: 'emergency', approver: null, reason, witness } as const;
        approvals.enter(command, { right: 'keys.emergency', record: lent.id }, proof);
        return lent;
      }),
    );
  }

  /**
   * The keys of a form, each once and each in a cabinet. `fromHere`: in the one of this desk, unless its tag was read
   * here, whatever the book says: then it was brought. What left long ago, or in an emergency, hung wherever it hung.
   */
  function keysOf(command: Command, { keys }: Form, fromHere: boolean): StoredKey[] {
    const twice = keys.find(({ key }, at) => keys.findIndex((other) => other.key === key) !== at);
    if (twice) throw refuse('FIELD_NEEDED', { field: 'keys' });
    return keys.map(({ key: id, scanned }) => {
      const key = unsealed(keyInCabinet(command.tx, id));
      if (fromHere && !hangsAt(command.author.desk, key)) takeFrom(command, key, scanned);
      return key;
    });
  }

  /** What bars them, each once. Throws KEY_BARRED, naming the keys that may not leave, unless somebody who may has approved each of them. */
  function approve(
    command: Command,
    actor: Actor,
    asked: Pick<LendInput, 'commandId' | 'approval' | 'authorisedBy'> & Pick<Leaving, 'keys' | 'borrower'>,
  ): KeyBar[] {
    const judged = judgeKeys(parts, command.tx, { ...asked, now: clock.now() });
    const [barred, ...more] = judged;
    if (!barred) return [];
    const others = more.map((each) => each.key.id);
    const { commandId, approval } = asked;
    const { key, bars } = barred;
    const right = 'keys.override';
    if (approval === null && !holdsRight(actor.role, right)) {
      const allowed = [...borrowersOf(key, keyPolicy(parts))];
      throw refuse('KEY_BARRED', { key: key.id, bars: [...bars], others, right, allowed });
    }
    approvals.use(command, actor, { right, record: key.id, others, commandId }, approval);
    return [...new Set(judged.flatMap((each) => each.bars))];
  }

  function append(command: Command, actor: Actor, input: Form, leaving: Leaving): Lent {
    const { keys, borrower, authoriser, kind, bars, overrideReason } = leaving;
    const now = clock.now();
    const lentAt = input.lentAt ?? now;
    if (!mayEnterLate(lentAt, now, policies.value('lateEntry.days'))) {
      throw refuse('FIELD_NEEDED', { field: 'lentAt' });
    }
    if (input.lentAt !== null)
      refuseHeldThen(command.tx, keys, { from: lentAt, until: leaving.until ?? now });
    const dueAt = dueAtOf(command, input, { ...leaving, lentAt });
    const record = command.newRecord();
    const number = command.nextNumber('K');
    const lines = keys.map((key, at) => ({
      key: key.id,
      pieces: piecesOf(key, input.keys[at]?.pieces ?? null),
    }));
    command.append(keyLoanEvents, record, {
      type: 'key_loan.lent',
      happenedAt: lentAt,
      body: {
        ...{ number, slipCode: newScanCode('keyLoan', parts.random), kind, lines, dueAt },
        ...{ borrower: borrower.id, authorisedBy: authoriser?.id ?? null, slipPrinted: input.printSlip },
        bars: [...bars],
      },
      sealed: {
        ...{ borrowerName: borrower.name, borrowerPhone: borrower.phone, borrowerFrom: borrower.from },
        ...{ authorisedByName: authoriser?.name ?? null, purpose: input.purpose, remarks: input.remarks },
        overrideReason,
        keyNames: keys.map(({ name }) => name),
      },
    });
    signFor(parts, command, record, { for: 'keyOut', signature: input.signature });
    const order = { record, kind: 'keyLoan', language: actor.language, reprint: 0 } as const;
    return { id: record, number, printJob: input.printSlip ? slips.enqueue(command.tx, order) : null };
  }

  /** UTC ms; null for what is issued. What is over already may have been due at any time. */
  function dueAtOf(
    command: Command,
    { dueAt }: Form,
    { keys, kind, until, lentAt }: Leaving & { readonly lentAt: number },
  ): number | null {
    if (kind === 'issued') return null;
    if (dueAt === null) return dueOf(parts, keys, { lentAt, desk: command.author.desk });
    if (until === null && !mayBeDue(dueAt, { lentAt, now: clock.now() }))
      throw refuse('FIELD_NEEDED', { field: 'dueAt' });
    return dueAt;
  }

  function returnLate(command: Command, record: number, returnedAt: number): void {
    const loan = loanInState(command.tx, record, ['open']);
    if (returnedAt < loan.lentAt || returnedAt > clock.now())
      throw refuse('FIELD_NEEDED', { field: 'returnedAt' });
    takeIn(command, loan, missingOf(loan), { way: 'late', happenedAt: returnedAt });
  }

  /** Writes the slip anew: torn, or lost on the way. */
  function reprint(
    actor: Actor,
    input: { readonly commandId: string; readonly loan: number },
  ): { id: number; printJob: number } {
    return printing(() =>
      journal.command({ action: 'keys.reprint', input }, actor.author, (command) => {
        const { id, slipPrints } = loanInState(command.tx, input.loan, ['open']);
        command.append(keyLoanEvents, id, { type: 'key_loan.slip_reprinted', body: {}, sealed: null });
        const order = { record: id, kind: 'keyLoan', language: actor.language, reprint: slipPrints };
        return { id, printJob: slips.enqueue(command.tx, order) };
      }),
    );
  }

  /** A slip is on its way as soon as its job is committed; nobody waits for the printer. */
  function printing<T>(work: () => T): T {
    const result = work();
    slips.wake();
    return result;
  }

  return { lend, lendEmergency, reprint };
}

/** Throws KEY_NOT_IN with the desk where it hangs, unless it is in hand here. */
function takeFrom(command: Command, { id, state, desk }: StoredKey, inHand: boolean): void {
  if (!inHand) throw refuse('KEY_NOT_IN', { key: id, state, loan: null, number: null, desk });
  command.append(keyEvents, id, { type: 'key.brought', body: {}, sealed: null });
}

/** Of a set some pieces may leave; null is the whole of it. */
function piecesOf(key: StoredKey, pieces: number | null): number {
  if (pieces !== null && pieces > key.pieces) {
    throw refuse('PIECES_WRONG', { field: 'pieces', key: key.id, most: key.pieces });
  }
  return pieces ?? key.pieces;
}

/** What lies in a sealed bag leaves only once two persons have opened that. */
function unsealed<Key extends StoredKey>(key: Key): Key {
  if (key.kind === 'deposited' && key.seal !== null) throw refuse('KEY_SEALED', { key: key.id });
  return key;
}
