// The ways in which a name is typed: pinyin and initials, from its beginning, from behind the surname, with ü as v or u.
import words from '../../../resources/search/words.json' with { type: 'json' };
import { syllablesOf, writtenSyllables } from '../places/pinyin.ts';
import { runsOf } from './search.text.ts';

const compoundSurnames: ReadonlySet<string> = new Set(words.compoundSurnames);

export interface Spellings {
  /** Syllable by syllable, from each place at which one may begin to type it. */
  readonly ways: readonly (readonly string[])[];
  /** Joined pinyin. */
  readonly full: readonly string[];
  readonly initials: readonly string[];
}

/**
 * How a person's name, in folded pieces, is spelled. Behind a surname means behind the first character, or two of a
 * compound surname; in a name of several pieces (阿布都·热合曼, John Smith) behind each piece.
 */
export function spellPerson(pieces: readonly string[]): Spellings {
  const [only] = pieces;
  if (only === undefined) return { ways: [], full: [], initials: [] };
  const syllables = pieces.map((piece) => syllablesOf(piece, pieces.length === 1 ? 'person' : 'company'));
  const tails = syllables.map((_, at) => syllables.slice(at).flat());
  const surname = pieces.length === 1 ? surnameLength(only) : 0;
  return spellAll(surname > 0 ? [...tails, tails[0]?.slice(surname) ?? []] : tails);
}

/** A company is typed from its beginning. */
export function spellCompany(name: string): Spellings {
  return spellAll([syllablesOf(name, 'company')]);
}

/** A name by a reading that was corrected by hand: from its beginning and from behind a surname of one or two syllables. */
export function spellByHand(pinyin: string): Spellings {
  const syllables = writtenSyllables(pinyin);
  return spellAll([syllables, syllables.slice(1), syllables.length > 2 ? syllables.slice(2) : []]);
}

function spellAll(starts: readonly (readonly string[])[]): Spellings {
  const begun = starts.filter((syllables) => syllables.length > 0);
  const ways = begun.flatMap((syllables) => {
    const plain = syllables.map((syllable) => syllable.replace(/^([ln])v(e?)$/, '$1u$2'));
    return plain.join('') === syllables.join('') ? [syllables] : [syllables, plain];
  });
  return {
    ways,
    full: ways.map((syllables) => syllables.join('')),
    initials: begun.map((syllables) => syllables.map((syllable) => syllable.charAt(0)).join('')),
  };
}

/** How many characters of a name in one piece are its surname; 0 where it is no Chinese name, or nothing else. */
function surnameLength(name: string): number {
  const [first] = runsOf(name);
  if (first?.kind !== 'characters') return 0;
  const characters = Array.from(name);
  if (characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''))) return 2;
  return characters.length > 1 ? 1 : 0;
}

const suffixes: readonly string[] = words.companySuffixes;
/** Beginnings of a suffix, for a name that is still being typed: a single character says nothing yet. */
const unfinished: readonly string[] = suffixes
  .flatMap((suffix) => Array.from(suffix, (_, at) => suffix.slice(0, at + 1)))
  .filter((start) => start.length > 1)
  .toSorted((a, b) => b.length - a.length);

/** A company's name without 有限公司 and its like. A name that is nothing else stays whole. */
export function cutSuffix(name: string): string {
  return cutOne(name, suffixes) || name;
}

/** The same for a name still being typed (恒远科技有限): also a suffix's beginning goes. Empty where that is all. */
export function cutTypedSuffix(typed: string): string {
  return cutOne(typed, unfinished);
}

function cutOne(name: string, ends: readonly string[]): string {
  const end = ends.find((suffix) => name.endsWith(suffix));
  return end === undefined ? name : name.slice(0, -end.length);
}
