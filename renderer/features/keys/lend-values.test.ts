// A form that lends keys: what it asks for before it is sent, and what it sends.
import { expect, test } from 'vitest';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { emptyValues, newPersonOf, toLoanForm, wrongInLend } from './lend-values.ts';

const borrower: BorrowerRow = {
  pick: { from: 'borrower', borrower: 3 },
  kind: 'contractor',
  name: '安一鸣',
  phone: '13900001111',
  from: null,
  unit: null,
  tenant: null,
  documentMasked: null,
  lastAt: null,
  holds: 0,
  overdue: 0,
};
const now = { dueAt: null, lentAt: null };

test('an empty form asks for a key and a borrower, and for nothing else', () => {
  expect(wrongInLend([], emptyValues, now, false)).toEqual({
    keys: 'field.keyNeeded',
    borrower: 'field.borrowerNeeded',
  });
  expect(wrongInLend([7], { ...emptyValues, borrower }, now, false)).toEqual({});
});

test('an emergency wants a reason and a witness, a barred key a reason', () => {
  const values = { ...emptyValues, borrower };
  expect(wrongInLend([7], { ...values, kind: 'emergency' }, now, false)).toEqual({
    reason: 'field.needed',
    witness: 'field.needed',
  });
  expect(wrongInLend([7], values, now, true)).toEqual({ reason: 'field.needed' });
});

test('a time that is none is told beside its field', () => {
  const values = { ...emptyValues, borrower };
  expect(wrongInLend([7], values, { dueAt: Number.NaN, lentAt: Number.NaN }, false)).toEqual({
    dueAt: 'field.futureNeeded',
    lentAt: 'field.pastNeeded',
  });
});

test('pieces go along only where not the whole set leaves, and what is issued has no due time', () => {
  const values = { ...emptyValues, borrower, pieces: { 8: 2 }, kind: 'issued' } as const;
  const sent = toLoanForm([7, 8], values, { dueAt: 99, lentAt: null }, null);
  expect(sent.keys).toEqual([
    { key: 7, pieces: null },
    { key: 8, pieces: 2 },
  ]);
  expect(sent.dueAt).toBeNull();
  expect(sent.borrower).toEqual({ from: 'borrower', borrower: 3 });
});

test('somebody on no file needs a name and a phone, and begins with what was looked for', () => {
  expect(newPersonOf('139 0000 1111')).toMatchObject({ name: '', phone: '139 0000 1111' });
  const person = newPersonOf('安一鸣');
  const values = { ...emptyValues, person };
  expect(wrongInLend([7], values, now, false)).toEqual({ phone: 'field.phoneNeeded' });
  const whole = { ...values, person: { ...person, phone: '13900001111' } };
  expect(wrongInLend([7], whole, now, false)).toEqual({});
  expect(toLoanForm([7], whole, now, null).borrower).toEqual({
    from: 'new',
    person: { kind: 'contractor', name: '安一鸣', phone: '13900001111', company: '' },
  });
});
