// Language: typed catalogs in i18next, switched at once for everything on the screen.
import i18next from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES } from '../../electron/api/boot.ts';
import type { Language } from '../../electron/api/boot.ts';
import { catalogs, sentencesIn } from '../copy/catalogs.ts';
import type { CatalogKeys } from '../copy/catalogs.ts';
import { recall, remember } from './memory.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: CatalogKeys;
    keySeparator: false;
    returnNull: false;
  }
}

/** Starts in the language last chosen here; `followLanguage` gives the desk's when none was. */
export async function startLanguage(): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: recall('language', LANGUAGES) ?? 'zh-CN',
    resources: Object.fromEntries(LANGUAGES.map((language) => [language, sentencesIn(language)])),
    ns: Object.keys(catalogs),
    defaultNS: 'shell',
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = instance.language;
  instance.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  return instance;
}

/** Switches at once and keeps the choice for the next start. */
export function chooseLanguage(instance: i18n, language: Language): void {
  remember('language', language);
  change(instance, language);
}

/** The language the program was started in, unless another was chosen in this window's profile. */
export function followLanguage(instance: i18n, language: Language): void {
  if (recall('language', LANGUAGES) === null) change(instance, language);
}

/** The language of who has signed in, for as long as they work here; the choice of this profile stays what it is. */
export function speakWith(instance: i18n, language: Language): void {
  change(instance, language);
}

/** Every catalog is in the bundle, so that nothing is loaded and nothing can fail. */
function change(instance: i18n, language: Language): void {
  instance.changeLanguage(language).catch(() => {});
}
