// The manual as the window has it: the pages of resources/manual in both languages, and their pictures.
import { marked } from 'marked';
import type { Token } from 'marked';
import type { Language } from '../../../electron/api/boot.ts';
import { HELP_PAGES } from './help-pages.ts';
import type { HelpPage } from './help-pages.ts';

const FILES = import.meta.glob<string>('../../../resources/manual/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES = import.meta.glob<string>('../../../resources/pictures/manual/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

export interface ManualPage {
  readonly id: HelpPage;
  readonly title: string;
  /** What stands below the title. */
  readonly tokens: readonly Token[];
  /** All of it as it is searched: no marks, lower case. */
  readonly text: string;
}

const read = new Map<Language, readonly ManualPage[]>();

/** All pages in one language, in the order of the list. Each is read once. */
export function manualIn(language: Language): readonly ManualPage[] {
  const known = read.get(language);
  if (known) return known;
  const pages = HELP_PAGES.map((id) =>
    readPage(id, FILES[`../../../resources/manual/${language}/${id}.md`] ?? ''),
  );
  read.set(language, pages);
  return pages;
}

/** Where a picture lies that a page names by its path; undefined for anything that is not the manual's own. */
export function pictureAt(href: string): string | undefined {
  const [, place] = /^\.\.\/\.\.\/pictures\/manual\/([\w-]+\/[\w-]+\.png)$/.exec(href) ?? [];
  return place && PICTURES[`../../../resources/pictures/manual/${place}`];
}

/** The page that a link means, or null for one that leads out of the manual. */
export function pageAt(href: string): HelpPage | null {
  return HELP_PAGES.find((page) => href === `${page}.md`) ?? null;
}

function readPage(id: HelpPage, source: string): ManualPage {
  const [head, ...tokens] = marked.lexer(source);
  const title = head?.type === 'heading' && 'text' in head ? String(head['text']) : id;
  return { id, title, tokens, text: plain(source) };
}

function plain(source: string): string {
  return source
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[【】*`|#>]/g, '')
    .toLowerCase();
}
