// Going on after the backend died: for the same person, for a shift, and not with an old PIN.
import { expect, test } from 'vitest';
import { toKey } from '../privacy/sealing.ts';
import { isValidResumeToken, makeResumeToken, parseResumeToken } from './resume-token.ts';
import type { StoredStaff } from './staff.store.ts';

const pepper = toKey(Buffer.alloc(32, 3));
const pin = { salt: 'c2FsdA==', hash: 'aGFzaA==', cost: 1, block: 1, parallel: 1 };
const staff: StoredStaff = {
  ...{ id: 42, number: '3001', name: '测试', role: 'receptionist', homeDesk: 'L1', active: true },
  ...{ language: 'zh-CN', pin, clock: 1 },
};

test('a token holds for twelve hours, for its own staff', () => {
  const token = makeResumeToken(staff, 0, pepper);
  expect(parseResumeToken(token)).toEqual({ staff: 42, expires: 43_200_000 });
  expect(isValidResumeToken(token, staff, 43_200_000, pepper)).toBe(true);
  expect(isValidResumeToken(token, staff, 43_200_001, pepper)).toBe(false);
  expect(isValidResumeToken(token, { ...staff, id: 43 }, 0, pepper)).toBe(false);
});

test('a new PIN, leaving the house, or another key makes it worthless', () => {
  const token = makeResumeToken(staff, 0, pepper);
  expect(isValidResumeToken(token, { ...staff, pin: { ...pin, salt: 'bmV3' } }, 0, pepper)).toBe(false);
  expect(isValidResumeToken(token, { ...staff, active: false }, 0, pepper)).toBe(false);
  expect(isValidResumeToken(token, staff, 0, toKey(Buffer.alloc(32, 4)))).toBe(false);
});

test('a longer life or another name cannot be written into it', () => {
  const token = makeResumeToken(staff, 0, pepper);
  const longer = token.replace('.43200000.', '.99999999999.');
  expect(isValidResumeToken(longer, staff, 0, pepper)).toBe(false);
  for (const text of ['', 'x', '1.2.3', token.slice(1)]) {
    expect(isValidResumeToken(text, staff, 0, pepper)).toBe(false);
  }
});
