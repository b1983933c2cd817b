// Proves that a scanner's lines come out whole, whatever ends them and however they are cut up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineParser, decodeLine, encodingOf, LONGEST_LINE } from './text-lines.ts';

/** GBK of 你好，访客 */
const GBK = Buffer.from('c4e3bac3a3acb7c3bfcd', 'hex');

function parse(...pieces: Uint8Array[]): string[] {
  const parser = createLineParser();
  const lines = pieces.flatMap((piece) => parser.push(piece));
  return [...lines, ...(parser.midLine() ? parser.silence() : [])].map((line) => line.toString());
}

describe('a line', () => {
  test('ends with CR, LF, both, or silence, and an empty one is none', () => {
    expect(parse(Buffer.from('1001\r\n2002\r3003\n\r\n4004'))).toEqual(['1001', '2002', '3003', '4004']);
  });

  test('is the same however it is cut up, also inside a character', () => {
    const texts = fc.array(fc.stringMatching(/^[0-9A-Z访客码]{1,20}$/), { maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(7), { maxLength: 60 }), (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
        const parser = createLineParser();
        let at = 0;
        const got = [...sizes, bytes.length].flatMap((size) => {
          const piece = bytes.subarray(at, at + size);
          at += size;
          return parser.push(piece);
        });
        expect(got.map((line) => decodeLine(line, 'utf8'))).toEqual(lines);
        expect(parser.midLine()).toBe(false);
      }),
    );
  });

  test('that is too long is dropped up to its end, and never a part of it taken', () => {
    const parser = createLineParser();
    for (let at = 0; at < 200; at += 1) expect(parser.push(Buffer.alloc(100, '1'))).toEqual([]);
    expect(parser.push(Buffer.from('1\r2002\r')).map(String)).toEqual(['2002']);
    expect(parser.push(Buffer.alloc(LONGEST_LINE + 1, '1'))).toEqual([]);
    expect(parser.silence()).toEqual([]);
    expect(parser.push(Buffer.from('3003\r')).map(String)).toEqual(['3003']);
  });
});

test('Chinese is read in either encoding, and which it is can be told', () => {
  expect(decodeLine(GBK, 'gbk')).toBe('你好，访客');
  expect(encodingOf(GBK)).toBe('gbk');
  expect(decodeLine(Buffer.from('你好，访客'), 'utf8')).toBe('你好，访客');
  expect(encodingOf(Buffer.from('你好，访客'))).toBe('utf8');
  expect(encodingOf(Buffer.from('1001234567890123'))).toBe('utf8');
});
