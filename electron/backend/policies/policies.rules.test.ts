// Which values a policy may have, and how a value of another program is read.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyValue, type PolicyValue } from '../../api/policies.contract.ts';
import { POLICIES, POLICY_KEYS, policyValues, type PolicyKey } from '../../api/policies.ts';
import { fillNotice, isSame, judgePolicy, readPolicy } from './policies.rules.ts';

const hours = POLICIES['validity.hours'].default;
const refused = (key: PolicyKey, value: PolicyValue): unknown => {
  const verdict = judgePolicy(key, value);
  return verdict.ok ? 'taken' : `${verdict.field} ${verdict.reason}`;
};

test('every shipped value is one that an admin could put', () => {
  for (const key of POLICY_KEYS) {
    expect(judgePolicy(key, POLICIES[key].default)).toEqual({ ok: true, value: POLICIES[key].default });
  }
});

describe('what is refused, by field and reason', () => {
  test('a number outside its bounds, a part of one, words', () => {
    expect(refused('idleLock.minutes', 0)).toBe('value BOUNDS');
    expect(refused('idleLock.minutes', 31)).toBe('value BOUNDS');
    expect(refused('idleLock.minutes', 2.5)).toBe('value KIND');
    expect(refused('idleLock.minutes', '5')).toBe('value KIND');
    expect(refused('idleLock.minutes', 30)).toBe('taken');
  });
  test('one purpose that is wrong, missing, or none', () => {
    const { visit: _, ...lacking } = hours;
    expect(refused('validity.hours', { ...hours, meeting: 25 })).toBe('meeting BOUNDS');
    expect(refused('validity.hours', lacking)).toBe('visit EMPTY');
    expect(refused('validity.hours', { ...hours, party: 2 })).toBe('value KIND');
    expect(refused('validity.hours', 2)).toBe('value KIND');
  });
  test('a time that is none, and one outside the night', () => {
    expect(refused('closing.round', '24:00')).toBe('value TIME');
    expect(refused('closing.round', '4:00')).toBe('value TIME');
    expect(refused('closing.round', '12:00')).toBe('value BOUNDS');
    expect(refused('closing.round', '11:59')).toBe('taken');
  });
  test('a choice that nobody offers', () => {
    const asked = POLICIES['document.asked'].default;
    expect(refused('document.asked', { ...asked, works: 'never' })).toBe('works CHOICE');
  });
  test('a notice in one language, without words, too long, or with what nobody can see', () => {
    const notice = { zh: '告知', en: 'Notice' };
    expect(refused('privacy.notice', { ...notice, en: ' \n ' })).toBe('en EMPTY');
    expect(refused('privacy.notice', { ...notice, zh: '长'.repeat(4001) })).toBe('zh LONG');
    expect(refused('privacy.notice', { ...notice, en: 'Not\u202Eice' })).toBe('en CHARACTERS');
    expect(judgePolicy('privacy.notice', { zh: ' 一\r\n二 ', en: 'One\nTwo' })).toEqual({
      ok: true,
      value: { zh: '一\n二', en: 'One\nTwo' },
    });
  });
});

const one = fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.string({ unit: 'binary' }));
const member = fc.oneof(fc.constantFrom('visit', 'works', 'zh', 'sex', '__proto__', 'toString'), fc.string());
const any = fc.oneof(one, fc.dictionary(member, one));

test('whatever is sent is judged, and what is taken is read back as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...POLICY_KEYS), any, (key, sent) => {
      const parsed = policyValue.safeParse(sent);
      if (!parsed.success) return;
      const verdict = judgePolicy(key, parsed.data);
      if (verdict.ok) {
        expect(readPolicy(key, verdict.value)).toEqual(verdict.value);
        expect(judgePolicy(key, verdict.value)).toEqual(verdict);
      }
    }),
    { numRuns: 500 },
  );
});

describe('a value of another program', () => {
  test('has the default where it lacks a member, and loses what is not known here', () => {
    expect(readPolicy('validity.hours', { visit: 5, party: 9 })).toEqual({ ...hours, visit: 5 });
  });
  test('is the default where it fits nothing', () => {
    expect(readPolicy('idleLock.minutes', 'soon')).toBe(3);
    expect(readPolicy('validity.hours', { visit: 'long' })).toEqual(hours);
    expect(readPolicy('closing.round', null)).toBe('04:00');
  });
  test('whatever it is, what acts has the shape that the window reads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POLICY_KEYS), any, (key, stored) => {
        expect(policyValues.shape[key].safeParse(readPolicy(key, stored)).success).toBe(true);
      }),
    );
  });
});

test('two values are the same whatever the order of their members', () => {
  expect(isSame({ zh: 'a', en: 'b' }, { en: 'b', zh: 'a' })).toBe(true);
  expect(isSame({ zh: 'a', en: 'b' }, { zh: 'a', en: 'c' })).toBe(false);
  expect(isSame({ zh: 'a' }, { zh: 'a', en: 'c' })).toBe(false);
  expect(isSame(3, 3)).toBe(true);
});

test('the notice names the property it hangs in', () => {
  const place = { property: '测试大厦', address: '测试路1号' };
  const text = '{property}（{address}），{property}';
  expect(fillNotice(text, place)).toBe('测试大厦（测试路1号），测试大厦');
  expect(fillNotice(text, { ...place, address: '' })).toBe('测试大厦，测试大厦');
  expect(fillNotice('{property} ({address}).', { property: 'T$&', address: '' })).toBe('T$&.');
});

test('the shipped notice is version 1 for good: visits say that it was shown', () => {
  const text = JSON.stringify(POLICIES['privacy.notice'].default);
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe('4d94401c03c06ec4');
});
