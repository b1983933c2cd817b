// Proves that a tag is the same tag whichever reader read it.
import { expect, test } from 'vitest';
import { tagFormsOf, tagUidOf } from './tag-uid.ts';

test.each([
  ['0063E9AE', '0063E9AE'],
  ['0006547886', '0063E9AE'],
  ['00:63:e9:ae', '0063E9AE'],
  ['04A1B2C3D4E5F6', '04A1B2C3D4E5F6'],
  ['9999999999', '9999999999'],
])('%s is the UID %s', (text, uid) => {
  expect(tagUidOf(text)).toBe(uid);
});

test.each(['2000000000000012', '13800138000', 'K-017', 'DEADBEE', ''])('%s is none', (text) => {
  expect(tagUidOf(text)).toBeNull();
});

test('a badge is found by any of the ways in which it may have been kept', () => {
  expect(tagFormsOf('0063E9AE')).toEqual(['0063E9AE', '0006547886']);
  expect(tagFormsOf('0006547886')).toEqual(['0063E9AE', '0006547886']);
  expect(tagFormsOf('04A1B2C3D4')).toEqual(['04A1B2C3D4']);
});
