// A person's name as it is written down: one point, one space, whatever keyboard or card it came from.

/** What keyboards and cards give for the point between the parts of a name; GB 18030's own is U+00B7. */
const POINT = /\s*[\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65]\s*/gu;

/** Marks that turn or part what stands around them and show nothing themselves; joiners stay, scripts need them. */
const UNSEEN = /[\u00AD\u061C\u200E\u200F]/gu;

/** A letter with its accents behind it, or Korean letters one by one, as some systems send them. */
const TAKEN_APART = /[\u1100-\u11FF]+|(?!\p{Script=Han})\p{L}\p{M}+/gu;

/**
 * Points become `·` with nothing around them, runs of blanks one blank; an accent becomes one with its
 * letter. Characters, case and order stay: a name is its bearer's, so Han characters are never normalised.
 */
export function writtenName(name: string): string {
  return name
    .replaceAll(UNSEEN, '')
    .replaceAll(TAKEN_APART, (letters) => letters.normalize('NFC'))
    .replaceAll(POINT, '·')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
