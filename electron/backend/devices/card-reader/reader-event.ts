// What a card reader tells the rest of the house.
import type { IdCard } from './id-card.ts';

/**
 * How the reader stands. `absent`: there is no such port; `connecting`: the port is open and nothing was heard yet;
 * `offline`: it is open and silent; `fault`: it needs a person.
 */
export type ReaderState =
  | { state: 'absent'; cause: 'NOT_STARTED' | 'PORT_NOT_FOUND' | 'UNPLUGGED' }
  | { state: 'connecting' }
  | { state: 'ready' }
  | { state: 'offline'; cause: 'NO_ANSWER' }
  | {
      state: 'fault';
      cause: 'PERMISSION_DENIED' | 'PORT_IN_USE' | 'NOT_A_SERIAL_PORT' | 'OPEN_FAILED' | 'SAM_FAULT';
    };

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

export type ReaderEvent =
  | ({ kind: 'state' } & ReaderState)
  | { kind: 'card'; card: IdCard }
  | { kind: 'removed' }
  | { kind: 'refused'; reason: CardRefusal };
