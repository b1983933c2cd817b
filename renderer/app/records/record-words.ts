// The words of a noun's list, as every file with such lists names them.
import type { NounWords } from './records-tab.tsx';

type Word = 'add' | 'list' | 'filter' | 'empty' | 'emptyHint' | 'choose' | 'tab';

/** `t` is the file's own; each noun has a sentence for each word in its catalog. */
export function recordWords<Noun extends string>(
  t: (key: `${Word}.${Noun}`) => string,
  noun: Noun,
): NounWords {
  return {
    add: t(`add.${noun}`),
    list: t(`list.${noun}`),
    filter: t(`filter.${noun}`),
    empty: t(`empty.${noun}`),
    emptyHint: t(`emptyHint.${noun}`),
    choose: t(`choose.${noun}`),
    panel: t(`tab.${noun}`),
  };
}
