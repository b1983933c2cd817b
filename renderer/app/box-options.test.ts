// What the box offers: codes act, finds stand in their order, and whoever is not found can be registered.
import { expect, test } from 'vitest';
import type { SearchAnswer, SearchHit } from '../../electron/api/search.contract.ts';
import { boxGroups, givenBy } from './box-options.ts';

const nothing: SearchAnswer = {
  ...{ open: [], history: [], places: [] },
  ...{ more: { open: false, history: false }, catchingUp: false, tag: null },
};
const hit = (record: number, open: boolean): SearchHit => ({
  ...{ record, register: 'visitors', state: open ? 'on_site' : 'left', open, number: `V-${record}` },
  ...{ title: '宋予安', company: null, place: null, phone: null, at: null, overdue: false },
});
const place = {
  ...{ contact: null, contactName: null, unit: 3, unitCode: 'A-1203', floor: 12 },
  ...{ tenant: 1, tenantName: '云杉科技', instructions: null, caution: null },
};

test('a code is acted on, whatever else it may find', () => {
  const groups = boxGroups('1000000000000009', { ...nothing, open: [hit(1, true)] }, true);
  expect(groups).toEqual([
    { name: 'code', options: [{ kind: 'code', code: '1000000000000009' }], more: false },
  ]);
});

test('the number of a bound tag is acted on as its code, by whoever may', () => {
  const bound = { ...nothing, open: [hit(1, true)], tag: '2000000000000008' };
  expect(boxGroups('DE:AD:BE:EF', bound, true)).toEqual([
    { name: 'code', options: [{ kind: 'code', code: '2000000000000008' }], more: false },
  ]);
  expect(boxGroups('DE:AD:BE:EF', bound, false).map(({ name }) => name)).toEqual(['open']);
});

test('who is inside stands first, then who was here, then hosts and units; empty groups are left out', () => {
  const answer = { ...nothing, open: [hit(2, true)], history: [hit(1, false)], places: [place] };
  expect(boxGroups('so', answer, true).map(({ name }) => name)).toEqual(['open', 'history', 'places']);
  expect(boxGroups('so', { ...answer, open: [] }, true).map(({ name }) => name)).toEqual([
    'history',
    'places',
  ]);
});

test('a role that only reads sees visits, and is offered no form and no code', () => {
  expect(boxGroups('so', { ...nothing, places: [place] }, false)).toEqual([]);
  const found = boxGroups('1000000000000009', { ...nothing, open: [hit(1, true)] }, false);
  expect(found.map(({ name }) => name)).toEqual(['open']);
});

test('nothing is offered before there is an answer, and a form where there was none', () => {
  expect(boxGroups('顾望舒', undefined, true)).toEqual([]);
  expect(boxGroups(' 顾望舒 ', nothing, true)).toEqual([
    { name: 'register', options: [{ kind: 'register', given: { name: '顾望舒' } }], more: false },
  ]);
});

test('what was typed goes to the field that it looks like', () => {
  expect(givenBy('138-0000 1234')).toEqual({ phone: '13800001234' });
  expect(givenBy('11010119900307002x')).toEqual({ documentNumber: '11010119900307002X' });
  const documents = ['e12345678', 'EA 1234567', 'H12345678', 'KAZ110090123105'];
  expect(documents.map(givenBy)).toEqual([
    ...[{ documentNumber: 'E12345678' }, { documentNumber: 'EA1234567' }],
    ...[{ documentNumber: 'H12345678' }, { documentNumber: 'KAZ110090123105' }],
  ]);
  // A plate without its province, a unit, a record's number.
  const others = ['BD12345', 'A-1203', 'V-L1-261122-0042'];
  expect(others.map(givenBy)).toEqual(others.map((name) => ({ name })));
  expect(givenBy('1203')).toEqual({ name: '1203' });
  expect(givenBy('Ana María')).toEqual({ name: 'Ana María' });
});
