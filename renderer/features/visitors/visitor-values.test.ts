// What a form begins with, and how each value is said to have come in.
import { expect, test } from 'vitest';
import { emptyValues, toVisitorForm, withGiven } from './visitor-values.ts';

const unit = {
  ...{ contact: null, contactName: null, unit: 3, unitCode: 'A-1203', floor: 12 },
  ...{ tenant: 1, tenantName: '云杉科技', instructions: null, caution: null },
};

test('a form opened for a unit has the unit and no host; for a host it has both', () => {
  const units = [{ id: 3, label: 'A-1203' }];
  expect(withGiven(emptyValues, { place: unit })).toEqual({ ...emptyValues, units });
  const host = { ...unit, contact: 9, contactName: '江晚舟' };
  expect(withGiven(emptyValues, { place: host })).toMatchObject({ host: 9, hostName: '江晚舟', units });
});

test('a form opened for a document number holds the commonest document', () => {
  expect(withGiven(emptyValues, { documentNumber: '11010119900307002X' })).toEqual({
    ...emptyValues,
    documentType: 'residentId',
    documentNumber: '11010119900307002X',
  });
});

test('what the box brought was typed, what the last visit brought was carried over', () => {
  const values = { ...withGiven(emptyValues, { name: '顾望舒' }), company: '云杉科技' };
  const base = { ...emptyValues, company: '云杉科技' };
  expect(toVisitorForm(values, base, null).origins).toEqual({ name: 'typed', company: 'carriedOver' });
});
