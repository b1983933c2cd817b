// The form of the key file: what it sends, and what stands beside which field.
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { choicesOf } from '../../app/records/record-values.ts';
import { keyFieldsRefused, keyValues, namedIn, toKeyForm, wrongInKey } from './key-file-values.ts';

const places = {
  units: choicesOf([
    { id: 1, name: 'A-1203', detail: '' },
    { id: 2, name: 'A-1204', detail: '' },
  ]),
  tenants: choicesOf([{ id: 9, name: '测试科技', detail: '' }]),
};
const blank = keyValues(null, places, { desk: 'L1', tag: '' });
const good = { ...blank, code: 'K-001', name: '屋面门' };

test('several units are typed by their codes, with whatever stands between', () => {
  expect(toKeyForm({ ...good, units: 'a-1203， A-1204' }, places).units).toEqual([1, 2]);
  expect(wrongInKey({ ...good, units: 'A-1203、B-1' }, places)).toEqual({ units: 'field.unknownUnit' });
});

test('only a tenant’s spare sends tenant and seal, and it needs the tenant', () => {
  const typed = { ...good, tenant: '测试科技', seal: 'F-1' };
  expect(toKeyForm(typed, places)).toMatchObject({ tenant: null, seal: null });
  expect(toKeyForm({ ...typed, kind: 'deposited' }, places)).toMatchObject({ tenant: 9, seal: 'F-1' });
  expect(wrongInKey({ ...good, kind: 'deposited' }, places)).toEqual({ tenant: 'field.tenantNeeded' });
});

test('what is no number, and nobody who may borrow, are told beside their fields', () => {
  expect(wrongInKey(good, places)).toEqual({});
  expect(wrongInKey({ ...good, pieces: '两', loanHours: '0', byPolicy: false }, places)).toEqual({
    ...{ pieces: 'field.number', loanHours: 'field.number', mayBorrow: 'field.somebody' },
  });
  expect(wrongInKey(blank, places)).toEqual({ code: 'field.needed', name: 'field.needed' });
});

test('a refusal names its field and the key that is in the way', () => {
  const taken = new ORPCError('KEY_TAKEN', { data: { field: 'hook', key: 3, code: 'K-003' } });
  expect([keyFieldsRefused(taken), namedIn(taken)]).toEqual([{ hook: 'field.taken' }, 'K-003']);
  const tells = new ORPCError('CODE_TELLS', { data: { field: 'code', unit: 'A-1203' } });
  expect([keyFieldsRefused(tells), namedIn(tells)]).toEqual([{ code: 'field.tells' }, 'A-1203']);
});
