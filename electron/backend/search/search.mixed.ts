// Mixed typing: the first characters by whole syllables, the others by their initials (`gulx` is 顾 and l, x).
import words from '../../../resources/search/words.json' with { type: 'json' };

/** One way to read a typed word: whole syllables, and initials of those that follow. */
export interface MixedReading {
  readonly syllables: readonly string[];
  /** Two or more: with one the word is the beginning of the whole spelling, and found as that. */
  readonly initials: string;
}

const syllables: ReadonlySet<string> = new Set(words.syllables);
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 4;
const FEWEST_INITIALS = 2;
/** No syllable begins with i, u or v. */
const INITIALS = /^[a-hj-tw-z]{2,8}$/;
/** Letters that spell one (`hang`) are one: the index gives everybody of that spelling for initials that nobody has. */
const SPELLED_OUT = 3;
/** Shorter ones are initials, or the beginning of one spelling. */
const SHORTEST = 4;
const LONGEST = 24;

/** Every way in which a folded word may be meant so; none for one with other letters or digits in it. */
export function mixedReadings(word: string): MixedReading[] {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return [];
  return readFrom(word, []);
}

function readFrom(rest: string, read: readonly string[]): MixedReading[] {
  const found: MixedReading[] = [];
  // A syllable of one letter is its own initial: that is no mixture yet.
  if (INITIALS.test(rest) && !isSpelledOut(rest) && read.some(({ length }) => length > 1)) {
    found.push({ syllables: read, initials: rest });
  }
  if (read.length === MOST_SYLLABLES) return found;
  const longest = Math.min(LONGEST_SYLLABLE, rest.length - FEWEST_INITIALS);
  for (let length = 1; length <= longest; length += 1) {
    const syllable = rest.slice(0, length);
    if (syllables.has(syllable)) found.push(...readFrom(rest.slice(length), [...read, syllable]));
  }
  return found;
}

function isSpelledOut(initials: string): boolean {
  for (let length = SPELLED_OUT; length <= LONGEST_SYLLABLE; length += 1) {
    if (syllables.has(initials.slice(0, length))) return true;
  }
  return false;
}

/** Whether a name, spelled in syllables, begins as the word is read. */
export function isSpelled(way: readonly string[], { syllables: whole, initials }: MixedReading): boolean {
  return (
    way.length >= whole.length + initials.length &&
    whole.every((syllable, at) => way[at] === syllable) &&
    Array.from(initials).every((letter, at) => way[whole.length + at]?.startsWith(letter))
  );
}
