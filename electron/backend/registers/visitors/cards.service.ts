// What the desk does with turnstile cards: hands them out, takes them in, misses them, and puts ranges on file.
import type { cardErrors } from '../../../api/turnstile-cards.contract.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { cardBatchEvents } from './cards.events.ts';
import { cardOnFile, cardOut, judgeRange, numbersOf } from './cards.rules.ts';
import { findBatch, listAwayCards, listBatches, listHolders } from './cards.store.ts';
import { visitInState } from './visitors.checks.ts';
import { visitEvents } from './visitors.events.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import type { StoredVisit } from './visitors.row.ts';

type VisitInput = { readonly commandId: string; readonly visit: number };

const refuse = refusals<typeof cardErrors>();

/** A card comes back, or is missed, however its visit ended. */
const ANY_STATE = ['on_site', 'left', 'closed', 'expected', 'cancelled', 'denied', 'voided'] as const;

/**
 * Gives a card to a visit, within the command that asks for it. Throws CARD_REFUSED, naming the visit that has it,
 * where it is not in the drawer: no card is ever with two people.
 */
export function handOut(command: Command, visit: number, typed: string, happenedAt: number): void {
  const { tx } = command;
  const card = cardOnFile(typed, listBatches(tx));
  if (card === null) throw refuse('CARD_REFUSED', { reason: 'NOT_ON_FILE', visit: null, number: null });
  const holders = listHolders(tx, card);
  const holder = holders.find(({ state }) => state === 'out') ?? holders[0];
  if (holder) {
    const reason = holder.state === 'out' ? 'OUT' : 'LOST';
    throw refuse('CARD_REFUSED', { reason, visit: holder.visit, number: holder.number });
  }
  command.append(visitEvents, visit, { type: 'visit.card_out', happenedAt, body: { card }, sealed: null });
}

/** Takes a leaving visitor's card in, where they have one; CARD_ASKED where nobody said whether it came back. */
export function settleCard(
  command: Command,
  visit: StoredVisit,
  answer: 'returned' | 'kept' | null,
  happenedAt: number,
): void {
  const held = cardOut(visit);
  if (!held || answer === 'kept') return;
  if (answer === null) throw refuse('CARD_ASKED', { visit: visit.id, card: held.number });
  command.append(visitEvents, visit.id, {
    type: 'visit.card_returned',
    happenedAt,
    body: { card: held.number },
    sealed: null,
  });
}

/** The leaving was a mistake: the card that came back with it goes out again, unless somebody else has it by now. */
export function giveBack(command: Command, visit: StoredVisit, happenedAt: number): void {
  const given = visit.cards.findLast(({ state, at }) => state === 'returned' && at === visit.leftAt);
  if (!given || listHolders(command.tx, given.number).length > 0) return;
  if (cardOnFile(given.number, listBatches(command.tx)) === null) return;
  command.append(visitEvents, visit.id, {
    type: 'visit.card_out',
    happenedAt,
    body: { card: given.number },
    sealed: null,
  });
}

export type CardsService = ReturnType<typeof createCardsService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createCardsService({ journal, clock }: VisitorsParts) {
  function give(actor: Actor, input: VisitInput & { readonly card: string | null }): { id: number } {
    return journal.command({ action: 'visitors.giveCard', input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ['on_site']);
      if (cardOut(visit)) throw refuse('CARD_STATE', { visit: visit.id, holds: true });
      handOut(command, visit.id, input.card ?? '', clock.now());
      return { id: visit.id };
    });
  }

  function takeIn(actor: Actor, input: VisitInput): { id: number } {
    return move(actor, input, 'visitors.returnCard', 'visit.card_returned', ['out', 'lost']);
  }

  function lose(actor: Actor, input: VisitInput): { id: number } {
    return move(actor, input, 'visitors.loseCard', 'visit.card_lost', ['out']);
  }

  function move(
    actor: Actor,
    input: VisitInput,
    action: string,
    type: 'visit.card_returned' | 'visit.card_lost',
    from: readonly string[],
  ): { id: number } {
    return journal.command({ action, input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ANY_STATE);
      const card = cardOut(visit) ?? visit.cards.findLast(({ state }) => from.includes(state));
      if (!card) throw refuse('CARD_STATE', { visit: visit.id, holds: false });
      command.append(visitEvents, visit.id, { type, body: { card: card.number }, sealed: null }, visit);
      return { id: visit.id };
    });
  }

  function putOnFile(
    actor: Actor,
    input: { readonly commandId: string; readonly first: string | null; readonly last: string | null },
  ): { id: number; count: number } {
    return journal.command({ action: 'visitors.putCards', input }, actor.author, (command) => {
      const verdict = judgeRange(input.first ?? '', input.last ?? '', listBatches(command.tx));
      if (!verdict.ok) {
        throw refuse('CARD_RANGE_REFUSED', { field: verdict.field, reason: verdict.reason });
      }
      const { range } = verdict;
      const id = command.newRecord();
      command.append(cardBatchEvents, id, { type: 'card_batch.put', body: { ...range }, sealed: null });
      return { id, count: range.last - range.first + 1 };
    });
  }

  function withdraw(
    actor: Actor,
    input: { readonly commandId: string; readonly batch: number },
  ): { id: number } {
    return journal.command({ action: 'visitors.withdrawCards', input }, actor.author, (command) => {
      const batch = findBatch(command.tx, input.batch);
      if (!batch) throw refuse.notFound('card_batch');
      const own = new Set(numbersOf(batch));
      const away = listAwayCards(command.tx).find(({ card, state }) => state === 'out' && own.has(card));
      if (away) throw refuse('CARDS_IN_USE', { card: away.card });
      command.append(cardBatchEvents, batch.id, { type: 'card_batch.withdrawn', body: {}, sealed: null });
      return { id: batch.id };
    });
  }

  return { give, takeIn, lose, putOnFile, withdraw };
}
