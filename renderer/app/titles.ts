// What a record is called in the reader's language, where it has a name in both.
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../electron/api/search.contract.ts';

interface Titled {
  readonly title: string | null;
  readonly titleEn?: string | undefined;
}

export function useTitle(): (named: Titled) => string | null {
  const english = useTranslation().i18n.language === 'en';
  return ({ title, titleEn }) => (english ? (titleEn ?? title) : title);
}

/** A find of the box: who or what it is, and whom or what it belongs to. */
export function useHitNames(hit: Pick<SearchHit, 'title' | 'company' | 'english'>): {
  readonly title: string | null;
  readonly company: string | null;
} {
  const english = useTranslation().i18n.language === 'en';
  return english && hit.english ? hit.english : hit;
}
