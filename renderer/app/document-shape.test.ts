// The kind of document that is proposed for a number, as it is typed and whole. All numbers are invented.
import { expect, test } from 'vitest';
import { documentLike } from './document-shape.ts';

test('a whole number is taken for the document that it has the shape of', () => {
  const kinds = {
    '11010119900307002X': 'residentId',
    '810000198812120006': 'hmtResidencePermit',
    '911276198501010021': 'foreignerPermanentResidence',
    KAZ110090123105: 'foreignerPermanentResidence',
    H12345678: 'hongKongMacaoPermit',
    'm 12345678': 'hongKongMacaoPermit',
    '12345678': 'taiwanPermit',
    E12345678: 'passport',
    EA1234567: 'passport',
    M123A4567: 'passport',
    ｅ１２３４５６７８: 'passport',
    '': null,
  } as const;
  const found = Object.fromEntries(Object.keys(kinds).map((number) => [number, documentLike(number)]));
  expect(found).toEqual(kinds);
});

test('digits are an ID card from the first one on, letters never are', () => {
  expect(['1', '11', '1101011', '110101199', '110101199003'].map(documentLike)).toEqual(
    Array.from({ length: 5 }, () => 'residentId'),
  );
  expect(['E', 'EA', 'h', 'K1'].map(documentLike)).not.toContain('residentId');
});
