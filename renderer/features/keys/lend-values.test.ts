// A form that lends keys: what it asks for before it is sent, and what it sends.
import { expect, test } from 'vitest';
import { emptyValues, toLoanForm, usualKind, wrongInLend } from './lend-values.ts';

const borrower = { from: 'borrower', borrower: 3 } as const;
const now = { dueAt: null, lentAt: null };

test('beside a borrower an empty form asks for a key, and for nothing else', () => {
  expect(wrongInLend([], emptyValues, now, false)).toEqual({ keys: 'field.keyNeeded' });
  expect(wrongInLend([7], emptyValues, now, false)).toEqual({});
});

test('an emergency wants a reason and a witness, a barred key a reason', () => {
  const values = emptyValues;
  expect(wrongInLend([7], { ...values, kind: 'emergency' }, now, false)).toEqual({
    reason: 'field.needed',
    witness: 'field.needed',
  });
  expect(wrongInLend([7], values, now, true)).toEqual({ reason: 'field.needed' });
});

test('keys for emergencies go out as such, unless others go along or it is written down late', () => {
  const [hose, lobby] = [{ kind: 'emergency' }, { kind: 'common' }] as const;
  expect(usualKind([], null)).toBe('lent');
  expect(usualKind([hose, hose], null)).toBe('emergency');
  expect(usualKind([hose, lobby], null)).toBe('lent');
  expect(usualKind([hose], { day: '2026-11-22', time: '08:00' })).toBe('lent');
});

test('a time that is none is told beside its field', () => {
  const values = emptyValues;
  expect(wrongInLend([7], values, { dueAt: Number.NaN, lentAt: Number.NaN }, false)).toEqual({
    dueAt: 'field.futureNeeded',
    lentAt: 'field.pastNeeded',
  });
});

test('pieces go along only where not the whole set leaves, tags where they were read, and what is issued has no due time', () => {
  const values = { ...emptyValues, pieces: { 8: 2 }, kind: 'issued' } as const;
  const sent = toLoanForm(
    { keys: [7, 8], scanned: [8] },
    borrower,
    values,
    { dueAt: 99, lentAt: null },
    null,
  );
  expect(sent.keys).toEqual([
    { key: 7, pieces: null, scanned: false },
    { key: 8, pieces: 2, scanned: true },
  ]);
  expect(sent.dueAt).toBeNull();
  expect(sent.borrower).toEqual({ from: 'borrower', borrower: 3 });
});
