// Proves that tags are found in anything a serial line may deliver, and that nothing else passes for one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTagParser, type TagSeen } from './tag-frames.ts';

/** Everything a parser says of these pieces, with the silence after them. */
function parse(...pieces: Uint8Array[]): TagSeen[] {
  const parser = createTagParser();
  const seen = pieces.flatMap((piece) => parser.push(piece));
  return parser.midTag() ? [...seen, ...parser.silence()] : seen;
}

function cutUp(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...pieces, bytes.subarray(at)];
}

const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

function rdm(bytes: Uint8Array, end = '\u0003'): Buffer {
  const digits = Buffer.from([...bytes, xor(bytes)])
    .toString('hex')
    .toUpperCase();
  return Buffer.from(`\u0002${digits}${end}`, 'latin1');
}

function binary(uid: Uint8Array): Buffer {
  const body = Buffer.from([uid.length + 5, 1, ...uid]);
  return Buffer.from([2, ...body, xor(body), 3]);
}

const bytes = (hex: string): TagSeen => ({ kind: 'bytes', bytes: Buffer.from(hex, 'hex') });
const text = (line: string): TagSeen => ({ kind: 'text', text: line });
const hex = (line: string): Buffer => Buffer.from(line.replaceAll(' ', ''), 'hex');

const uids = fc.constantFrom(4, 7, 10).chain((n) => fc.uint8Array({ minLength: n, maxLength: n }));
const numbers = fc.uint8Array({ minLength: 5, maxLength: 5 });
const shown = fc.oneof(
  numbers.map((number) => ({
    line: rdm(number),
    seen: { kind: 'bytes', bytes: Buffer.from(number) } as TagSeen,
  })),
  numbers.map((number) => ({
    line: rdm(number, '\r\n\u0003'),
    seen: { kind: 'bytes', bytes: Buffer.from(number) } as TagSeen,
  })),
  uids.map((uid) => ({ line: binary(uid), seen: { kind: 'bytes', bytes: Buffer.from(uid) } as TagSeen })),
  fc.nat(9_999_999_999).map((number) => {
    const line = String(number).padStart(10, '0');
    return { line: Buffer.from(`${line}\r\n`), seen: text(line) };
  }),
);
const sizes = fc.array(fc.nat(9), { maxLength: 60 });

describe('a tag', () => {
  test.each([
    ['RDM6300', '02 30 31 30 30 36 33 45 39 41 45 32 35 03', bytes('010063e9ae')],
    ['a binary frame', '02 0A 02 06 00 8E 6D 5D B0 03', bytes('06008e6d5d')],
    ['ten digits and CR LF', '30 30 30 36 35 34 37 38 38 36 0D 0A', text('0006547886')],
    ['facility and card', '30 39 39 2C 35 39 38 32 32 0D', text('099,59822')],
    ['a UID with blanks', '44 45 20 41 44 20 42 45 20 45 46 0A', text('DE AD BE EF')],
  ])('is read as the books show it: %s', (_name, line, seen) => {
    expect(parse(hex(line))).toEqual([seen]);
  });

  test('is read however it is cut up, and also when several come at once', () => {
    fc.assert(
      fc.property(fc.array(shown, { maxLength: 5 }), sizes, (list, cuts) => {
        const line = Buffer.concat(list.map((each) => each.line));
        expect(parse(...cutUp(line, cuts))).toEqual(list.map((each) => each.seen));
      }),
    );
  });

  test.each([
    ['in its middle', '04A1B2\u00FFC3D4E5F6\r\n'],
    ['before it', '\u00FFC3D4E5F6\r\n'],
    ['that looks like a frame', '\u000204A1B2\u00FFC3D4E5F6\r\n'],
    ['at its end', '04A1B2C3\u0000\r\n'],
  ])('with noise %s is no other tag: nothing of its line counts, all of the next', (_where, line) => {
    const parser = createTagParser();
    expect(parser.push(Buffer.from(line, 'latin1'))).toEqual([]);
    expect(parser.push(Buffer.from('DEADBEEF\r\n'))).toEqual([text('DEADBEEF')]);
  });

  test('without an end is read when the line falls silent', () => {
    expect(parse(Buffer.from('0006547886'))).toEqual([text('0006547886')]);
  });

  test('is found behind noise', () => {
    const noise = fc.array(fc.constantFrom(0x00, 0x02, 0x03, 0x0a, 0x0d, 0x30, 0x41, 0xff), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(noise, shown, (before, { line, seen }) => {
        // The silence between two readings ends whatever the noise began.
        const parser = createTagParser();
        parser.push(Uint8Array.from(before));
        parser.silence();
        const found = [...parser.push(line), ...(parser.midTag() ? parser.silence() : [])];
        expect(found).toEqual([seen]);
      }),
    );
  });
});

describe('what is no tag', () => {
  test('a frame with one bit wrong says nothing', () => {
    fc.assert(
      fc.property(numbers, fc.nat(11), fc.nat(7), sizes, (number, at, bit, cuts) => {
        const line = rdm(number, '\r\n\u0003');
        line[at + 1] = (line[at + 1] ?? 0) ^ (1 << bit);
        expect(parse(...cutUp(line, cuts)).filter((seen) => seen.kind === 'bytes')).toEqual([]);
      }),
    );
    const spoilt = hex('02 30 31 30 30 36 33 45 39 41 45 32 36 0D 0A 03');
    expect(parse(spoilt)).toEqual([]);
    expect(parse(hex('02 0A 02 06 00 8E 6D 5D B1 03'))).toEqual([]);
  });

  test('half a frame says nothing, whole text as it looks', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 13 }), (number, length) => {
        expect(parse(rdm(number).subarray(0, length))).toEqual([]);
      }),
    );
  });

  test('a frame whose head was lost says nothing', () => {
    expect(parse(rdm(Buffer.from('010063e9ae', 'hex')).subarray(3))).toEqual([]);
  });

  test('text without end is dropped and not kept, up to its end', () => {
    const parser = createTagParser();
    for (let at = 0; at < 1000; at += 1) expect(parser.push(Buffer.from('1234567890'))).toEqual([]);
    expect(parser.push(Buffer.from('\r\n0006547886\r\n'))).toEqual([text('0006547886')]);
  });
});
