// The steps of a loan that several actions take within their command: keys come in, keys are on their way home.
import type { keyErrors } from '../../../api/key-states.ts';
import type { Signature } from '../../../api/lending.ts';
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { Command } from '../../journal/command.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { refusals } from '../../shared/refusal.ts';
import { keyEvents } from './keys.events.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import type { KeysParts } from './keys.parts.ts';
import type { StoredKey } from './keys.row.ts';
import { findKey, listHolders } from './keys.store.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { listGivenUp } from './key-loans.store.ts';

const refuse = refusals<typeof keyErrors>();

type Lines = readonly { readonly key: number; readonly pieces: number }[];

export interface TakenIn {
  readonly id: number;
  readonly state: StoredLoan['state'];
  /** Keys of other desks: on their way home from now on. */
  readonly inTransfer: number[];
}

/** All that is not back, what was given up as lost among it. */
export function missingOf(loan: Pick<StoredLoan, 'lines'>): { key: number; pieces: number }[] {
  return loan.lines
    .filter(({ pieces, back }) => back < pieces)
    .map(({ key, pieces, back }) => ({ key, pieces: pieces - back }));
}

/** All that is out of a loan; of one that ended with lost keys, those. What is lost of an open one has its own case. */
export function outOf(loan: StoredLoan): { key: number; pieces: number }[] {
  const lost = new Set(loan.lines.filter((line) => line.lost).map(({ key }) => key));
  return missingOf(loan).filter(({ key }) => loan.state === 'lost' || !lost.has(key));
}

/** So many pieces come back. Throws NOT_FOUND or PIECES_WRONG where the loan does not have them out. */
export function takeIn(
  command: Command,
  loan: StoredLoan,
  lines: Lines,
  how: { readonly way: 'scan' | 'list' | 'late'; readonly happenedAt: number },
): TakenIn {
  const missing = new Map(missingOf(loan).map(({ key, pieces }) => [key, pieces]));
  for (const { key, pieces } of lines) {
    if (!loan.lines.some((line) => line.key === key)) throw refuse.notFound('key');
    const most = missing.get(key) ?? 0;
    if (pieces > most) throw refuse('PIECES_WRONG', { field: 'pieces', key, most });
    missing.set(key, most - pieces);
  }
  const { way, happenedAt } = how;
  const after = command.append(
    keyLoanEvents,
    loan.id,
    {
      type: 'key_loan.returned',
      happenedAt,
      body: { lines: lines.map(({ key, pieces }) => ({ key, pieces })), way },
      sealed: null,
    },
    loan,
  );
  const whole = [...new Set(lines.map(({ key }) => key))].filter((key) => missing.get(key) === 0);
  const inTransfer = whole.filter((key) =>
    layDown(command, findKey(command.tx, key), { happenedAt, away: awayFor(command, loan, key) }),
  );
  return { id: loan.id, state: after.state ?? loan.state, inTransfer };
}

/** A key that was given up is here after all: every loan that lost it gets it back. `happenedAt` in UTC ms. */
export function takeInLost(command: Command, key: number, happenedAt: number): void {
  for (const loan of listGivenUp(command.tx, key)) {
    const lines = missingOf(loan).filter((line) => line.key === key);
    if (lines.length > 0) takeIn(command, loan, lines, { way: 'list', happenedAt });
  }
}

/** What was drawn for a step, or why nothing was: an event behind it, where somebody was asked. */
export function signFor(
  { signatures }: Pick<KeysParts, 'signatures'>,
  command: Command,
  loan: number,
  drawn: { readonly for: 'keyOut' | 'keyIn'; readonly signature: Signature },
): void {
  const body = signatures.keep(command, loan, drawn.for, drawn.signature);
  if (body) command.append(keyLoanEvents, loan, { type: 'key_loan.signed', body: { ...body }, sealed: null });
}

/** The desks that took in pieces of a key before, now that the last of them has come: oldest first. */
function awayFor({ tx }: Command, loan: StoredLoan, key: number): string[] {
  const line = loan.lines.find((each) => each.key === key);
  if (!line || line.back === 0) return [];
  const returns: { readonly desk: string | null; readonly keys: readonly number[] }[] = [];
  for (const { wire } of listRecordEvents(tx, loan.id)) {
    const event = decodeWire(wire);
    if (event?.type === 'key_loan.reopened') returns.pop();
    if (event?.type !== 'key_loan.returned') continue;
    const { lines } = keyLoanEvents['key_loan.returned'].body.parse(event.body);
    returns.push({ desk: event.desk, keys: lines.map((each) => each.key) });
  }
  return returns.flatMap(({ desk, keys }) => (desk !== null && keys.includes(key) ? [desk] : []));
}

/** A key lies on the counter: on its hook at home, else on its way there. Answers whether it is on its way. */
function layDown(
  command: Command,
  key: StoredKey | undefined,
  { happenedAt, away }: { readonly happenedAt: number; readonly away: readonly string[] },
): boolean {
  const { desk } = command.author;
  // It was given up, or another loan has it by the book: whoever finds out says so.
  if (!key || key.state === 'lost' || key.state === 'retired') return false;
  const isHome = desk === key.homeDesk;
  const at = isHome ? away.findLast((other) => other !== key.homeDesk) : undefined;
  if (isHome && at === undefined && key.state === 'in_cabinet' && key.desk === desk) return false;
  if (listHolders(command.tx, key.id).length > 0) return false;
  if (at !== undefined) {
    command.append(keyEvents, key.id, { type: 'key.awaited', happenedAt, body: { at }, sealed: null });
    return false;
  }
  const type = isHome ? 'key.arrived' : 'key.brought';
  command.append(keyEvents, key.id, { type, happenedAt, body: {}, sealed: null });
  return !isHome;
}
