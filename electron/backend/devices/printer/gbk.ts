// Text in the letters of a Chinese ROM: GBK, and only what the ROM surely holds.
import iconv from 'iconv-lite';
import { graphemeWidth, splitGraphemes } from './printable-text.ts';

/**
 * The bytes a Chinese ROM printer needs, or null when one character is not in its ROM. Never a `?`, never a one-byte
 * code above 0x7F (cp936 has one for €), never the private area that cp936 fills up with.
 */
export function encodeGbk(text: string): Buffer | null {
  const parts: Buffer[] = [];
  for (const grapheme of splitGraphemes(text)) {
    const bytes = encodeGrapheme(grapheme);
    if (bytes === null) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function encodeGrapheme(grapheme: string): Buffer | null {
  if (/^[\x20-\x7E]$/.test(grapheme)) return Buffer.from(grapheme, 'latin1');
  if (graphemeWidth(grapheme) === 1 || grapheme.length !== 1 || /\p{Co}/u.test(grapheme)) return null;
  // cp936 is GBK as ROMs hold it; the table called gbk also has what GB 18030 added later, such as 䶮 at FE9F.
  const bytes = iconv.encode(grapheme, 'cp936');
  return bytes.length === 2 && iconv.decode(bytes, 'cp936') === grapheme ? bytes : null;
}
