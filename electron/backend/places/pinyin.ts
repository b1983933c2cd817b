// How a Chinese name is typed on a Latin keyboard: full pinyin, and initials.
import { pinyin } from 'pinyin-pro';

export interface Spelling {
  /** Joined, without tones: `zhangsan`. */
  readonly full: string;
  /** `zs`. */
  readonly initials: string;
}

/**
 * A text's syllables without tones, lower case, ü as v; Latin runs stay whole, what is neither is left out. `person`
 * reads the first character as a surname (单 shan, 仇 qiu).
 */
export function syllablesOf(text: string, kind: 'person' | 'company'): string[] {
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const;
  const syllables = pinyin(text, kind === 'person' ? { ...options, surname: 'head' } : options);
  return syllables
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((syllable) => syllable !== '');
}

/** The syllables of a reading that was typed by hand, as `syllablesOf` gives them. */
export function writtenSyllables(byHand: string): string[] {
  const plain = byHand.normalize('NFC').toLowerCase().replaceAll('ü', 'v');
  return plain.split(/[^a-z]+/).filter((syllable) => syllable !== '');
}

export function spell(text: string, kind: 'person' | 'company'): Spelling {
  const syllables = syllablesOf(text, kind);
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
