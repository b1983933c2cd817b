// Going on after the backend died: for the same person, for a shift, and not with an old PIN.
import { expect, test } from 'vitest';
import { toKey } from '../privacy/sealing.ts';
import { isValidResumeToken, makeResumeToken, parseResumeToken, type TokenTerms } from './resume-token.ts';
import type { StoredStaff } from './staff.store.ts';

const pepper = toKey(Buffer.alloc(32, 3));
const pin = { salt: 'c2FsdA==', hash: 'aGFzaA==', cost: 1, block: 1, parallel: 1 };
const staff: StoredStaff = {
  ...{ id: 42, number: '3001', name: '测试', role: 'receptionist', homeDesk: 'L1', active: true },
  ...{ language: 'zh-CN', pin, badge: null, lent: null, clock: 1 },
};

const at = (now: number): TokenTerms => ({ now, pepper, signOuts: 0 });

test('a token holds for twelve hours, for its own staff', () => {
  const token = makeResumeToken(staff, at(0));
  expect(parseResumeToken(token)).toEqual({ staff: 42, expires: 43_200_000 });
  expect(isValidResumeToken(token, staff, at(43_200_000))).toBe(true);
  expect(isValidResumeToken(token, staff, at(43_200_001))).toBe(false);
  expect(isValidResumeToken(token, { ...staff, id: 43 }, at(0))).toBe(false);
});

test('a new PIN, leaving the house, signing out, or another key makes it worthless', () => {
  const token = makeResumeToken(staff, at(0));
  expect(isValidResumeToken(token, staff, { ...at(0), signOuts: 1 })).toBe(false);
  expect(isValidResumeToken(token, { ...staff, pin: { ...pin, salt: 'bmV3' } }, at(0))).toBe(false);
  expect(isValidResumeToken(token, { ...staff, active: false }, at(0))).toBe(false);
  expect(isValidResumeToken(token, staff, { ...at(0), pepper: toKey(Buffer.alloc(32, 4)) })).toBe(false);
});

test('a longer life or another name cannot be written into it', () => {
  const token = makeResumeToken(staff, at(0));
  const longer = token.replace('.43200000.', '.99999999999.');
  expect(isValidResumeToken(longer, staff, at(0))).toBe(false);
  for (const text of ['', 'x', '1.2.3', token.slice(1)]) {
    expect(isValidResumeToken(text, staff, at(0))).toBe(false);
  }
});
