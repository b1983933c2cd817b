// Finds pages of the manual: by the words as they stand, or, for a question that stands nowhere, by its pieces.

interface Searched {
  readonly title: string;
  /** Lower case. */
  readonly text: string;
}

/** A word of the title counts as much as so many in the text. */
const TITLE_COUNTS = 20;
/** Words that make a question and name no thing. */
const ASKING =
  /怎么办|怎么|怎样|如何|什么|请问|我该|应该|吗|呢|\b(?:how|what|where|when|do|does|can|should|i|to|the|an?|is|if)\b/g;
/** Of a question at least this part of its pieces has to be in a page. */
const ENOUGH = 1 / 2;

/**
 * All pages where nothing is asked for. Pages that have every word come first, those that speak of it most before the
 * others; where none has, those that share most pairs of letters with what was asked: `打印机坏了怎么办` finds 打印机.
 */
export function searchManual<Page extends Searched>(pages: readonly Page[], asked: string): readonly Page[] {
  const words = asked
    .toLowerCase()
    .split(/[\s,.?!，。？！、]+/)
    .filter(Boolean);
  if (words.length === 0) return pages;
  const whole = pages.filter(({ text }) => words.every((word) => text.includes(word)));
  if (whole.length > 0) return ranked(whole, words);
  // What the manual never says tells nothing of where to look.
  const named = words.flatMap((word) => word.replaceAll(ASKING, ' ').split(' '));
  const pairs = named.flatMap(pairsOf).filter((pair) => pages.some(({ text }) => text.includes(pair)));
  const shared = ({ text }: Page): number => pairs.filter((pair) => text.includes(pair)).length;
  const near = pages.filter((page) => pairs.length > 1 && shared(page) >= pairs.length * ENOUGH);
  return ranked(near, pairs, shared);
}

function ranked<Page extends Searched>(
  pages: readonly Page[],
  words: readonly string[],
  first: (page: Page) => number = () => 0,
): readonly Page[] {
  const weight = ({ title, text }: Page): number =>
    words.reduce(
      (sum, word) =>
        sum + text.split(word).length - 1 + (title.toLowerCase().includes(word) ? TITLE_COUNTS : 0),
      0,
    );
  return pages.toSorted((a, b) => first(b) - first(a) || weight(b) - weight(a));
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}
