// Proves the card texts: what the simulator writes is read back the same, and what cannot be right is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icaoCheckDigit, residentCheckCharacter } from '../../shared/document-number.ts';
import { CardFieldTooLongError, encodeCardText } from '../simulator/card-reader.encoder.ts';
import { ethnicName, ethnicNames } from './ethnic-codes.ts';
import { longTerm } from './id-card.ts';
import type { IdCard } from './id-card.ts';
import { decodeCardText } from './sdt-text.ts';

const resident: IdCard = {
  layout: 'mainland',
  documentType: 'residentId',
  name: '测试甲',
  englishName: null,
  sex: 'male',
  ethnicity: { code: '01', name: '汉' },
  birthDate: '1990-03-07',
  address: '北京市东城区示例街道虚构路1号院',
  number: '110101199003070011',
  nationality: null,
  issuer: '北京市公安局东城分局',
  validFrom: '2020-01-01',
  validTo: '2040-01-01',
  permitNumber: null,
  nameFlag: null,
};

const foreigner: IdCard = {
  ...resident,
  layout: 'foreigner2023',
  documentType: 'foreignerPermanentResidence',
  name: '测试丁',
  englishName: 'TEST, ALEXANDER',
  ethnicity: null,
  address: null,
  number: '911276198501010021',
  nationality: 'DEU',
  issuer: null,
};

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const hanzi = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('测试甲乙丙丁阿里·买')), minLength: 1, maxLength });
const sexes = fc.constantFrom('unknown', 'male', 'female', 'notStated');
const compact = (date: string) => date.replaceAll('-', '');
const withCheck = (first17: string) => first17 + residentCheckCharacter(first17);

const residents = fc
  .record({
    name: hanzi(14),
    sex: sexes,
    birthDate: dates,
    validFrom: dates,
    validTo: fc.oneof(dates, fc.constant(longTerm)),
    address: fc.option(hanzi(35)),
    issuer: fc.option(hanzi(15)),
    ethnicity: fc.option(
      fc.constantFrom(...ethnicNames.keys(), '99').map((code) => ({ code, name: ethnicName(code) })),
    ),
    hmt: fc.boolean(),
  })
  .map(({ hmt, ...fields }): IdCard => ({
    ...resident,
    ...fields,
    layout: hmt ? 'hmtResidence' : 'mainland',
    documentType: hmt ? 'hmtResidencePermit' : 'residentId',
    number: withCheck(`${hmt ? '820000' : '440305'}${compact(fields.birthDate)}123`),
    ethnicity: hmt ? null : fields.ethnicity,
    permitNumber: hmt ? 'M00000000' : null,
  }));

const foreigners = fc
  .record({
    name: hanzi(14),
    // Spaces inside too: the 2023 card may cut the name exactly at one.
    englishName: fc.stringMatching(/^[A-Z][A-Z ,]{0,44}[A-Z]$/),
    sex: sexes,
    birthDate: dates,
    validFrom: dates,
    validTo: dates,
    nationality: fc.stringMatching(/^[A-Z]{3}$/),
    old: fc.boolean(),
  })
  .map(({ old, ...fields }): IdCard => {
    const oldNumber = `${fields.nationality}1100${compact(fields.birthDate).slice(2)}1`;
    return {
      ...foreigner,
      ...fields,
      layout: old ? 'foreigner2017' : 'foreigner2023',
      number: old
        ? oldNumber + icaoCheckDigit(oldNumber)
        : withCheck(`911276${compact(fields.birthDate)}002`),
      issuer: old ? '1500' : null,
    };
  });

const read = (card: IdCard) => decodeCardText(encodeCardText(card));

