// What stands between the words of an enumeration, in the language of the window.
import { useTranslation } from 'react-i18next';

export function useComma(): string {
  return useTranslation().i18n.language === 'en' ? ', ' : '、';
}
