// Keys come in: by hand, by scan, from another desk; each is one command or nothing.
import type { keyErrors, KeyLoanState, KeyState } from '../../../api/key-states.ts';
import type { Signature } from '../../../api/lending.ts';
import { findByScanCode } from '../../devices/scan-codes.store.ts';
import type { Command } from '../../journal/command.ts';
import { mayEnterLate } from '../../shared/entries.rules.ts';
import { refusals } from '../../shared/refusal.ts';
import { parseScanCode } from '../../shared/scan-code.ts';
import { tagUidOf } from '../../shared/tag-uid.ts';
import type { Actor } from '../register.ts';
import { turnUp } from './key-cases.steps.ts';
import { keyEvents } from './keys.events.ts';
import { loanInState, needShift } from './keys.checks.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { missingOf, outOf, signFor, takeIn, type TakenIn } from './key-loans.steps.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan } from './key-loans.store.ts';
import type { KeysParts } from './keys.parts.ts';
import { isSameScan, mayBeSentBy, stateOf } from './keys.rules.ts';
import { findHeldKey, findKey, listKeysByRfid, type HeldKey } from './keys.store.ts';

interface ReturnInput {
  readonly commandId: string;
  readonly loan: number;
  readonly lines: readonly { readonly key: number; readonly pieces: number }[] | null;
  readonly broughtBy: string | null;
  readonly returnedAt: number | null;
  readonly signature: Signature;
}

interface KeyInput {
  readonly commandId: string;
  readonly key: number;
}

export type Scanned =
  | {
      readonly did: 'returned';
      readonly loan: number;
      readonly number: string;
      readonly keys: number[];
      readonly state: KeyLoanState;
      readonly inTransfer: boolean;
    }
  | { readonly did: 'arrived'; readonly key: number }
  | {
      readonly did: 'nothing';
      readonly key: number | null;
      readonly loan: number | null;
      readonly state: KeyState | KeyLoanState;
    }
  | { readonly did: 'ignored' };

const refuse = refusals<typeof keyErrors>();

