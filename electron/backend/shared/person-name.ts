// A person's name as it is written down: one point, one space, whatever keyboard or card it came from.

/** What keyboards and cards give for the point between the parts of a name; GB 18030's own is U+00B7. */
const POINT = /\s*[\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65]\s*/gu;

/**
 * Points become `·` with nothing around them, runs of blanks one blank. Characters, case and order stay: a name is
 * its bearer's.
 */
export function writtenName(name: string): string {
  return name.replaceAll(POINT, '·').replaceAll(/\s+/gu, ' ').trim();
}
