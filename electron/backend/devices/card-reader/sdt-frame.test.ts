// Proves that frames are built as the standard shows them and found again in anything a serial line may deliver.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameParser, encodeFrame } from './sdt-frame.ts';
import type { FrameEvent } from './sdt-frame.ts';

const payloads = fc.uint8Array({ minLength: 2, maxLength: 300 });

const frame = (payload: Uint8Array): FrameEvent => ({ kind: 'frame', payload: Buffer.from(payload) });

/** Everything a parser says of these pieces, with the silence after them. */
function parse(...pieces: Uint8Array[]): FrameEvent[] {
  const parser = createFrameParser();
  const events = pieces.flatMap((piece) => parser.push(piece));
  return parser.midFrame() ? [...events, ...parser.silence()] : events;
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

describe('a frame', () => {
  it.each([
    ['find', [0x20, 0x01], 'aaaaaa96690003200122'],
    ['select', [0x20, 0x02], 'aaaaaa96690003200221'],
    ['read', [0x30, 0x01], 'aaaaaa96690003300132'],
    ['no card', [0x00, 0x00, 0x80], 'aaaaaa9669000400008084'],
    ['card found', [0, 0, 0x9f, 0, 0, 0, 0], 'aaaaaa9669000800009f0000000097'],
  ])('is built as the protocol prints it: %s', (_name, payload, hex) => {
    expect(encodeFrame(Uint8Array.from(payload)).toString('hex')).toBe(hex);
  });

  it('is found again however it is cut up', () => {
    fc.assert(
      fc.property(fc.array(payloads, { maxLength: 4 }), fc.array(fc.nat(40)), (list, sizes) => {
        const line = Buffer.concat(list.map(encodeFrame));
        expect(parse(...cutUp(line, sizes))).toEqual(list.map(frame));
      }),
    );
  });

  it('is found again behind any garbage, at the latest when the line falls silent', () => {
    const noise = fc.array(fc.constantFrom(0xaa, 0x96, 0x69, 0x00, 0x05, 0xff), { maxLength: 40 });
    fc.assert(
      fc.property(noise, payloads, (before, payload) => {
        const found = parse(Buffer.concat([Uint8Array.from(before), encodeFrame(payload)]));
        // By chance the garbage itself may make a frame; the true one must be the last.
        expect(found.at(-1)).toEqual(frame(payload));
      }),
    );
  });

  it('is never taken for good when one bit of it is wrong', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(7), (payload, at, bit) => {
        const line = encodeFrame(payload);
        const place = at % line.length;
        line.writeUInt8(line.readUInt8(place) ^ (1 << bit), place);
        expect(parse(line)).not.toContainEqual(frame(payload));
      }),
    );
  });
});

describe('damage', () => {
  const good = encodeFrame(Uint8Array.from([0, 0, 0x90, 1, 2, 3]));
  const badSum = Buffer.from(good);
  badSum.writeUInt8(good.readUInt8(good.length - 1) ^ 1, good.length - 1);
  const tooLong = Buffer.from(good);
  tooLong.writeUInt16BE(0xffff, 5);

  it('of a checksum is told with the last byte', () => {
    const parser = createFrameParser();
    expect(parser.push(badSum)).toEqual([{ kind: 'damaged', reason: 'CHECKSUM' }]);
    expect(parser.midFrame()).toBe(false);
  });

  it('of a length or a frame cut short is told when the line falls silent', () => {
    expect(parse(tooLong)).toEqual([{ kind: 'damaged', reason: 'LENGTH' }]);
    expect(parse(good.subarray(0, 9))).toEqual([{ kind: 'damaged', reason: 'GAP' }]);
  });

  it('is not told of garbage that the true answer follows', () => {
    const payload = good.subarray(7, -1);
    expect(parse(tooLong, good)).toEqual([frame(payload)]);
    // This preamble promises more than comes and swallows the answer; the silence gives it back.
    const swallows = Buffer.from('aaaaaa96690508', 'hex');
    expect(parse(swallows, good)).toEqual([frame(payload)]);
  });

  it('does not leak into the next answer after a reset', () => {
    const parser = createFrameParser();
    parser.push(good.subarray(0, 9));
    parser.reset();
    expect(parser.midFrame()).toBe(false);
    expect(parser.push(good)).toEqual([frame(good.subarray(7, -1))]);
  });
});
