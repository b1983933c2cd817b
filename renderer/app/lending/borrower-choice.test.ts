// Four digits name one person or nobody: never the wrong one.
import { expect, test } from 'vitest';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import {
  blankDocument,
  MOST_FOUND,
  newPersonOf,
  nobody,
  onlyOne,
  phoneDigits,
  pickOf,
  takingKnown,
  withCard,
  withNumber,
  wrongInBorrower,
} from './borrower-choice.ts';

const row = (borrower: number, phone: string | null): BorrowerRow => ({
  ...{ pick: { from: 'borrower', borrower }, kind: 'walkIn', name: `借用人${borrower}`, phone },
  ...{ from: null, unit: null, tenant: null, documentMasked: null, lastAt: null, holds: 0, overdue: 0 },
});

test('four digits or a whole number are a phone, wide or spaced; anything else is looked for', () => {
  expect(['8821', '８８２１', '138 0000 8821'].map(phoneDigits)).toEqual(['8821', '8821', '13800008821']);
  expect(['882', '88210', '王小雨', '12-03A'].map(phoneDigits)).toEqual([null, null, null, null]);
});

test('the one whose phone ends so is taken, also where a unit is called alike', () => {
  const found = [row(1, '13800008821'), row(2, '13900000001'), row(3, null)];
  expect(onlyOne('8821', found)).toBe(found[0]);
});

test('two with the same digits are asked about', () => {
  expect(onlyOne('8821', [row(1, '13800008821'), row(2, '13911118821')])).toBeNull();
});

test('a unit alone names nobody, and where there may be more than was shown nobody is taken', () => {
  expect(onlyOne('1203', [row(1, '13800008821')])).toBeNull();
  const many = Array.from({ length: MOST_FOUND }, (_, index) =>
    row(index, index === 0 ? '13800008821' : null),
  );
  expect(onlyOne('8821', many)).toBeNull();
});

test('whom nobody was found by begins somebody new: digits the phone, anything else the name', () => {
  expect(newPersonOf(' 138 0000 8821 ', 'walkIn')).toMatchObject({ name: '', phone: '13800008821' });
  expect(newPersonOf(' 王小雨 ', 'contractor')).toMatchObject({
    kind: 'contractor',
    name: '王小雨',
    phone: '',
  });
});

test('somebody new has a name and a whole phone, and is nobody before that', () => {
  const person = { ...newPersonOf('王小雨', 'walkIn'), phone: '138 0000 8821' };
  expect(pickOf({ ...nobody, person })).toEqual({
    ...{ from: 'new', document: null },
    person: { kind: 'walkIn', name: '王小雨', phone: '13800008821', company: '' },
  });
  for (const phone of ['', '8821', '1380000882', '138000088210']) {
    expect(pickOf({ ...nobody, person: { ...person, phone } })).toBeNull();
  }
  // A landline of somebody's office can be called as well.
  expect(pickOf({ ...nobody, person: { ...person, phone: '021-5588 0000' } })).not.toBeNull();
});

test('what is missing is said beside its field', () => {
  expect(wrongInBorrower(nobody, false)).toEqual({ borrower: 'field.borrowerNeeded' });
  const person = newPersonOf('8821', 'walkIn');
  expect(wrongInBorrower({ ...nobody, person }, true)).toEqual({
    ...{ name: 'field.needed', phone: 'field.phoneWhole', documentNumber: 'field.documentNeeded' },
  });
  expect(wrongInBorrower({ ...nobody, person: newPersonOf('王', 'walkIn') }, false)).toEqual({
    phone: 'field.phoneNeeded',
  });
});

test('a document goes along with whoever is chosen, and a blank one does not', () => {
  const chosen = row(1, '13800008821');
  const document = { type: 'passport', number: 'E12345678' } as const;
  expect(pickOf({ ...nobody, chosen, document })).toEqual({
    ...{ from: 'borrower', borrower: 1 },
    document: { documentType: 'passport', documentNumber: 'E12345678' },
  });
  expect(pickOf({ ...nobody, chosen, document: { ...document, number: ' ' } })).toMatchObject({
    document: null,
  });
});

const card = { documentType: 'residentId', name: '借用人1', number: '310199199003070014' } as const;

test('a card on no file is of whoever was chosen by that name, and of nobody else', () => {
  const chosen = row(1, '13800008821');
  const document = { type: 'residentId', number: card.number };
  expect(withCard({ ...nobody, chosen }, card, 'walkIn')).toEqual({ ...nobody, chosen, document });
  expect(withCard({ ...nobody, chosen: row(2, null) }, card, 'walkIn')).toMatchObject({
    ...{ chosen: null, document },
    person: { kind: 'walkIn', name: '借用人1', phone: '' },
  });
  const known = { ...chosen, documentMasked: '310***' };
  expect(withCard({ ...nobody, chosen: known }, card, 'walkIn').chosen).toBeNull();
});

test('a card keeps the phone that was typed for somebody new', () => {
  const person = { ...newPersonOf('13800008821', 'contractor'), company: '云杉' };
  expect(withCard({ ...nobody, person }, card, 'walkIn').person).toEqual({ ...person, name: '借用人1' });
});

test('who is known by the phone takes the typed document along; who is known by the document has it already', () => {
  const document = { type: 'residentId', number: card.number } as const;
  const values = { ...nobody, person: newPersonOf('王小雨', 'walkIn'), document };
  const known = row(7, '13800008821');
  expect(takingKnown(values, known, 'phone')).toEqual({ ...nobody, chosen: known, document });
  expect(takingKnown(values, known, 'documentNumber')).toEqual({ ...nobody, chosen: known });
});

test('the kind of a document follows its number until somebody chooses one', () => {
  const typed = ['H', 'H1', 'H12345678'].reduce(withNumber, blankDocument);
  expect(typed).toEqual({ type: 'hongKongMacaoPermit', number: 'H12345678' });
  expect(withNumber(typed, '')).toEqual(blankDocument);
  const chosen = { type: 'drivingLicence', number: '110101' } as const;
  expect(withNumber(chosen, '1101011')).toEqual({ ...chosen, number: '1101011' });
});
