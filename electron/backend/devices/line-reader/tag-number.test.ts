// Proves that one card is one UID, however its reader writes the number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TagFormat } from '../../../api/devices.contract.ts';
import type { TagSeen } from './tag-frames.ts';
import { printedOf, readingsOf, uidOf } from './tag-number.ts';

const text = (line: string): TagSeen => ({ kind: 'text', text: line });
const bytes = (hex: string): TagSeen => ({ kind: 'bytes', bytes: Buffer.from(hex, 'hex') });
const at = (seen: TagSeen, format: TagFormat, byteOrder: 'msb' | 'lsb' = 'msb') =>
  uidOf(seen, { format, byteOrder });

describe('the card 0063E9AE', () => {
  test.each([
    ['dec10', '0006547886'],
    ['hex', '0063E9AE'],
    ['hex', '0063e9ae'],
    ['hex', '00:63:E9:AE'],
    ['hex', '010063E9AE'],
    ['w26', '099,59822'],
    ['dec8', '09959822'],
    ['dec', '6547886'],
  ] as const)('is the same as %s %s', (format, line) => {
    expect(at(text(line), format)).toBe('0063E9AE');
  });

  test('is the same in a frame, whatever its version byte', () => {
    expect(at(bytes('010063e9ae'), 'hex')).toBe('0063E9AE');
    expect(at(bytes('060063e9ae'), 'hex')).toBe('0063E9AE');
  });

  test('has both numbers printed on it', () => {
    expect(printedOf('0063E9AE')).toEqual({ dec10: '0006547886', w26: '099,59822' });
    expect(printedOf('04A1B2C3D4E5F6')).toBeNull();
  });
});

describe('the UID DE AD BE EF of an M1 card', () => {
  test.each([
    ['msb', 'dec', '3735928559'],
    ['lsb', 'dec', '4022250974'],
    ['msb', 'hex', 'DEADBEEF'],
    ['lsb', 'hex', 'EFBEADDE'],
    ['lsb', 'dec10', '4022250974'],
  ] as const)('is the same %s first as %s %s', (byteOrder, format, line) => {
    expect(at(text(line), format, byteOrder)).toBe('DEADBEEF');
  });
});

test.each([
  ['dec10', '654788'],
  ['dec10', '9999999999'],
  ['hex', 'DEADBEE'],
  ['hex', 'DEADBEEG'],
  ['w26', '299,59822'],
  ['w26', '099,65536'],
  ['dec8', '0006547886'],
  ['dec', '0x63'],
  ['dec', '99999999999999999999'],
] as const)('what is not of the format %s is no number: %s', (format, line) => {
  expect(at(text(line), format)).toBeNull();
});

test('every UID of four bytes comes back from every full format, in both byte orders', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.constantFrom('msb', 'lsb'),
      (uid, order) => {
        const sent = order === 'msb' ? Buffer.from(uid) : Buffer.from(uid).reverse();
        const number = sent.readUInt32BE();
        const wanted = Buffer.from(uid).toString('hex').toUpperCase();
        expect(at({ kind: 'bytes', bytes: sent }, 'hex', order)).toBe(wanted);
        expect(at(text(sent.toString('hex')), 'hex', order)).toBe(wanted);
        expect(at(text(String(number).padStart(10, '0')), 'dec10', order)).toBe(wanted);
        expect(at(text(String(number)), 'dec', order)).toBe(wanted);
      },
    ),
  );
});

describe('what it may be', () => {
  test.each([
    ['0006547886', 'dec10'],
    ['099,59822', 'w26'],
    ['09959822', 'dec8'],
    ['DEADBEEF', 'hex'],
    ['99959822', 'hex'],
    ['4022250974', 'dec10'],
    ['735928559', 'dec'],
  ] as const)('%s is likeliest %s', (line, format) => {
    expect(readingsOf(text(line))[0]).toMatchObject({ format, byteOrder: 'msb' });
  });

  test('names each UID once, and both byte orders', () => {
    expect(readingsOf(text('4022250974'))).toEqual([
      { format: 'dec10', byteOrder: 'msb', uid: 'EFBEADDE' },
      { format: 'hex', byteOrder: 'msb', uid: '22250974' },
      { format: 'dec10', byteOrder: 'lsb', uid: 'DEADBEEF' },
      { format: 'hex', byteOrder: 'lsb', uid: '09252240' },
    ]);
  });

  test('is nothing where it is no number', () => {
    expect(readingsOf(text('hello there'))).toEqual([]);
  });
});
