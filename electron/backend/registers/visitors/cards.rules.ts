// What the desk's rules say about turnstile cards 临时卡: how numbers are read, which is free, what a visit holds.
import type { VisitCard } from '../../../api/turnstile-cards.contract.ts';
import type { VisitState } from '../../../api/visit-states.ts';
import type { CardRange, HeldCard } from './cards.fold.ts';

/** A number in its parts: `A007` is A, 7, three digits. */
interface CardNumber {
  readonly prefix: string;
  readonly value: number;
  readonly digits: number;
}

const SHAPE = /^(?:([A-Z]{1,3})-?)?(\d{1,6})$/;
/** More cards than any desk's drawer holds: a range beyond it is a slip of the hand. */
const MOST_CARDS = 2000;

/** Reads a number as it is typed: wide or narrow, any case. Null for what cannot be one. */
function readCardNumber(text: string): CardNumber | null {
  const match = SHAPE.exec(text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase());
  if (!match) return null;
  const [, prefix = '', digits = ''] = match;
  return { prefix, value: Number(digits), digits: digits.length };
}

/** The number of a card as it is printed on it. */
export function writeCardNumber({ prefix, digits }: CardRange, value: number): string {
  return `${prefix}${String(value).padStart(digits, '0')}`;
}

export type RangeVerdict =
  | { readonly ok: true; readonly range: CardRange }
  | { readonly ok: false; readonly field: 'first' | 'last'; readonly reason: 'SHAPE' | 'ORDER' | 'OVERLAP' };

/** Judges a range to be put on file beside those that are there. */
export function judgeRange(first: string, last: string, onFile: readonly CardRange[]): RangeVerdict {
  const from = readCardNumber(first);
  if (!from) return { ok: false, field: 'first', reason: 'SHAPE' };
  const to = readCardNumber(last);
  if (!to || to.prefix !== from.prefix) return { ok: false, field: 'last', reason: 'SHAPE' };
  if (to.value < from.value || to.value - from.value >= MOST_CARDS) {
    return { ok: false, field: 'last', reason: 'ORDER' };
  }
  const digits = Math.max(from.digits, String(to.value).length);
  const range = { prefix: from.prefix, first: from.value, last: to.value, digits };
  const meets = onFile.some(
    (other) => other.prefix === range.prefix && other.first <= range.last && range.first <= other.last,
  );
  return meets ? { ok: false, field: 'first', reason: 'OVERLAP' } : { ok: true, range };
}

/** The card on file that a typed number means, as it is printed; null where none is. `7` means `007`. */
export function cardOnFile(text: string, onFile: readonly CardRange[]): string | null {
  const read = readCardNumber(text);
  const range =
    read &&
    onFile.find(
      ({ prefix, first, last }) => prefix === read.prefix && first <= read.value && read.value <= last,
    );
  return read && range ? writeCardNumber(range, read.value) : null;
}

/** The numbers of a range, lowest first. */
export function* numbersOf(range: CardRange): Generator<string> {
  for (let value = range.first; value <= range.last; value += 1) yield writeCardNumber(range, value);
}

/** The lowest card that is in the drawer, range by range. */
export function nextFree(onFile: readonly CardRange[], away: ReadonlySet<string>): string | null {
  for (const range of onFile) for (const number of numbersOf(range)) if (!away.has(number)) return number;
  return null;
}

/** The card that the visit has now, in its visitor's hand or not. */
export function cardOut(visit: { readonly cards: readonly HeldCard[] }): HeldCard | undefined {
  return visit.cards.findLast(({ state }) => state === 'out');
}

/** A card as the desk sees it: out with who is inside, unreturned with who is not. */
export function shownCard(visitState: VisitState, { number, state, at }: HeldCard): VisitCard {
  const gone = state === 'out' && visitState !== 'on_site';
  return { number, state: gone ? 'unreturned' : state, at };
}
