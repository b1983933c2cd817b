// What a form begins with, and how each value is said to have come in.
import { expect, test } from 'vitest';
import {
  emptyValues,
  toVisitorForm,
  withDocumentNumber,
  withGiven,
  withHostTyped,
  withPlace,
  withUnit,
} from './visitor-values.ts';

const unit = {
  ...{ contact: null, contactName: null, unit: 3, unitCode: 'A-1203', floor: 12 },
  ...{ tenant: 1, tenantName: '云杉科技', instructions: null, caution: null },
};

const host = { ...unit, contact: 9, contactName: '江晚舟' };

test('a form opened for a unit has the unit and no host; for a host it has both', () => {
  const units = [{ id: 3, label: 'A-1203 云杉科技' }];
  expect(withGiven(emptyValues, { place: unit })).toEqual({ ...emptyValues, units });
  expect(withGiven(emptyValues, { place: host })).toMatchObject({ host: 9, hostName: '江晚舟', units });
});

test('another host brings another unit, and the one that the host before brought goes', () => {
  const other = {
    ...unit,
    contact: 10,
    contactName: '何牧',
    unit: 7,
    unitCode: 'A-1602',
    tenantName: '烟波',
  };
  const first = { ...emptyValues, ...withPlace(emptyValues, host) };
  expect(withPlace(first, other)).toEqual({
    ...{ host: 10, hostName: '何牧' },
    units: [{ id: 7, label: 'A-1602 烟波', byHost: true }],
  });
  expect(withPlace(first, { ...other, unit: null })).toMatchObject({ units: [] });
});

test('a name typed over a host of the book loses what that one brought, and nothing chosen by hand', () => {
  const first = { ...emptyValues, ...withPlace(emptyValues, host) };
  expect(withHostTyped(first, '王小二')).toEqual({ host: null, hostName: '王小二', units: [] });
  const byHand = { ...emptyValues, units: withUnit([], unit), host: 9, hostName: '江晚舟' };
  expect(withHostTyped(byHand, '王')).toMatchObject({ units: byHand.units });
  expect(withHostTyped({ ...emptyValues, hostName: '王' }, '王小')).toEqual({ hostName: '王小' });
});

test('a unit that was chosen by itself stays, whichever host comes, also where it is the unit of one', () => {
  const byHand = { ...emptyValues, units: withUnit([], unit) };
  const theirs = { ...byHand, ...withPlace(byHand, host) };
  expect(theirs.units).toEqual(byHand.units);
  const elsewhere = { ...host, contact: 10, unit: 7, unitCode: 'A-1602' };
  const labels = withPlace(theirs, elsewhere).units?.map(({ id }) => id);
  expect(labels).toEqual([3, 7]);
});

test('in an amendment the unit of the host as it was goes with them, and further units stay', () => {
  const visit = {
    ...emptyValues,
    ...{ host: 9, hostName: '江晚舟' },
    units: [3, 4].map((id) => ({ id, label: `A-${id}` })),
  };
  const elsewhere = { ...host, contact: 10, unit: 7, unitCode: 'A-1602' };
  expect(withPlace(visit, elsewhere, [3]).units?.map(({ id }) => id)).toEqual([4, 7]);
});

test('a form opened for a document number holds the kind that it looks like', () => {
  expect(withGiven(emptyValues, { documentNumber: '11010119900307002X' })).toEqual({
    ...emptyValues,
    documentType: 'residentId',
    documentNumber: '11010119900307002X',
  });
  expect(withGiven(emptyValues, { documentNumber: 'KAZ110090123105' })).toMatchObject({
    documentType: 'foreignerPermanentResidence',
  });
});

test('the kind follows the number that is typed; one chosen by hand, or on file, stays', () => {
  const typed = (values: typeof emptyValues, number: string) => ({
    ...values,
    ...withDocumentNumber(values, number),
  });
  const passport = ['E', 'E1', 'E12345678'].reduce(typed, emptyValues);
  expect(passport.documentType).toBe('passport');
  expect(typed(passport, '').documentType).toBe('none');
  expect(typed({ ...emptyValues, documentType: 'passport' }, '123456789').documentType).toBe('passport');
  expect(withDocumentNumber({ ...passport, documentNumber: '' }, '5', 'passport')).toMatchObject({
    documentType: 'passport',
  });
});

test('a nationality goes with a kind that asks for none', () => {
  const passport = {
    ...emptyValues,
    documentType: 'passport',
    documentNumber: 'E1',
    nationality: 'FIN',
  } as const;
  expect(withDocumentNumber(passport, 'E12')).toMatchObject({ nationality: 'FIN' });
  expect(withDocumentNumber(passport, '11')).toMatchObject({ documentType: 'residentId', nationality: '' });
});

test('what the box brought was typed, what the last visit brought was carried over', () => {
  const values = { ...withGiven(emptyValues, { name: '顾望舒' }), company: '云杉科技' };
  const base = { ...emptyValues, company: '云杉科技' };
  expect(toVisitorForm(values, base, null).origins).toEqual({ name: 'typed', company: 'carriedOver' });
});
