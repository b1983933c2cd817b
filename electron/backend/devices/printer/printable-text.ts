// Text made fit for paper: cleaned, cut into what a reader sees as one character, and measured.

/** Made with the first slip: it loads the rules of all scripts, some ms of the desk's start. */
let graphemes: Intl.Segmenter | undefined;

// A Chinese ROM draws every two-byte character 24 dots wide, so é or ’ would tear a Western name apart. Latin letters
// are therefore never taken from the ROM: the line is drawn, and there they are as narrow as ASCII.
const LATIN_BEYOND_ASCII = /^(?![\uFF00-\uFFEF])\p{Script=Latin}\p{M}*$|^[\x20-\x7E]\p{M}+$/u;

/**
 * The same text without anything that a slip cannot show: NFC (never NFKC, which changes names), line ends, control
 * characters and odd spaces as one space, invisible marks removed, look-alikes mapped to the form that printers hold.
 * A broken surrogate becomes □.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]|(?!\u3000)\p{Zs}/gu, ' ')
    .replace(/(?<=[A-Za-z])[\u2018\u2019](?=[A-Za-z])/g, "'")
    .replace(/[\u2010\u2011\u2012\u2212]/g, '-')
    .replace(/[\u2022\u2027\u2219\u22C5\u30FB]/g, '·')
    .replace(/\u00A5/g, '￥')
    .replace(/\uFFFD/g, '□');
}

/** What a reader counts as characters; a base with its marks, or an emoji of several parts, is one. */
export function splitGraphemes(text: string): string[] {
  graphemes ??= new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** Columns that one character takes: 1 for ASCII and Latin letters, 2 for all others, as the printer's ROM does. */
export function graphemeWidth(grapheme: string): 1 | 2 {
  return (grapheme.length === 1 && grapheme < '\u0080') || LATIN_BEYOND_ASCII.test(grapheme) ? 1 : 2;
}

/** Columns of a cleaned text at body size. */
export function textWidth(text: string): number {
  return splitGraphemes(text).reduce((columns, grapheme) => columns + graphemeWidth(grapheme), 0);
}
