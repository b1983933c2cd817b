// A typed text as what is looked for: the terms all of which a record must answer, for the index and for the record.
import { cutTypedSuffix } from './search.names.ts';
import {
  blindWord,
  GRAM_LENGTH,
  INITIALS_LENGTH,
  LIST,
  PHONE_LENGTH,
  WORD_LENGTH,
  type Keys,
} from './search.keys.ts';
import { isSpelled, mixedReadings, type MixedReading } from './search.mixed.ts';
import { firstOf, phoneDigits, piecesOf, runsOf, type Run } from './search.text.ts';

/** A term, and the ways in which a word may be meant as syllables mixed with initials. */
export interface Term extends Run {
  readonly mixed: readonly MixedReading[];
}

export interface Query {
  /** Each must be found. */
  readonly terms: readonly Term[];
  /** Tokens of whole documents that the text may be the number of; one is enough, whatever the terms say. */
  readonly documents: readonly string[];
}

/** A phone number with its spaces, once it is whole. */
const WHOLE_PHONE = 11;

/** Reads a typed text. `blind` are the blind indexes of the documents whose number it may be. No terms: no answer. */
export function readQuery(text: string, blind: readonly string[]): Query {
  const digits = /^[\d\s()+-]+$/.test(text.normalize('NFKC')) ? phoneDigits(text) : '';
  const parts = digits.length >= WHOLE_PHONE ? [digits] : text.split(LIST);
  const runs = parts.flatMap((part) => runsOf(piecesOf(part).join(''))).map(withoutSuffix);
  const terms = runs.flatMap((run): Term[] =>
    run.text === '' ? [] : [{ ...run, mixed: run.kind === 'word' ? mixedReadings(run.text) : [] }],
  );
  return { terms, documents: blind.map(blindWord) };
}

function withoutSuffix(run: Run): Run {
  return run.kind === 'characters' ? { ...run, text: cutTypedSuffix(run.text) } : run;
}

/** Whether a record answers a query: what the index must give, and the box shows nothing else. */
export function answers(keys: Keys, { terms, documents }: Query): boolean {
  const all = terms.every(({ kind, text, mixed }) =>
    kind === 'characters'
      ? keys.stretches.some((stretch) => stretch.includes(text))
      : keys.words.some((word) => text.length >= word.from && word.text.startsWith(text)) ||
        (mixed.length > 0 && keys.ways.some((way) => mixed.some((reading) => isSpelled(way, reading)))),
  );
  if (all) return terms.length > 0;
  return documents.length > 0 && keys.words.some(({ text }) => documents.includes(text));
}

/** Alternatives, each of tokens that must all be there. */
type Alternatives = readonly (readonly string[])[];

/** The query for the index: each group's tokens are alternatives, every group must be answered. */
export interface IndexQuery {
  readonly groups: readonly (readonly string[])[];
  readonly documents: readonly string[];
  /**
   * What words that mix syllables with initials ask for besides, every group again: more than was asked, so that each
   * record must be looked at. Null where no word can be read so.
   */
  readonly mixed: readonly Alternatives[] | null;
  /** False where the index answers more than was asked, so that each record must be looked at. */
  readonly exact: boolean;
}

/** What every record that answers the query has tokens for. */
export function indexQueryOf({ terms, documents }: Query): IndexQuery {
  return {
    groups: terms.flatMap(groupsOf),
    documents,
    mixed: mixedGroups(terms),
    exact: terms.every(({ kind, text }) => {
      const { length } = Array.from(text);
      if (kind === 'characters') return length <= GRAM_LENGTH;
      return length <= PHONE_LENGTH || (length <= WORD_LENGTH && !isDigits(text));
    }),
  };
}

/** Up to three characters are a token; more are as many threes as cover them. A word stands under its beginning. */
function groupsOf({ kind, text }: Run): string[][] {
  if (kind === 'word') {
    const starts = [
      text,
      firstOf(text, WORD_LENGTH),
      ...(isDigits(text) ? [firstOf(text, PHONE_LENGTH)] : []),
    ];
    return [[...new Set(starts)]];
  }
  const characters = Array.from(text);
  const last = Math.max(0, characters.length - GRAM_LENGTH);
  const starts = [...characters.keys()].filter((at) => at < last && at % GRAM_LENGTH === 0);
  return [...starts, last].map((at) => [characters.slice(at, at + GRAM_LENGTH).join('')]);
}

/** Of one word alone the other meaning only; beside others a word may be either. */
function mixedGroups(terms: readonly Term[]): Alternatives[] | null {
  if (!terms.some(({ mixed }) => mixed.length > 0)) return null;
  return terms.flatMap((term): Alternatives[] => {
    const plain = groupsOf(term).map((tokens) => tokens.map((token) => [token]));
    const mixed = term.mixed.map(({ syllables, initials }) => [
      // With the letter that follows: `li` alone also begins liu, lin and liang.
      firstOf(syllables.join('') + initials.charAt(0), WORD_LENGTH),
      firstOf(syllables.map((syllable) => syllable.charAt(0)).join('') + initials, INITIALS_LENGTH),
    ]);
    if (mixed.length === 0) return plain;
    return [terms.length === 1 ? mixed : [...plain.flat(), ...mixed]];
  });
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);
