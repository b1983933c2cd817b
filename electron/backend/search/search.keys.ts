// What a record is found by, and the tokens that stand for it in the index (design: search; measured there).
import type { SearchTerms } from '../registers/register.ts';
import { cutSuffix, spellByHand, spellCompany, spellPerson, type Spellings } from './search.names.ts';
import { firstOf, phoneDigits, piecesOf, runsOf } from './search.text.ts';

/** Found by its beginning, from so many letters on; the index knows beginnings up to so many. */
export interface WordKey {
  readonly text: string;
  readonly from: number;
  readonly upTo: number;
}

export interface Keys {
  /** Stretches of characters: a typed stretch is found anywhere inside one. */
  readonly stretches: readonly string[];
  readonly words: readonly WordKey[];
  /** Names syllable by syllable, for words that mix whole syllables with initials. */
  readonly ways: Spellings['ways'];
}

/** Longest beginnings in the index. What is typed beyond them is compared with the record itself. */
export const WORD_LENGTH = 14;
export const PHONE_LENGTH = 8;
/** Runs of one to three characters are tokens: most names are one, and two or three tell companies apart. */
export const GRAM_LENGTH = 3;
export const INITIALS_LENGTH = 4;
const PHONE_FROM = 3;
const PHONE_TAIL = 4;
/** What a blind index begins with as a token: a character that no keyboard types. */
const BLIND_MARK = '\uE000';

/** Everything a record is found by. The words, for which names are spelled, are made when they are asked for. */
export function keysOf(terms: SearchTerms): Keys {
  const texts = textsOf(terms);
  let words: readonly WordKey[] | null = null;
  let spelled: readonly Spellings[] | null = null;
  const spellings = () =>
    (spelled ??= [...texts.map(spellingsOf), ...(terms.spelled ?? []).map(spellByHand)]);
  return {
    stretches: stretchesOf(texts),
    get words() {
      return (words ??= wordsOf(terms, texts, spellings()));
    },
    get ways() {
      return spellings().flatMap(({ ways }) => ways);
    },
  };
}

/** What the index has of it. A leaving takes nothing from there, since nothing that goes with it stood there. */
export function indexedTokens(terms: SearchTerms): string[] {
  return tokensOf(keysOf({ ...terms, whileOpen: [] }));
}

/** A name, company, unit or plate. */
interface Text {
  readonly kind: 'person' | 'company' | 'code';
  readonly pieces: readonly string[];
  /** The pieces as one, for stretches run on over a point (阿布都·热合曼); a company's without its suffix. */
  readonly joined: string;
}

function textsOf({ names, whileOpen = [], companies, codes }: SearchTerms): Text[] {
  const text =
    (kind: Text['kind']) =>
    (written: string): Text => {
      const pieces = piecesOf(written);
      const joined = pieces.join('');
      return { kind, pieces, joined: kind === 'company' ? cutSuffix(joined) : joined };
    };
  return [
    ...[...names, ...whileOpen].map(text('person')),
    ...companies.map(text('company')),
    ...codes.flatMap((code) => code.split(LIST)).map(text('code')),
  ];
}

function stretchesOf(texts: readonly Text[]): string[] {
  const runs = texts.flatMap(({ joined }) => runsOf(joined));
  return [...new Set(runs.filter(({ kind }) => kind === 'characters').map(({ text }) => text))];
}

function wordsOf(terms: SearchTerms, texts: readonly Text[], spellings: readonly Spellings[]): WordKey[] {
  const words = new Map<string, WordKey>();
  const add = (text: string, from: number, upTo: number): void => {
    if (text !== '') words.set(`${text}:${from}:${upTo}`, { text, from, upTo });
  };
  for (const { kind, pieces, joined } of texts) {
    const fromDigit = kind === 'code' ? [joined.slice(joined.search(/\d|$/))] : [];
    for (const run of [...pieces, joined, ...fromDigit].flatMap(runsOf)) {
      if (run.kind === 'word') add(run.text, 1, WORD_LENGTH);
    }
  }
  for (const { full, initials } of spellings) {
    for (const text of full) add(text, 1, WORD_LENGTH);
    for (const text of initials) add(firstOf(text, INITIALS_LENGTH), 1, INITIALS_LENGTH);
  }
  for (const phone of terms.phones) {
    const digits = phoneDigits(phone);
    add(digits, PHONE_FROM, PHONE_LENGTH);
    add(digits.slice(-PHONE_TAIL), 1, PHONE_TAIL);
  }
  for (const whole of terms.wholes.flatMap(wholesOf)) add(whole, whole.length, whole.length);
  for (const whole of terms.blind.map(blindWord)) add(whole, whole.length, whole.length);
  return [...words.values()];
}

function spellingsOf({ kind, pieces, joined }: Text): Spellings {
  if (kind === 'person') return spellPerson(pieces);
  return kind === 'company' ? spellCompany(joined) : { ways: [], full: [], initials: [] };
}

/** `V-L1-261121-0042` whole, and without letter and desk. */
function wholesOf(text: string): string[] {
  const pieces = piecesOf(text);
  const wholes = [pieces.join(''), pieces.slice(-2).join('')];
  return wholes.filter((whole) =>
    runsOf(whole).every(({ kind, text: run }) => kind === 'word' && run === whole),
  );
}

/** Where one unit, plate or name ends and the next begins. */
export const LIST = /[\s、，,;；]+/u;

/** A blind index as a token: 48 bits of it, so that two documents in a million records hardly ever meet. */
export function blindWord(index: string): string {
  return BLIND_MARK + Buffer.from(index, 'base64url').readUIntBE(0, 6).toString(36);
}

/** The tokens of a record, each once, as the index takes them. */
export function tokensOf({ stretches, words }: Keys): string[] {
  const tokens = new Set<string>();
  for (const stretch of stretches) {
    const characters = Array.from(stretch);
    for (const at of characters.keys()) {
      for (let length = 1; length <= GRAM_LENGTH; length += 1) {
        if (at + length <= characters.length) tokens.add(characters.slice(at, at + length).join(''));
      }
    }
  }
  for (const { text, from, upTo } of words) {
    let start = '';
    let length = 0;
    for (const letter of text) {
      start += letter;
      length += 1;
      if (length > upTo) break;
      if (length >= from || start === text) tokens.add(start);
    }
  }
  return [...tokens];
}
