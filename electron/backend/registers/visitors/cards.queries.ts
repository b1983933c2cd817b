// What the window and the handover read of turnstile cards.
import type { CardStock } from '../../../api/turnstile-cards.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { CardRange } from './cards.fold.ts';
import { cardOnFile, nextFree, shownCard, writeCardNumber } from './cards.rules.ts';
import { listAwayCards, listBatches, type AwayCard } from './cards.store.ts';
import { findVisit } from './visitors.store.ts';

/** The whole stock: ranges, how many lie in the drawer, and where every other card is. */
export function readCardStock(db: Db): CardStock {
  const batches = listBatches(db);
  const away = listAwayCards(db);
  const onFile = batches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const out = away.filter(({ state }) => state === 'out').map(({ card }) => card);
  return {
    batches: batches.map(({ id, desk, ...range }) => ({
      ...{ id, desk, count: range.last - range.first + 1 },
      first: writeCardNumber(range, range.first),
      last: writeCardNumber(range, range.last),
    })),
    onFile,
    inDrawer: onFile - countMissing(batches, away),
    away: away.map(({ card, visit, number, name, visitState, state }) => ({
      ...shownCard(visitState, { number: card, state, at: givenAt(db, visit, card) }),
      ...{ visit, visitNumber: number, name },
    })),
    contradicted: [...new Set(out.filter((card, at) => out.indexOf(card) !== at))],
  };
}

/** The lowest number in the drawer, and how many cards there are at all. */
export function readNextCard(db: Db): { card: string | null; onFile: number } {
  const batches = listBatches(db);
  const away = new Set(listAwayCards(db).map(({ card }) => card));
  const onFile = batches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return { card: nextFree(batches, away), onFile };
}

/** How many of the cards on file are away; a lost one of a range that was withdrawn is missed by nobody. */
function countMissing(batches: readonly CardRange[], away: readonly AwayCard[]): number {
  const cards = new Set(away.map(({ card }) => card));
  return [...cards].filter((card) => cardOnFile(card, batches) === card).length;
}

function givenAt(db: Db, visit: number, number: string): number {
  return findVisit(db, visit)?.cards.find((card) => card.number === number)?.at ?? 0;
}
