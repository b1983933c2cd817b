// The codes of our own papers and tags as a window meets them: which digits are one, and which register acts on it.
import type { RegisterName } from './registers.ts';

/** The digits of a code, however they are spaced and wide; null for any other text. */
export function scanCodeIn(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/\s/g, '');
  return /^\d{16}$/.test(digits) ? digits : null;
}

/** The first two digits are frozen once printed (registers.md §2): visits, keys, loans. */
const REGISTER_OF: Readonly<Record<string, RegisterName>> = {
  10: 'visitors',
  11: 'visitors',
  20: 'keys',
  21: 'keys',
  40: 'loans',
  41: 'loans',
  42: 'loans',
};

/** Whose code this is; null for one that its first digits do not tell, such as a tag read by radio. */
export function registerOfCode(text: string): RegisterName | null {
  return REGISTER_OF[scanCodeIn(text)?.slice(0, 2) ?? ''] ?? null;
}
