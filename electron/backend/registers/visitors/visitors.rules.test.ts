// The visitors' rules, told with a morning in Shanghai.
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../shared/clock.ts';
import {
  defaultValidity,
  isExpired,
  isOverstay,
  judgeIdentity,
  type IdentityClaim,
} from './visitors.rules.ts';

const shanghai = createCalendar('Asia/Shanghai');
const at = (time: string): number => shanghai.at('2026-11-21', time);
const claim = (changes: Partial<IdentityClaim>): IdentityClaim => ({
  documentType: 'residentId',
  documentNumber: '11010519491231002X',
  verifiedBy: 'document',
  hostName: null,
  host: null,
  ...changes,
});

describe('until when a pass holds', () => {
  test('until the desk closes', () => {
    expect(defaultValidity(at('09:30'), 'meeting', { closes: '20:00' }, shanghai)).toBe(at('20:00'));
  });
  test('two hours where the desk closes sooner', () => {
    expect(defaultValidity(at('19:00'), 'meeting', { closes: '20:00' }, shanghai)).toBe(at('21:00'));
  });
  test('two hours for who brings something', () => {
    expect(defaultValidity(at('09:30'), 'delivery', { closes: '20:00' }, shanghai)).toBe(at('11:30'));
  });
  test('until midnight in a lobby that never closes, and over it where two hours are', () => {
    const midnight = shanghai.endOf('2026-11-21');
    expect(defaultValidity(at('09:30'), 'visit', { closes: null }, shanghai)).toBe(midnight);
    expect(defaultValidity(at('23:30'), 'visit', { closes: null }, shanghai)).toBe(at('23:30') + 7_200_000);
  });
});

describe('who a visitor says they are', () => {
  test('a sound number comes back normalised', () => {
    expect(judgeIdentity(claim({ documentNumber: ' 11010519491231002x ' }), '2026-11-21')).toEqual({
      ok: true,
      documentNumber: '11010519491231002X',
    });
  });
  test('a wrong check digit is told', () => {
    expect(judgeIdentity(claim({ documentNumber: '110105194912310021' }), '2026-11-21')).toEqual({
      ok: false,
      code: 'DOCUMENT_NUMBER_WRONG',
      reason: 'CHECK_DIGIT',
    });
  });
  test('a document that was shown has a number', () => {
    expect(judgeIdentity(claim({ documentNumber: null }), '2026-11-21')).toMatchObject({
      code: 'FIELD_NEEDED',
      field: 'documentNumber',
    });
  });
  test('a host who vouches has a name', () => {
    const refused = claim({ documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' });
    expect(judgeIdentity(refused, '2026-11-21')).toMatchObject({ code: 'FIELD_NEEDED', field: 'host' });
    expect(judgeIdentity({ ...refused, hostName: '单试验' }, '2026-11-21')).toEqual({
      ok: true,
      documentNumber: null,
    });
  });
});

test('a document is expired from the day after its last', () => {
  expect(isExpired('2026-11-20', '2026-11-21')).toBe(true);
  expect(isExpired('2026-11-21', '2026-11-21')).toBe(false);
  expect(isExpired('longTerm', '2026-11-21')).toBe(false);
  expect(isExpired(null, '2026-11-21')).toBe(false);
});

test('only who is inside can overstay', () => {
  const validUntil = at('20:00');
  expect(isOverstay({ state: 'on_site', validUntil }, at('20:01'))).toBe(true);
  expect(isOverstay({ state: 'on_site', validUntil }, at('20:00'))).toBe(false);
  expect(isOverstay({ state: 'left', validUntil }, at('20:01'))).toBe(false);
});
