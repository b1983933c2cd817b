// Finds pages of the manual: every word has to be in a page, and a page whose title has it comes first.

interface Searched {
  readonly title: string;
  /** Lower case. */
  readonly text: string;
}

/** All pages where nothing is asked for. Keeps the manual's order among equals. */
export function searchManual<Page extends Searched>(pages: readonly Page[], asked: string): readonly Page[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const found = pages.filter(({ text }) => words.every((word) => text.includes(word)));
  const inTitle = ({ title }: Page): number =>
    words.filter((word) => title.toLowerCase().includes(word)).length;
  return found.toSorted((a, b) => inTitle(b) - inTitle(a));
}
