// What a card reader tells the rest of the house.
import type { StateEvent } from '../serial/serial-device.ts';
import type { IdCard } from './id-card.ts';

/**
 * Why a card was not shown. `AUTHENTICATION`: card and reader do not trust each other, the card may be cancelled or
 * forged. `MOVED`: taken away too soon. `BAD_FRAME`: the answer came broken twice. `READER_ERROR`: the reader gave up.
 * `UNKNOWN_LAYOUT`, `CHECK_DIGIT`, `BAD_FIELD`: it was read, and what it says cannot be right.
 */
export type CardRefusal =
  | 'AUTHENTICATION'
  | 'WRONG_CARD_TYPE'
  | 'MOVED'
  | 'BAD_FRAME'
  | 'READER_ERROR'
  | 'UNKNOWN_LAYOUT'
  | 'CHECK_DIGIT'
  | 'BAD_FIELD';

export type CardEvent =
  | { kind: 'card'; card: IdCard }
  | { kind: 'removed' }
  | { kind: 'refused'; reason: CardRefusal };

export type ReaderEvent = StateEvent | CardEvent;
