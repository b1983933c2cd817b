// A desk as it is chosen: its code, and its name in the window's language.
import { useTranslation } from 'react-i18next';

interface NamedDesk {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export function useDeskNames(): (desk: NamedDesk) => string {
  const { i18n } = useTranslation();
  return ({ code, nameZh, nameEn }) => `${code} ${i18n.language === 'en' ? nameEn : nameZh}`;
}
