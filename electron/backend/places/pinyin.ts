// How a Chinese name is typed on a Latin keyboard: full pinyin, and initials.
import { pinyin } from 'pinyin-pro';

export interface Spelling {
  /** Joined, without tones: `zhangsan`. */
  readonly full: string;
  /** `zs`. */
  readonly initials: string;
}

/** `person` reads the first character as a surname (单 shan, 仇 qiu). Latin letters stay, in lower case. */
export function spell(text: string, kind: 'person' | 'company'): Spelling {
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const;
  const syllables = pinyin(text, kind === 'person' ? { ...options, surname: 'head' } : options);
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return { full: plain.join(''), initials: plain.map((syllable) => syllable.charAt(0)).join('') };
}
