// All catalogs by noun, and what i18next wants of them: one table a language.
import type { Language } from '../../electron/api/boot.ts';
import { approvals } from './approvals.ts';
import { box } from './box.ts';
import { cards } from './cards.ts';
import { data } from './data.ts';
import { deposits } from './deposits.ts';
import { evacuation } from './evacuation.ts';
import { help } from './help.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { keyFile } from './key-file.ts';
import { lending } from './lending.ts';
import { lineReaders } from './line-readers.ts';
import { keys } from './keys.ts';
import { loans } from './loans.ts';
import { paper } from './paper.ts';
import { loanFile } from './loan-file.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { placesImport } from './places-import.ts';
import { policies } from './policies.ts';
import { records } from './records.ts';
import { rescue } from './rescue.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { sheet } from './sheet.ts';
import { shell } from './shell.ts';
import { training } from './training.ts';
import { trouble } from './trouble.ts';
import { visitors } from './visitors.ts';
import type { Words } from './words.ts';

export const catalogs = {
  approvals,
  shell,
  box,
  people,
  training,
  help,
  trouble,
  identity,
  records,
  visitors,
  cards,
  keys,
  lending,
  loans,
  deposits,
  evacuation,
  imports,
  loanFile,
  places,
  keyFile,
  placesImport,
  setup,
  settings,
  lineReaders,
  policies,
  sheet,
  paper,
  data,
  rescue,
};

/** Keys of every catalog; a sentence that no catalog holds does not compile. */
export type CatalogKeys = {
  [Noun in keyof typeof catalogs]: { [Key in keyof (typeof catalogs)[Noun]]: string };
};

/** Noun → key → sentence, in one language. */
export function sentencesIn(language: Language): Record<string, Record<string, string>> {
  const pick = (words: Words): Record<string, string> =>
    Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, sentence[language]]));
  return Object.fromEntries(Object.entries(catalogs).map(([noun, words]) => [noun, pick(words)]));
}
