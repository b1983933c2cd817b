// The manual cannot go stale: its pages, pictures, links and the names of controls are compared with what there is.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../electron/api/boot.ts';
import { HELP_PAGES } from '../../renderer/app/help/help-pages.ts';
import { sentencesIn } from '../../renderer/copy/catalogs.ts';

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources');
/** What renderer/app/help/manual-article.tsx draws. */
const DRAWN = new Set([
  ...['heading', 'paragraph', 'list', 'list_item', 'table', 'blockquote', 'image', 'link', 'strong'],
  ...['codespan', 'text', 'space'],
]);

const pagesOf = (language: Language): string[] => readdirSync(join(RESOURCES, 'manual', language)).toSorted();
const picturesOf = (language: Language): string[] =>
  readdirSync(join(RESOURCES, 'pictures', 'manual', language)).toSorted();
const sourceOf = (language: Language, page: string): string =>
  readFileSync(join(RESOURCES, 'manual', language, page), 'utf8');

/** Every token of a page, however deep. */
function tokensOf(source: string): Token[] {
  const all: Token[] = [];
  new Marked({ walkTokens: (token) => void all.push(token) }).parse(source, { async: false });
  return all;
}

const hrefs = (source: string, type: 'link' | 'image'): string[] =>
  tokensOf(source).flatMap((token) =>
    token.type === type && 'href' in token ? [String(token['href'])] : [],
  );

/** A sentence with its places for values, as it may be quoted. */
const matches = (sentence: string, quoted: string): boolean =>
  sentence.replaceAll(/\s*\{\{\w+\}\}/g, '').trim() === quoted;

describe.each(LANGUAGES)('the manual in %s', (language) => {
  const pages = pagesOf(language);
  const sentences = Object.values(sentencesIn(language)).flatMap((words) => Object.values(words));

  test('has the pages that the window lists, no more and no fewer', () => {
    expect(pages).toEqual(HELP_PAGES.map((page) => `${page}.md`).toSorted());
  });

  test.each(pages)('%s begins with its title and uses nothing that the window does not draw', (page) => {
    const tokens = tokensOf(sourceOf(language, page));
    expect(tokens[0]).toMatchObject({ type: 'heading', depth: 1 });
    expect(tokens.filter((token) => token.type === 'heading' && token['depth'] === 1)).toHaveLength(1);
    expect(tokens.map(({ type }) => type).filter((type) => !DRAWN.has(type))).toEqual([]);
  });

  test.each(pages)('%s quotes only controls that are on the screen', (page) => {
    const quoted = [...sourceOf(language, page).matchAll(/【([^】]+)】/g)].map(([, name]) => name ?? '');
    expect(quoted.filter((name) => !sentences.some((sentence) => matches(sentence, name)))).toEqual([]);
  });

  test.each(pages)('%s links to pages that there are', (page) => {
    expect(hrefs(sourceOf(language, page), 'link').filter((href) => !pages.includes(href))).toEqual([]);
  });

  test('shows every picture that was taken, and none that was not', () => {
    const shown = pages.flatMap((page) => hrefs(sourceOf(language, page), 'image'));
    const taken = picturesOf(language).map((name) => `../../pictures/manual/${language}/${name}`);
    expect([...new Set(shown)].toSorted()).toEqual(taken);
    for (const name of picturesOf(language)) {
      expect(statSync(join(RESOURCES, 'pictures', 'manual', language, name)).size).toBeGreaterThan(2000);
    }
  });
});

test('both languages show the same pictures on the same pages', () => {
  for (const page of HELP_PAGES) {
    const [zh, en] = LANGUAGES.map((language) =>
      hrefs(sourceOf(language, `${page}.md`), 'image').map((href) => href.replace(`/${language}/`, '/')),
    );
    expect(zh, page).toEqual(en);
  }
});
