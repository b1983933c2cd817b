// A slip as a document: what it says, in which order. Nothing here knows of printers, bytes or columns.
import type { Language } from '../../../api/boot.ts';
import { groupScanCode } from '../../shared/scan-code.ts';

export type SlipAlign = 'left' | 'center' | 'right';
/** 1 is body text, 2 is twice as wide and twice as high. */
export type SlipSize = 1 | 2;

export type SlipLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size: SlipSize;
      readonly bold: boolean;
      readonly align: SlipAlign;
    }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'qr'; readonly digits: string }
  | { readonly kind: 'barcode'; readonly digits: string }
  | { readonly kind: 'space' };

export interface Slip {
  /** The language that the words are in. */
  readonly language: Language;
  readonly lines: readonly SlipLine[];
}

export interface TextStyle {
  readonly size?: SlipSize;
  readonly bold?: boolean;
  readonly align?: SlipAlign;
}

/** A run of text that wraps at the paper's edge; plain, left and body size unless told. */
export function text(words: string, style: TextStyle = {}): SlipLine {
  const { size = 1, bold = false, align = 'left' } = style;
  return { kind: 'text', text: words, size, bold, align };
}

/** What kind of slip this is: centred, bold, double size. */
export function heading(words: string): SlipLine {
  return text(words, { size: 2, bold: true, align: 'center' });
}

/** Two short texts at the two edges of one line; the right one moves to its own line when they do not fit. */
export function pair(left: string, right: string): SlipLine {
  return { kind: 'pair', left, right };
}

/** A label and its value. Fields that follow one another share one label column; long values wrap inside theirs. */
export function field(label: string, value: string, style: { readonly bold?: boolean } = {}): SlipLine {
  return { kind: 'field', label, value, bold: style.bold ?? false };
}

/** A line across the paper. */
export function rule(): SlipLine {
  return { kind: 'rule' };
}

/** One empty line. */
export function space(): SlipLine {
  return { kind: 'space' };
}

/** A QR code of decimal digits. Throws a RangeError on anything else: codes carry nothing personal. */
export function qr(digits: string): SlipLine {
  if (!/^[0-9]{1,34}$/.test(digits)) throw new RangeError('a QR code on a slip holds 1 to 34 digits');
  return { kind: 'qr', digits };
}

/** A Code 128 barcode of digit pairs. Throws a RangeError on an odd number of digits or anything else. */
export function barcode(digits: string): SlipLine {
  if (!/^(?:[0-9]{2}){1,10}$/.test(digits))
    throw new RangeError('a barcode on a slip holds 1 to 10 digit pairs');
  return { kind: 'barcode', digits };
}

/** One scan code in all its forms: for cameras, for laser scanners, and for a person who has to read it out. */
export function scanCode(code: string): readonly SlipLine[] {
  return [space(), qr(code), space(), barcode(code), text(groupScanCode(code), { align: 'center' })];
}

/** Puts a slip together; nested groups such as `scanCode` are flattened. */
export function slip(language: Language, ...parts: readonly (SlipLine | readonly SlipLine[])[]): Slip {
  return { language, lines: parts.flatMap((part) => part) };
}