export type KeysService = ReturnType<typeof createKeysService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeysService(parts: KeysParts) {
  const { journal, clock, policies } = parts;
  /** Codes that did something a moment ago, and when (UTC ms): hands tremble, and two keys on one ring take turns. */
  const lately = new Map<string, number>();

  /** Whoever brings it, at any desk. A key that was given up and is brought after all comes in the same way. */
  function takeBackIn(actor: Actor, input: ReturnInput): TakenIn {
    parts.signatures.check('keyIn', input.signature);
    return journal.command({ action: 'keys.return', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', 'lost']);
      if (loan.kind !== 'emergency') needShift(actor);
      const now = clock.now();
      const happenedAt = input.returnedAt ?? now;
      // A key may be back before it left by the clocks of two desks; what somebody types has to make sense.
      const isLate = input.returnedAt !== null;
      const days = policies.value('lateEntry.days');
      if (isLate && (happenedAt < loan.lentAt || !mayEnterLate(happenedAt, now, days))) {
        throw refuse('FIELD_NEEDED', { field: 'returnedAt' });
      }
      const done = takeIn(command, loan, input.lines ?? outOf(loan), { way: 'list', happenedAt });
      turnUpWhole(command, loan, happenedAt);
      const { broughtBy } = input;
      if (broughtBy !== null) {
        const noted = {
          type: 'key_loan.bringer_noted',
          happenedAt,
          body: { named: true },
          sealed: { broughtBy },
        } as const;
        command.append(keyLoanEvents, loan.id, noted);
      }
      signFor(parts, command, loan.id, { for: 'keyIn', signature: input.signature });
      return done;
    });
  }

  /** A scan acts at once where its meaning is plain: what is out is back. Everything else is shown first. */
  function scan(actor: Actor, input: { readonly commandId: string; readonly code: string }): Scanned {
    const rfid = tagUidOf(input.code);
    const read =
      rfid === null ? parseScanCode(input.code) : { ok: true as const, kind: 'keyTag', code: rfid };
    if (!read.ok) throw refuse('UNKNOWN_TAG', { reason: read.reason });
    const { kind, code } = read;
    if (kind !== 'keyTag' && kind !== 'keyLoan') throw refuse('UNKNOWN_TAG', { reason: 'KIND' });
    const at = clock.now();
    const scanned = journal.command({ action: 'keys.scan', input }, actor.author, (command): Scanned => {
      for (const [known, then] of lately) if (!isSameScan(then, at)) lately.delete(known);
      if (lately.has(code)) return { did: 'ignored' };
      const records =
        rfid === null
          ? findByScanCode(command.tx, code)
          : listKeysByRfid(command.tx, rfid).map(({ id }) => id);
      return kind === 'keyTag' ? scanTag(actor, command, records) : scanSlip(actor, command, records);
    });
    // After the commit: on a full disk the command runs a second time.
    if (scanned.did !== 'nothing' && scanned.did !== 'ignored') lately.set(code, at);
    return scanned;
  }

  function scanTag(actor: Actor, command: Command, records: readonly number[]): Scanned {
    const keys = records.flatMap((record) => findHeldKey(command.tx, record) ?? []);
    const key = keys.find(({ state }) => state !== 'retired') ?? keys[0];
    if (!key) throw refuse('UNKNOWN_TAG', { reason: 'NOT_ISSUED' });
    const [holder] = key.holders;
    if (holder && isSignedFor()) {
      return { did: 'nothing', key: key.id, loan: holder.loan, state: stateOf(key, key.holders) };
    }
    if (key.holders.some(({ kind }) => kind !== 'emergency')) needShift(actor);
    if (holder) return bringBack(command, key);
    if (key.state === 'in_transfer' && key.transferTo === command.author.desk) {
      needShift(actor);
      command.append(keyEvents, key.id, { type: 'key.arrived', body: {}, sealed: null });
      return { did: 'arrived', key: key.id };
    }
    return { did: 'nothing', key: key.id, loan: null, state: stateOf(key, key.holders) };
  }

  /** Whoever brings a key signs for it: a scan shows its return and waits. */
  const isSignedFor = (): boolean => policies.value('signature.asked').keyIn;

  /** The key is in hand: every loan that has it by the book gets it back. The latest of them is named. */
  function bringBack(command: Command, key: HeldKey): Scanned {
    const loans = key.holders.flatMap(({ loan }) => findLoan(command.tx, loan) ?? []);
    const how = { way: 'scan', happenedAt: clock.now() } as const;
    const done = loans.map((loan) => {
      const lines = missingOf(loan).filter((line) => line.key === key.id);
      return { loan, ...takeIn(command, loan, lines, how) };
    });
    const [first] = done;
    if (!first) throw refuse('UNKNOWN_TAG', { reason: 'NOT_ISSUED' });
    const inTransfer = done.some((each) => each.inTransfer.length > 0);
    return { ...returned(first.loan, [key.id], first.state), inTransfer };
  }

  function scanSlip(actor: Actor, command: Command, records: readonly number[]): Scanned {
    const loans = records.flatMap((record) => findLoan(command.tx, record) ?? []);
    const loan = loans.find(({ state }) => state === 'open') ?? loans[0];
    if (!loan) throw refuse('UNKNOWN_TAG', { reason: 'NOT_ISSUED' });
    const lines = outOf(loan);
    // One slip stands for several keys, and some of them may be missing: the desk looks and says which.
    if (loan.state !== 'open' || lines.length > 1 || isSignedFor())
      return { did: 'nothing', key: null, loan: loan.id, state: loan.state };
    if (loan.kind !== 'emergency') needShift(actor);
    const { state, inTransfer } = takeIn(command, loan, lines, { way: 'scan', happenedAt: clock.now() });
    return {
      ...returned(
        loan,
        lines.map(({ key }) => key),
        state,
      ),
      inTransfer: inTransfer.length > 0,
    };
  }

  /** Sent to another desk 调拨, from where it hangs. What is on its way is sent elsewhere by either end of it. */
  function transfer(actor: Actor, input: KeyInput & { readonly desk: string }): { id: number } {
    return journal.command({ action: 'keys.transfer', input }, actor.author, (command) => {
      const { desk } = input;
      const key = keyAt(command, input.key, ['in_cabinet', 'in_transfer']);
      if (!mayBeSentBy(command.author.desk, key)) {
        const hangs = key.state === 'in_cabinet' ? key.desk : null;
        throw refuse('KEY_NOT_IN', { key: key.id, state: key.state, loan: null, number: null, desk: hangs });
      }
      const isThere = key.state === 'in_cabinet' && key.desk === desk;
      if (isThere || !parts.deskExists(desk)) throw refuse('UNKNOWN_DESK', { field: 'desk' });
      command.append(keyEvents, key.id, { type: 'key.sent', body: { to: desk }, sealed: null });
      return { id: key.id };
    });
  }

  /** Taken in by the desk that it was on its way to. */
  function arrive(actor: Actor, input: KeyInput): { id: number } {
    return journal.command({ action: 'keys.arrive', input }, actor.author, (command) => {
      const key = keyAt(command, input.key, ['in_transfer']);
      if (key.transferTo !== actor.author.desk)
        throw refuse('WRONG_STATE', { record: key.id, state: key.state });
      command.append(keyEvents, key.id, { type: 'key.arrived', body: {}, sealed: null });
      return { id: key.id };
    });
  }

  function keyAt(command: Command, id: number, states: readonly KeyState[]): HeldKey {
    const key = findHeldKey(command.tx, id);
    if (!key) throw refuse.notFound('key');
    const state = stateOf(key, key.holders);
    if (!states.includes(state)) throw refuse('WRONG_STATE', { record: id, state });
    return key;
  }

  return { return: takeBackIn, scan, transfer, arrive };
}

/** Keys that this loan had lost and that are back with all their pieces are found, by whatever way they came. */
function turnUpWhole(command: Command, { id, lines }: StoredLoan, happenedAt: number): void {
  const lost = lines.filter((line) => line.lost);
  if (lost.length === 0) return;
  const missing = missingOf(findLoan(command.tx, id) ?? { lines });
  for (const { key } of lost) {
    if (missing.some((line) => line.key === key)) continue;
    if (findKey(command.tx, key)?.state === 'lost') turnUp(command, key, { said: null, happenedAt });
  }
}

function returned({ id, number }: StoredLoan, keys: number[], state: KeyLoanState) {
  return { did: 'returned', loan: id, number, keys, state } as const;
}
