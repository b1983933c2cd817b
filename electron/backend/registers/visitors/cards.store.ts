// All SQL of turnstile cards: ranges on file, and which visit has a card that is not in the drawer.
import type { CardBatchTable } from '../../../../db/schema/visitors.ts';
import type { VisitState } from '../../../api/visit-states.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { cardBatchEvents } from './cards.events.ts';
import { type CardBatch, foldBatch, type HeldCard } from './cards.fold.ts';

/** A range on file, by its record. */
export interface StoredBatch extends CardBatch {
  readonly id: number;
}

/** A card that is not in the drawer, and the visit that it went with. */
export interface AwayCard {
  readonly card: string;
  readonly state: 'out' | 'lost';
  readonly visit: number;
  readonly number: string;
  readonly name: string | null;
  readonly visitState: VisitState;
}

const saveBatchRow = upsert('card_batch', 'id', ['prefix', 'first', 'last', 'digits', 'desk', 'clock']);
const removeBatchRow = change<{ id: number }>()((db, p) =>
  db.deleteFrom('card_batch').where('id', '=', p.id),
);
const batchById = query<{ id: number }>()((db, p) =>
  db.selectFrom('card_batch').selectAll().where('id', '=', p.id),
);
const everyBatch = query()((db) =>
  db.selectFrom('card_batch').selectAll().orderBy('prefix').orderBy('first').orderBy('id'),
);
const holdersOf = query<{ card: string }>()((db, p) =>
  db
    .selectFrom('held_card')
    .innerJoin('visit', 'visit.id', 'held_card.visit')
    .select(['held_card.card', 'held_card.state', 'held_card.visit', 'visit.number', 'visit.name'])
    .select('visit.state as visitState')
    .where('held_card.card', '=', p.card),
);
const everyHeld = query()((db) =>
  db
    .selectFrom('held_card')
    .innerJoin('visit', 'visit.id', 'held_card.visit')
    .select(['held_card.card', 'held_card.state', 'held_card.visit', 'visit.number', 'visit.name'])
    .select('visit.state as visitState')
    .orderBy('held_card.card')
    .orderBy('held_card.visit'),
);
const putHeld = change<{ card: string; visit: number; state: string }>()((db, p) =>
  db
    .insertInto('held_card')
    .values({ card: p.card, visit: p.visit, state: p.state })
    .onConflict((oc) => oc.columns(['card', 'visit']).doUpdateSet({ state: p.state })),
);
const dropHeld = change<{ card: string; visit: number }>()((db, p) =>
  db.deleteFrom('held_card').where('card', '=', p.card).where('visit', '=', p.visit),
);

/** Follows a visit's cards: those out or lost have a row, those in the drawer have none. */
export function saveHeldCards(tx: Tx, visit: number, cards: readonly HeldCard[]): void {
  for (const { number: card, state } of cards) {
    if (state === 'returned') dropHeld.run(tx, { card, visit });
    else putHeld.run(tx, { card, visit, state });
  }
}

export function removeHeldCards(tx: Tx, visit: number, cards: readonly HeldCard[]): void {
  for (const { number: card } of cards) dropHeld.run(tx, { card, visit });
}

/** The visits that have this card or lost it; none where it is in the drawer, two where two desks disagree. */
export function listHolders(db: Db, card: string): AwayCard[] {
  return holdersOf.all(db, { card }) as AwayCard[];
}

/** Every card that is not in the drawer, by number. */
export function listAwayCards(db: Db): AwayCard[] {
  return everyHeld.all(db, {}) as AwayCard[];
}

/** A range keeps its row while it is on file. */
export const cardBatchProjector: AnyProjector = projector({
  noun: 'card_batch',
  catalogue: cardBatchEvents,
  fold: foldBatch,
  load: (db, id) => findBatch(db, id) ?? null,
  save: saveBatch,
  remove: removeBatch,
});

function saveBatch(tx: Tx, id: number, { withdrawn, ...batch }: CardBatch): void {
  if (withdrawn) removeBatch(tx, id);
  else saveBatchRow.run(tx, { id, ...batch });
}

function removeBatch(tx: Tx, id: number): void {
  removeBatchRow.run(tx, { id });
}

export function findBatch(db: Db, id: number): StoredBatch | undefined {
  const row = batchById.get(db, { id });
  return row && toBatch(row);
}

/** The ranges on file, by number. */
export function listBatches(db: Db): StoredBatch[] {
  return everyBatch.all(db, {}).map(toBatch);
}

function toBatch(row: CardBatchTable): StoredBatch {
  return { ...row, withdrawn: false };
}
