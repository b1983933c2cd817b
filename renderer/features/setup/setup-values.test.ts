// What a newcomer types at the first start, and what is said beside it before the backend is asked.
import { expect, test } from 'vitest';
import { speakOwnFormMessages } from '../../app/form-messages.ts';
import { firstValues, toSetupForm, wrongInSetup } from './setup-values.ts';

speakOwnFormMessages();

const filled = {
  ...firstValues,
  'property.code': ' ysds ',
  'property.nameZh': '云杉大厦',
  'property.nameEn': 'Spruce Tower',
  'admin.number': '9001',
  'admin.name': '顾明远',
  'admin.pin': '472913',
  'admin.pinAgain': '472913',
};

test('a form in which all is filled in has nothing wrong, and its codes are capitals', () => {
  expect(wrongInSetup(filled, 'zh-CN')).toEqual({});
  expect(toSetupForm(filled, 'en')).toMatchObject({ property: { code: 'YSDS' }, admin: { language: 'en' } });
});

test('the empty form names every field that has to be filled in, and only those', () => {
  const needed = [
    'property.code',
    'property.nameZh',
    'property.nameEn',
    'admin.number',
    'admin.name',
    'admin.pin',
  ];
  expect(wrongInSetup(firstValues, 'zh-CN')).toEqual(
    Object.fromEntries(needed.map((name) => [name, 'field.needed'])),
  );
});

test('the two PINs have to be the same', () => {
  expect(wrongInSetup({ ...filled, 'admin.pinAgain': '' }, 'en')).toEqual({
    'admin.pinAgain': 'field.needed',
  });
  expect(wrongInSetup({ ...filled, 'admin.pinAgain': '472914' }, 'en')).toEqual({
    'admin.pinAgain': 'field.pinAgain',
  });
});

test('a code with a stroke in it, a short PIN and half a time are told by their shape', () => {
  const typed = {
    ...filled,
    'desk.code': 'L-1',
    'admin.pin': '12',
    'admin.pinAgain': '12',
    'desk.opens': '8',
  };
  expect(wrongInSetup(typed, 'en')).toEqual({
    'desk.code': 'field.deskCode',
    'desk.opens': 'field.time',
    'admin.pin': 'field.pin',
  });
});

test.each(['8:30', '0830', '08：30', ' 08:30 '])('%j is half past eight', (typed) => {
  expect(toSetupForm({ ...filled, 'desk.opens': typed }, 'en').desk.opens).toBe('08:30');
});

test('a lobby that never closes has no times, and what was typed there is not looked at', () => {
  const { desk } = toSetupForm({ ...filled, hasHours: false, 'desk.opens': '?' }, 'zh-CN');
  expect([desk.opens, desk.closes]).toEqual([null, null]);
});
