// What a borrower is found by: words that a typed text has to begin, so that one look into a sorted list is enough.
import { keysOf } from '../search/search.keys.ts';
import { readQuery } from '../search/search.query.ts';
import { firstOf, phoneDigits, type Run } from '../search/search.text.ts';

/** Who is to be found. */
export interface Sought {
  readonly name: string | null;
  readonly phone: string | null;
  readonly companies: readonly string[];
  /** Readings of the name or the companies that somebody corrected by hand. */
  readonly spelled?: readonly string[];
  /** Units by their codes. */
  readonly codes: readonly string[];
}

/** A term of a typed text; one of its beginnings is enough. */
export type Term = readonly string[];

/** What a phone read from its end begins with: no keyboard types it. */
const FROM_END = '\uE001';
/** From so many digits on, a text may be the end of a phone number. */
const PHONE_TAIL = 4;
/** Nobody types more of one word than that. */
const LONGEST = 24;

/** The words, each once, and none that another one begins with. Nothing for who has no name any more. */
export function borrowerWords({ name, phone, companies, spelled = [], codes }: Sought): string[] {
  if (name === null) return [];
  const keys = keysOf({ names: [name], companies, spelled, codes, phones: [], wholes: [], blind: [] });
  const digits = phoneDigits(phone ?? '');
  const words = [
    ...keys.stretches.flatMap(endsOf),
    ...keys.words.map(({ text }) => text),
    ...(digits === '' ? [] : [digits, fromEnd(digits)]),
  ].map((word) => firstOf(word, LONGEST));
  const sorted = [...new Set(words)].toSorted();
  // Sorted, whatever begins with a word stands right behind it.
  return sorted.filter((word, at) => !sorted[at + 1]?.startsWith(word));
}

/** The terms of a typed text, all of which have to be answered; none: it asks for nothing. */
export function termsOf(text: string): Term[] {
  return readQuery(text, []).terms.map(beginningsOf);
}

/** Whether words answer every term. */
export function answersAll(words: readonly string[], terms: readonly Term[]): boolean {
  return terms.every((term) => words.some((word) => term.some((start) => word.startsWith(start))));
}

function beginningsOf({ text }: Run): Term {
  const start = firstOf(text, LONGEST);
  return /^\d+$/.test(text) && text.length >= PHONE_TAIL ? [start, fromEnd(text)] : [start];
}

/** A stretch of characters from each of its characters on: found from the middle of a name, too. */
function endsOf(stretch: string): string[] {
  const characters = Array.from(stretch);
  return characters.map((_, at) => characters.slice(at).join(''));
}

function fromEnd(digits: string): string {
  return FROM_END + firstOf(Array.from(digits).toReversed().join(''), LONGEST - 1);
}
