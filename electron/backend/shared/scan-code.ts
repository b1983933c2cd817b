// The 16-digit code on slips, labels and tags: what kind of thing it names, checked, with nothing personal in it.
import type { Random } from './random.ts';

/**
 * The first two digits. Frozen once printed: a paper from last year must still say what it is.
 * `visitPass` and `groupMember` name a visit, `keyTag` and `loanItem` name a thing, the others one paper.
 */
export const SCAN_CODE_KINDS = {
  visitPass: '10',
  groupMember: '11',
  keyTag: '20',
  keyLoan: '21',
  parcel: '30',
  loanItem: '40',
  loan: '41',
  deposit: '42',
  handover: '50',
} as const;

export type ScanCodeKind = keyof typeof SCAN_CODE_KINDS;

export type ParsedScanCode =
  | { ok: true; kind: ScanCodeKind; code: string }
  | { ok: false; reason: 'SHAPE' | 'CHECK_DIGIT' | 'KIND' };

const SCAN_CODE_RANDOM_DIGITS = 13;

// H. Michael Damm's totally anti-symmetric quasigroup of order 10 (2004): it finds every single wrong digit and
// every swap of two neighbours.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const kindOfPrefix = new Map<string, ScanCodeKind>(
  Object.entries(SCAN_CODE_KINDS).map(([kind, prefix]) => [prefix, kind as ScanCodeKind]),
);

/** The Damm check digit of a run of digits; '0' exactly when the run already ends in its own check digit. */
export function dammCheckDigit(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

/**
 * A whole code from its kind and 13 digits drawn by the caller's random source.
 * Throws a RangeError when the digits are not 13 decimal digits: that is a fault in the program, not bad input.
 */
export function makeScanCode(kind: ScanCodeKind, randomDigits: string): string {
  if (!/^[0-9]{13}$/.test(randomDigits)) throw new RangeError('a scan code needs 13 decimal digits');
  const body = SCAN_CODE_KINDS[kind] + randomDigits;
  return body + dammCheckDigit(body);
}

/** A code that nobody has seen before. */
export function newScanCode(kind: ScanCodeKind, random: Random): string {
  const digits = String(random.below(10 ** SCAN_CODE_RANDOM_DIGITS));
  return makeScanCode(kind, digits.padStart(SCAN_CODE_RANDOM_DIGITS, '0'));
}

/**
 * Reads what a scanner or a hand typed. Spaces, also between the printed groups of four, and the scanner's line end
 * do not matter. SHAPE: not 16 digits (a waybill, say); CHECK_DIGIT: misread or mistyped; KIND: not one of ours.
 */
export function parseScanCode(text: string): ParsedScanCode {
  const code = text.replace(/\s/g, '');
  if (!/^[0-9]{16}$/.test(code)) return { ok: false, reason: 'SHAPE' };
  if (dammCheckDigit(code) !== '0') return { ok: false, reason: 'CHECK_DIGIT' };
  const kind = kindOfPrefix.get(code.slice(0, 2));
  return kind === undefined ? { ok: false, reason: 'KIND' } : { ok: true, kind, code };
}

/** The code as people read it aloud: four groups of four. */
export function groupScanCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