describe('a card', () => {
  it('is read as it was written, in every layout', () => {
    fc.assert(
      fc.property(fc.oneof(residents, foreigners), (card) => {
        expect(read(card)).toEqual({ ok: true, card });
      }),
    );
  });

  it('is read or refused, whatever its 256 bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
        const reading = decodeCardText(Buffer.from(bytes));
        expect(reading.ok || ['UNKNOWN_LAYOUT', 'CHECK_DIGIT', 'BAD_FIELD'].includes(reading.reason)).toBe(
          true,
        );
      }),
    );
  });

  it('without Chinese name goes by its English one', () => {
    expect(read({ ...foreigner, name: 'TEST, ALEXANDER' })).toMatchObject({
      card: { name: 'TEST, ALEXANDER', englishName: 'TEST, ALEXANDER', nameFlag: null },
    });
  });

  it('padded with NUL instead of spaces is read the same', () => {
    const text = encodeCardText(resident).toString('utf16le').replaceAll(' ', '\0');
    expect(decodeCardText(Buffer.from(text, 'utf16le'))).toEqual({ ok: true, card: resident });
  });

  it('is read when it has expired: that is for the visitors register to say', () => {
    expect(read({ ...resident, validFrom: '1990-01-01', validTo: '2000-01-01' }).ok).toBe(true);
  });

  it('shows an ethnic code that nobody knows as other, with the code', () => {
    expect(read({ ...resident, ethnicity: { code: '72', name: '' } })).toMatchObject({
      card: { ethnicity: { code: '72', name: '其他(72)' } },
    });
  });
});

describe('an invented card', () => {
  it('whose field does not fit is not written at all', () => {
    expect(() => encodeCardText({ ...resident, name: '测'.repeat(16) })).toThrow(CardFieldTooLongError);
  });
});

describe('a name', () => {
  const nameOf = (name: string) => read({ ...resident, name });

  it('is kept as it is, with its middle dot and rare characters', () => {
    expect(nameOf('阿里·𬱖')).toMatchObject({ card: { name: '阿里·𬱖', nameFlag: null } });
  });

  it('is flagged when it has a gap, a private character, or fills its place', () => {
    expect(nameOf('测 甲')).toMatchObject({ card: { nameFlag: 'blank' } });
    expect(nameOf('')).toMatchObject({ card: { name: '', nameFlag: 'blank' } });
    expect(nameOf('测\uE123')).toMatchObject({ card: { name: '测\uE123', nameFlag: 'privateUse' } });
    expect(nameOf('买合木提阿不都热合曼阿卜杜拉测')).toMatchObject({ card: { nameFlag: 'cutAt15' } });
  });

  it('cut through a rare character loses that half', () => {
    expect(nameOf('买合木提阿不都热合曼阿卜杜\uD873')).toMatchObject({
      card: { name: '买合木提阿不都热合曼阿卜杜' },
    });
    expect(nameOf('买合木提阿不都热合曼阿卜杜拉\uD873')).toMatchObject({ card: { nameFlag: 'cutAt15' } });
  });
});

describe('a card is refused', () => {
  it.each([
    ['with a wrong check digit', { number: '110101199003070012' }, 'CHECK_DIGIT'],
    ['with a number of another kind of card', { number: '810000198812120006' }, 'BAD_FIELD'],
    ['with a birth date that is no day', { birthDate: '1990-02-30' }, 'BAD_FIELD'],
    ['without a date of issue', { validFrom: '' }, 'BAD_FIELD'],
    ['with words where the end of validity stands', { validTo: '永久' }, 'BAD_FIELD'],
  ] as const)('%s', (_case, wrong, reason) => {
    expect(read({ ...resident, ...wrong })).toEqual({ ok: false, reason });
  });

  it('with a layout that nobody knows', () => {
    const text = encodeCardText(resident);
    text.write('Q', 248, 'utf16le');
    expect(decodeCardText(text)).toEqual({ ok: false, reason: 'UNKNOWN_LAYOUT' });
  });

  it('with half a text', () => {
    expect(decodeCardText(encodeCardText(resident).subarray(0, 128))).toEqual({
      ok: false,
      reason: 'BAD_FIELD',
    });
  });
});
