// Whoever was here before: what they said last is offered, and what was typed stands.
import { expect, test } from 'vitest';
import type { LastVisit } from '../../../electron/api/visitors.contract.ts';
import { offerOf, offerOfBefore, saidAt } from './returning-values.ts';
import { emptyValues } from './visitor-values.ts';

const last = saidAt({
  ...{ visit: 7, arrivedAt: 1_790_000_000_000, company: '云杉科技', purpose: 'meeting' },
  ...{ host: 3, hostName: '江晚舟', units: [12, 13], unitText: 'A-1203 西岭、A-1204' },
});
const units = [
  { id: 12, label: 'A-1203 西岭' },
  { id: 13, label: 'A-1204' },
];

test('an empty form is offered all of it', () => {
  expect(offerOf(emptyValues, last, false)).toEqual({
    ...{ company: '云杉科技', purpose: 'meeting', host: 3, hostName: '江晚舟', units },
  });
});

test('a company that was typed and a purpose that was chosen stand', () => {
  const values = { ...emptyValues, company: '另一家' };
  expect(offerOf(values, last, true)).toEqual({ host: 3, hostName: '江晚舟', units });
});

test('whoever goes elsewhere today is not sent to the last host or unit', () => {
  const values = { ...emptyValues, units: [{ id: 40, label: 'B-0101' }] };
  expect(offerOf(values, last, false)).toEqual({ company: '云杉科技', purpose: 'meeting' });
  expect(offerOf({ ...emptyValues, hostName: '何先生' }, last, true)).toEqual({ company: '云杉科技' });
});

test('once accepted there is nothing left to offer', () => {
  const accepted = { ...emptyValues, ...offerOf(emptyValues, last, false) };
  expect(offerOf(accepted, last, false)).toEqual({});
});

test('a last visit that said nothing offers nothing', () => {
  const silent: LastVisit = {
    ...{ visit: 7, arrivedAt: null, company: null, purpose: 'visit' },
    ...{ host: null, hostName: null, units: [], unitText: null },
  };
  expect(offerOf(emptyValues, saidAt(silent), false)).toEqual({});
});

const MINUTE = 60_000;
const before = { said: last, staff: 5, at: 0 };
const now = { staff: 5, at: 15 * MINUTE, purposeChosen: false };

test('the next of a party goes where the one before went', () => {
  expect(offerOfBefore(emptyValues, before, now)).toEqual({
    ...{ company: '云杉科技', purpose: 'meeting', host: 3, hostName: '江晚舟', units },
  });
});

test.each([
  ['nobody was before', emptyValues, null, now],
  ['it is a quarter of an hour ago', emptyValues, before, { ...now, at: 15 * MINUTE + 1 }],
  ['somebody else registered them', emptyValues, before, { ...now, staff: 6 }],
  ['this one goes elsewhere', { ...emptyValues, hostName: '何先生' }, before, now],
])('there is nothing to take over where %s', (_when, values, one, at) => {
  expect(offerOfBefore(values, one, at)).toEqual({});
});
