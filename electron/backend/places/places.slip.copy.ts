// The words that the slips of every register share, in both languages.

interface SlipPartWords {
  readonly sample: string;
  readonly reprint: (count: number) => string;
  readonly colon: string;
}

export const slipPartWords: Readonly<Record<'zh-CN' | 'en', SlipPartWords>> = {
  'zh-CN': { sample: '样例数据 仅供练习', reprint: (count) => `补打 ${count}`, colon: '：' },
  en: { sample: 'SAMPLE DATA, for practice only', reprint: (count) => `Reprint ${count}`, colon: ':' },
};
