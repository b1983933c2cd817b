// Proves the document number rules: the standard's vectors, every single slip of the hand, and the masks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../api/identity.ts';
import {
  checkDocumentNumber,
  icaoCheckDigit,
  lastFour,
  maskDocumentNumber,
  normaliseDocumentNumber,
  residentCheckCharacter,
} from './document-number.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

const birthDates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

const withCheck = (first17: string) => first17 + residentCheckCharacter(first17);

const residentNumbers = fc
  .tuple(fc.constantFrom('110101', '650102', '440305', '710000', '820001'), birthDates, digits(3))
  .map((parts) => withCheck(parts.join('')));

describe('a resident id number', () => {
  it("passes with the standard's own example, also in small letters, full-width and with spaces", () => {
    const good = { ok: true, normalised: '11010519491231002X' };
    expect(checkDocumentNumber('residentId', '11010519491231002X')).toEqual(good);
    expect(checkDocumentNumber('residentId', ' 110105 19491231 002x ')).toEqual(good);
    expect(checkDocumentNumber('residentId', '１１０１０５１９４９１２３１００２ｘ')).toEqual(good);
  });

  it('agrees with the weights that the standard prints', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    fc.assert(
      fc.property(digits(17), (first17) => {
        const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
        expect(residentCheckCharacter(first17)).toBe('10X98765432'[sum % 11]);
      }),
    );
  });

  it('passes for every rightly made number', () => {
    fc.assert(
      fc.property(residentNumbers, (number) => {
        expect(checkDocumentNumber('residentId', number)).toEqual({ ok: true, normalised: number });
      }),
    );
  });

  it('is refused after any one wrong digit', () => {
    fc.assert(
      fc.property(residentNumbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(checkDocumentNumber('residentId', wrong).ok).toBe(false);
      }),
    );
  });

  it('is refused after two neighbours changed places', () => {
    fc.assert(
      fc.property(residentNumbers, fc.nat(15), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const wrong = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
        expect(checkDocumentNumber('residentId', wrong).ok).toBe(false);
      }),
    );
  });

  it('says what is wrong with it', () => {
    const reason = (number: string, today?: string) => checkDocumentNumber('residentId', number, today);
    expect(reason('110105194912310021')).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
    expect(reason('1101051949123100')).toEqual({ ok: false, reason: 'SHAPE' });
    expect(reason('X1010519491231002X')).toEqual({ ok: false, reason: 'SHAPE' });
    expect(reason('')).toEqual({ ok: false, reason: 'SHAPE' });
    expect(reason(withCheck('11010119000229001'))).toEqual({ ok: false, reason: 'BIRTH_DATE' });
    expect(reason(withCheck('11010118991231001'))).toEqual({ ok: false, reason: 'BIRTH_DATE' });
    expect(reason(withCheck('11010120261122001'), '2026-11-21')).toEqual({ ok: false, reason: 'BIRTH_DATE' });
    expect(reason(withCheck('11010120261121001'), '2026-11-21').ok).toBe(true);
  });

  it('is not a Hong Kong, Macao or Taiwan residence permit number, nor the other way round', () => {
    expect(checkDocumentNumber('hmtResidencePermit', '810000198812120006').ok).toBe(true);
    expect(checkDocumentNumber('residentId', '810000198812120006')).toEqual({ ok: false, reason: 'SHAPE' });
    expect(checkDocumentNumber('hmtResidencePermit', '11010519491231002X')).toEqual({
      ok: false,
      reason: 'SHAPE',
    });
    expect(checkDocumentNumber('hmtResidencePermit', '810000198812120007')).toEqual({
      ok: false,
      reason: 'CHECK_DIGIT',
    });
  });
});

describe("a foreigner's permanent residence card number", () => {
  const check = (number: string) => checkDocumentNumber('foreignerPermanentResidence', number);

  it('passes in the form of 2017 and in that of 2023', () => {
    expect(check('KAZ110090123105')).toEqual({ ok: true, normalised: 'KAZ110090123105' });
    expect(check('deu110085010115').ok).toBe(true);
    expect(check('911276198501010021').ok).toBe(true);
  });

  it('is refused with a wrong check digit, an impossible birth date or another shape', () => {
    expect(check('KAZ110090123106')).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
    expect(check('911276198501010022')).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
    const noSuchDay = 'DEU11008502301';
    expect(check(noSuchDay + icaoCheckDigit(noSuchDay))).toEqual({ ok: false, reason: 'BIRTH_DATE' });
    expect(check('KAZ11009012310')).toEqual({ ok: false, reason: 'SHAPE' });
    expect(check('11010519491231002X')).toEqual({ ok: false, reason: 'SHAPE' });
  });

  it('lets somebody born on the leap day of 2000 in', () => {
    const leapDay = 'DEU11000002291';
    expect(check(leapDay + icaoCheckDigit(leapDay)).ok).toBe(true);
  });
});

describe('other documents', () => {
  it.each([
    ['hongKongMacaoPermit', 'h12345678', 'H12345678'],
    ['hongKongMacaoPermit', 'M12345678', 'M12345678'],
    ['taiwanPermit', '01234567', '01234567'],
    ['passport', 'E12345678', 'E12345678'],
    ['militaryCard', '军字第 0012345 号', '军字第0012345号'],
    ['workCard', 'HX-0042', 'HX-0042'],
    ['none', '  ', ''],
  ] as const)('accepts %s %s', (type, number, normalised) => {
    expect(checkDocumentNumber(type, number)).toEqual({ ok: true, normalised });
  });

  it.each([
    ['hongKongMacaoPermit', 'A12345678'],
    ['hongKongMacaoPermit', 'H1234567'],
    ['taiwanPermit', '1234567'],
    ['passport', 'PASSPORT'],
    ['passport', 'E123'],
    ['drivingLicence', ''],
    ['other', 'A\u0007B'],
    ['other', '1'.repeat(41)],
    ['none', '1'],
  ] as const)('refuses %s "%s" for its shape', (type, number) => {
    expect(checkDocumentNumber(type, number)).toEqual({ ok: false, reason: 'SHAPE' });
  });

  it('never throws, and what it accepts it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_TYPES), fc.string({ unit: 'grapheme' }), (type, text) => {
        const first = checkDocumentNumber(type, text);
        if (!first.ok) return;
        expect(checkDocumentNumber(type, first.normalised)).toEqual(first);
        expect(normaliseDocumentNumber(first.normalised)).toBe(first.normalised);
      }),
    );
  });
});

describe('showing a number', () => {
  it('leaves the area and the last four of a resident id', () => {
    expect(maskDocumentNumber('110101199003071234')).toBe('110101********1234');
    expect(maskDocumentNumber('KAZ110090123105')).toBe('KAZ110*****3105');
  });

  it('leaves less of a shorter number and nothing of the shortest', () => {
    expect(maskDocumentNumber('E12345678')).toBe('E****5678');
    expect(maskDocumentNumber('12345')).toBe('***45');
    expect(maskDocumentNumber('123')).toBe('***');
    expect(maskDocumentNumber('')).toBe('');
  });

  it('always keeps the length and hides at least a third', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABX军')), maxLength: 40 }),
        (number) => {
          const mask = Array.from(maskDocumentNumber(number));
          expect(mask).toHaveLength(Array.from(number).length);
          expect(mask.filter((character) => character === '*').length).toBeGreaterThanOrEqual(
            number.length / 3,
          );
        },
      ),
    );
  });

  it('gives the last four', () => {
    expect(lastFour('11010519491231002x')).toBe('002X');
    expect(lastFour('42')).toBe('42');
  });
});
