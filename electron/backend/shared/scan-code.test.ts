// Scan codes: what is made is read back, and what a scanner or a finger gets wrong is noticed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dammCheckDigit,
  groupScanCode,
  makeScanCode,
  parseScanCode,
  SCAN_CODE_KINDS,
  type ScanCodeKind,
} from './scan-code.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const kinds = fc.constantFrom(...(Object.keys(SCAN_CODE_KINDS) as ScanCodeKind[]));
const codes = fc.tuple(kinds, digits(13)).map(([kind, random]) => makeScanCode(kind, random));

describe('a scan code', () => {
  test('has the check digit of the published example 572, which is 4', () => {
    expect(dammCheckDigit('572')).toBe('4');
    expect(dammCheckDigit('5724')).toBe('0');
  });

  test('is 16 digits that say what kind of thing they name', () => {
    fc.assert(
      fc.property(kinds, digits(13), (kind, random) => {
        const code = makeScanCode(kind, random);
        expect(code).toMatch(/^[0-9]{16}$/);
        expect(parseScanCode(code)).toEqual({ ok: true, kind, code });
      }),
    );
  });

  test('is read with the line end of a scanner and with the gaps of the printed groups', () => {
    const code = makeScanCode('visitPass', '0123456789012');
    expect(groupScanCode(code)).toBe(`1001 2345 6789 012${code.slice(15)}`);
    expect(parseScanCode(`${groupScanCode(code)}\r\n`)).toEqual({ ok: true, kind: 'visitPass', code });
  });

  test('with one wrong digit is never taken for another', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const wrong = String((Number(code[at]) + shift) % 10);
        const misread = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(parseScanCode(misread)).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
      }),
    );
  });

  test('with two neighbours swapped is never taken for another', () => {
    fc.assert(
      fc.property(codes, fc.nat(14), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        expect(parseScanCode(swapped)).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
      }),
    );
  });

  test('of another length, or with letters, is somebody else’s: perhaps a waybill', () => {
    for (const text of [
      '',
      '690123456789',
      '1000000000000000x',
      'V抛开面前',
      '１０００００００００００００００',
    ]) {
      expect(parseScanCode(text)).toEqual({ ok: false, reason: 'SHAPE' });
    }
  });

  test('with a right check digit and a kind nobody gave out is refused', () => {
    const body = '990000000000000';
    expect(parseScanCode(body + dammCheckDigit(body))).toEqual({ ok: false, reason: 'KIND' });
  });

  test('is not made from anything but 13 digits', () => {
    for (const random of ['', '123', '12345678901234', '123456789012x']) {
      expect(() => makeScanCode('parcel', random)).toThrow(RangeError);
    }
  });
});
