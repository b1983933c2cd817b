// What a record is found by, and the tokens that stand for it in the index (design: search; measured there).
import type { SearchTerms } from '../registers/register.ts';
import { cutSuffix, spellCompany, spellPerson, type Spellings } from './search.names.ts';
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
}

/** Longest beginnings in the index. What is typed beyond them is compared with the record itself. */
export const WORD_LENGTH = 14;
export const PHONE_LENGTH = 8;
const INITIALS_LENGTH = 4;
const PHONE_FROM = 3;
const PHONE_TAIL = 4;
/** What a blind index begins with as a token: a character that no keyboard types. */
const BLIND_MARK = '\uE000';

/** Everything a record is found by. */
export function keysOf(terms: SearchTerms): Keys {
  const stretches = new Set<string>();
  const words = new Map<string, WordKey>();
  const add = (text: string, from: number, upTo: number): void => {
    if (text !== '') words.set(`${text}:${from}:${upTo}`, { text, from, upTo });
  };
  /** Stretches run on over a point (阿布都·热合曼); words are found each by itself and joined. */
  const addText = (pieces: readonly string[], joined: string): void => {
    for (const { kind, text } of [...pieces, joined].flatMap(runsOf)) {
      if (kind === 'word') add(text, 1, WORD_LENGTH);
    }
    for (const { kind, text } of runsOf(joined)) if (kind === 'characters') stretches.add(text);
  };
  const addSpellings = ({ full, initials }: Spellings): void => {
    for (const text of full) add(text, 1, WORD_LENGTH);
    for (const text of initials) add(firstOf(text, INITIALS_LENGTH), 1, INITIALS_LENGTH);
  };
  for (const name of terms.names) {
    const pieces = piecesOf(name);
    addText(pieces, pieces.join(''));
    addSpellings(spellPerson(pieces));
  }
  for (const name of terms.companies) {
    const pieces = piecesOf(name);
    const core = cutSuffix(pieces.join(''));
    addText(pieces, core);
    addSpellings(spellCompany(core));
  }
  for (const text of terms.codes) {
    for (const code of text.split(LIST)) {
      const pieces = piecesOf(code);
      const joined = pieces.join('');
      addText([...pieces, joined.slice(joined.search(/\d|$/))], joined);
    }
  }
  for (const phone of terms.phones) {
    const digits = phoneDigits(phone);
    add(digits, PHONE_FROM, PHONE_LENGTH);
    add(digits.slice(-PHONE_TAIL), 1, PHONE_TAIL);
  }
  for (const text of terms.wholes) {
    const pieces = piecesOf(text);
    for (const whole of [pieces.join(''), pieces.slice(-2).join('')]) {
      const runs = runsOf(whole);
      if (runs.length === 1 && runs[0]?.kind === 'word') add(whole, whole.length, whole.length);
    }
  }
  for (const index of terms.blind) {
    const text = blindWord(index);
    add(text, text.length, text.length);
  }
  return { stretches: [...stretches], words: [...words.values()] };
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
    for (const [at, character] of characters.entries()) {
      tokens.add(character);
      const next = characters[at + 1];
      if (next !== undefined) tokens.add(character + next);
    }
  }
  for (const { text, from, upTo } of words) {
    const letters = Array.from(text);
    for (let length = Math.min(from, letters.length); length <= Math.min(upTo, letters.length); length += 1) {
      tokens.add(letters.slice(0, length).join(''));
    }
  }
  return [...tokens];
}
