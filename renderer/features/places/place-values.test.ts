// Forms of places: floors as staff write them, and what is wrong beside which field.
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { tenantForm, unitForm } from '../../../electron/api/places-file.contract.ts';
import {
  floorNumber,
  floorText,
  placeFieldsRefused,
  tenantNameIn,
  tenantValues,
  wrongIn,
} from './place-values.ts';

test.each([
  ['12', 12],
  ['B2', -2],
  ['-1', -1],
  ['Ｂ１', -1],
  ['', Number.NaN],
  ['地面', Number.NaN],
])('the floor "%s" is %s', (text, floor) => {
  expect(floorNumber(text)).toBe(floor);
});

test('a floor below ground is written with a B and read back', () => {
  expect([12, -1].map((floor) => floorNumber(floorText(floor)))).toEqual([12, -1]);
});

test('what is wrong stands beside its field', () => {
  expect(wrongIn(tenantForm, { ...tenantValues(null), phone: '1'.repeat(31) })).toEqual({
    ...{ nameZh: 'field.needed', phone: 'field.tooLong' },
  });
  const unit = { code: 'A-1', building: '', floor: Number.NaN, room: '', kind: 'office', tenant: null };
  expect(wrongIn(unitForm, unit)).toEqual({ floor: 'field.floor' });
  const half = { ...tenantValues(null), nameZh: '试', emergencyContacts: [{ name: '试', phone: '' }] };
  expect(wrongIn(tenantForm, half)).toEqual({ emergencyContacts: 'field.calleeHalf' });
});

test('refusals find their fields', () => {
  const refused = (code: string, data?: unknown) => placeFieldsRefused(new ORPCError(code, { data }));
  expect(refused('CODE_TAKEN', { field: 'code' })).toEqual({ code: 'field.codeTaken' });
  expect(refused('FIELD_WRONG', { field: 'closes' })).toEqual({ closes: 'field.hours' });
  expect(refused('CHANGED_MEANWHILE', { revision: 1, changed: ['phone'] })).toEqual({
    ...{ phone: 'field.changedMeanwhile' },
  });
  expect(refused('DISK_FULL')).toEqual({});
});

test('a tenant is named in the language of the window, in Chinese where there is no English name', () => {
  const tenant = { nameZh: '青禾试验设计', nameEn: 'Qinghe Trial Design' };
  expect(tenantNameIn('en', tenant)).toBe('Qinghe Trial Design');
  expect(tenantNameIn('zh-CN', tenant)).toBe('青禾试验设计');
  expect(tenantNameIn('en', { ...tenant, nameEn: '' })).toBe('青禾试验设计');
});
