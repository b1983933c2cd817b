// A turnstile card 临时卡 with a visit, and a range of cards on file: both as the fold of their events.
import type { Folded } from '../../journal/projector.ts';
import type { CardBatchEvent } from './cards.events.ts';
import type { VisitEvent } from './visitors.events.ts';

/** A card as the visit's own events leave it. That its visitor is gone with it is the visit's state, not the card's. */
export interface HeldCard {
  readonly number: string;
  readonly state: 'out' | 'returned' | 'lost';
  readonly at: number;
}

export type CardEvent = Extract<VisitEvent, { type: `visit.card_${string}` }>;

export function isCardEvent(event: VisitEvent): event is CardEvent {
  return event.type.startsWith('visit.card_');
}

/** The cards after an event; an issue where they do not allow it: then somebody has to look for a card. */
export function foldCards(
  cards: readonly HeldCard[],
  { type, body: { card: number }, happenedAt: at }: CardEvent,
): { readonly cards: readonly HeldCard[]; readonly issue?: 'SECOND_CARD' | 'CARD_NOT_HELD' } {
  const others = cards.filter((card) => card.number !== number);
  const before = cards.find((card) => card.number === number)?.state;
  switch (type) {
    case 'visit.card_out': {
      const next = [...others, { number, state: 'out' as const, at }];
      return others.some(({ state }) => state === 'out')
        ? { cards: next, issue: 'SECOND_CARD' }
        : { cards: next };
    }
    case 'visit.card_returned':
      return before === 'out' || before === 'lost'
        ? { cards: replaced(cards, { number, state: 'returned', at }) }
        : { cards, issue: 'CARD_NOT_HELD' };
    case 'visit.card_lost':
      return before === 'out'
        ? { cards: replaced(cards, { number, state: 'lost', at }) }
        : { cards, issue: 'CARD_NOT_HELD' };
  }
}

/** The entry was a mistake: whatever it had given out never left the drawer. */
export function allBack(cards: readonly HeldCard[], at: number): readonly HeldCard[] {
  return cards.map((card) => (card.state === 'out' ? { ...card, state: 'returned', at } : card));
}

function replaced(cards: readonly HeldCard[], next: HeldCard): readonly HeldCard[] {
  return cards.map((card) => (card.number === next.number ? next : card));
}

/** A range of numbers with one prefix and one length. */
export interface CardRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
}

export interface CardBatch extends CardRange {
  readonly desk: string;
  readonly clock: number;
  readonly withdrawn: boolean;
}

export function foldBatch(batch: CardBatch | null, event: CardBatchEvent): Folded<CardBatch> {
  const { clock } = event;
  if (event.type === 'card_batch.put') {
    return { state: { ...event.body, desk: event.desk ?? '', clock, withdrawn: false } };
  }
  // Two desks may withdraw one range: a range without a row is as far gone as it can be.
  return { state: batch && { ...batch, clock, withdrawn: true } };
}
