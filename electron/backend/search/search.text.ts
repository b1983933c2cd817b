// What a typed text and a stored one have in common: full-width, case, accents and the variants of · all fall away.

/** Scripts whose words have no spaces between them, symbols, and characters that a font of its own gave: one by one. */
const CHARACTER = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{So}\p{Co}`;
const LETTER = String.raw`\p{L}\p{N}`;
const BREAK = new RegExp(`[^${LETTER}\\p{So}\\p{Co}]+`, 'u');
const RUNS = new RegExp(`[${CHARACTER}]+|(?:(?![${CHARACTER}])[${LETTER}])+`, 'gu');
/** Most pieces by far are the one or the other. */
const PLAIN_WORD = /^[a-z0-9]+$/;
const PLAIN_CHARACTERS = /^[\u4E00-\u9FFF]+$/;
const ONE_CHARACTER = new RegExp(`^[${CHARACTER}]`, 'u');

/** What folding changes nothing of but the case. */
const PLAIN = /^[\u0020-\u007E\u4E00-\u9FFF]*$/;

/** Lower case, full-width as half-width, without accents and other marks. */
function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

/** The folded text in pieces, parted at spaces, points and whatever else is neither letter, digit nor symbol. */
export function piecesOf(text: string): string[] {
  return fold(text)
    .split(BREAK)
    .filter((piece) => piece !== '');
}

/** A stretch of characters (`张三`), or of letters and digits (`a1203`). */
export interface Run {
  readonly kind: 'characters' | 'word';
  readonly text: string;
}

/** A folded piece as its stretches, in order. */
export function runsOf(piece: string): Run[] {
  if (PLAIN_WORD.test(piece)) return [{ kind: 'word', text: piece }];
  if (PLAIN_CHARACTERS.test(piece)) return [{ kind: 'characters', text: piece }];
  return Array.from(piece.matchAll(RUNS), ([text]) => ({
    kind: ONE_CHARACTER.test(text) ? 'characters' : 'word',
    text,
  }));
}

/** The first `count` code points. */
export function firstOf(text: string, count: number): string {
  return text.length <= count ? text : Array.from(text).slice(0, count).join('');
}

/** A phone number's digits, without the country code of the mainland. */
export function phoneDigits(text: string): string {
  const digits = text.normalize('NFKC').replaceAll(/[^0-9]/g, '');
  return /^(00)?86(?=1\d{10}$)/.test(digits) ? digits.slice(-11) : digits;
}
