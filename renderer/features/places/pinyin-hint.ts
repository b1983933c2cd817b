// How a name is read by now, beside the field in which that is corrected.
import type { useTranslation } from 'react-i18next';

/** What the program makes of a new name it says once the name is saved. */
export function pinyinHint(
  t: ReturnType<typeof useTranslation<'places'>>['t'],
  row: { readonly pinyin: string | null; readonly readings: readonly string[] } | null,
): string {
  const [reading] = row?.readings ?? [];
  return reading === undefined || row?.pinyin ? t('pinyinHint') : t('pinyinRead', { reading });
}
