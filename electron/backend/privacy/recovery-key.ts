// The recovery key: typed by hand from paper, so that every slip of the hand is told, and in which group it is.
import type { Random } from '../shared/random.ts';

/** Crockford's base 32: no I, L, O or U, which a hand mistakes for others. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };
export const GROUPS = 7;
/** Four symbols, and one that checks them. Seven groups hold 140 random bits. */
const DATA = 4;
const GROUP = DATA + 1;
/** Powers of 2 in GF(32): all different, so that two symbols that changed places are told as well as a wrong one. */
const WEIGHTS = [2, 4, 8, 16] as const;
const OWN_PLACE = 5;

export type TypedKey =
  | { readonly ok: true; readonly groups: readonly string[] }
  /** `length`: how many symbols there are instead of 35. `group`: counted from 1. */
  | { readonly ok: false; readonly reason: 'LENGTH'; readonly length: number }
  | { readonly ok: false; readonly reason: 'SYMBOL' | 'CHECK'; readonly group: number };

/** A new key, in groups as they are printed: `4Q7ZK`. */
export function drawRecoveryKey(random: Random): string[] {
  return Array.from({ length: GROUPS }, (_, group) => {
    const symbols = Array.from({ length: DATA }, () => random.below(ALPHABET.length));
    return [...symbols, checkOf(group, symbols)].map((symbol) => ALPHABET.charAt(symbol)).join('');
  });
}

/**
 * Reads a key as somebody typed it: small or full-width letters, any spaces and hyphens, O for 0 and I or L for 1 are
 * all understood. One wrong symbol, two that changed places and groups in the wrong order are told.
 */
export function readRecoveryKey(text: string): TypedKey {
  const symbols = Array.from(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\p{Pd}]/gu, ''),
    (typed) => ALPHABET.indexOf(LOOK_ALIKES[typed] ?? typed),
  );
  if (symbols.length !== GROUPS * GROUP) return { ok: false, reason: 'LENGTH', length: symbols.length };
  const groups: string[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const own = symbols.slice(group * GROUP, (group + 1) * GROUP);
    if (own.includes(-1)) return { ok: false, reason: 'SYMBOL', group: group + 1 };
    if (checkOf(group, own.slice(0, DATA)) !== own[DATA]) {
      return { ok: false, reason: 'CHECK', group: group + 1 };
    }
    groups.push(own.map((symbol) => ALPHABET.charAt(symbol)).join(''));
  }
  return { ok: true, groups };
}

function checkOf(group: number, symbols: readonly number[]): number {
  return symbols.reduce(
    (sum, symbol, at) => sum ^ multiply(WEIGHTS[at] ?? 1, symbol),
    multiply(OWN_PLACE, group + 1),
  );
}

/** Multiplies in GF(32) over x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, bit = 1; bit <= 16; bit <<= 1) {
    if (b & bit) product ^= left;
    left = left & 16 ? (left << 1) ^ 0b100101 : left << 1;
  }
  return product;
}
