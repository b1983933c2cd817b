// The visitors' rules, told with a morning in Shanghai.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../../api/policies.ts';
import { PURPOSES, type Purpose } from '../../../api/visit-states.ts';
import { createCalendar } from '../../shared/clock.ts';
import {
  defaultValidity,
  isConfirmed,
  isExpired,
  isForgotten,
  isOverstay,
  judgeIdentity,
  latestValidity,
  likeness,
  mayHold,
  mayReopen,
  type IdentityClaim,
  type ValidityPolicy,
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

const shipped: ValidityPolicy = {
  hours: POLICIES['validity.hours'].default,
  untilClosing: POLICIES['validity.untilClosing'].default,
  days: POLICIES['validity.days'].default,
};
const holds = (arrivedAt: number, purpose: Purpose, closes: string | null, policy = shipped): number =>
  defaultValidity(arrivedAt, purpose, { hours: { closes }, calendar: shanghai, policy });

describe('until when a pass holds', () => {
  test('until the desk closes', () => {
    expect(holds(at('09:30'), 'meeting', '20:00')).toBe(at('20:00'));
  });
  test('two hours where the desk closes sooner', () => {
    expect(holds(at('19:00'), 'meeting', '20:00')).toBe(at('21:00'));
  });
  test('two hours for who brings something', () => {
    expect(holds(at('09:30'), 'delivery', '20:00')).toBe(at('11:30'));
  });
  test('until midnight in a lobby that never closes, and over it where two hours are', () => {
    const midnight = shanghai.endOf('2026-11-21');
    expect(holds(at('09:30'), 'visit', null)).toBe(midnight);
    expect(holds(at('23:30'), 'visit', null)).toBe(at('23:30') + 7_200_000);
  });
  test('until the third day closes for who works here, also over the end of a month', () => {
    expect(holds(at('09:30'), 'works', '20:00')).toBe(shanghai.at('2026-11-23', '20:00'));
    const monthEnd = shanghai.at('2026-11-29', '22:00');
    expect(holds(monthEnd, 'repair', '20:00')).toBe(shanghai.at('2026-12-01', '20:00'));
  });
  test('by what the policies say of the purpose', () => {
    const policy = {
      hours: { ...shipped.hours, interview: 4 },
      untilClosing: { ...shipped.untilClosing, interview: false, delivery: true },
      days: { works: 1, repair: 2 },
    };
    expect(holds(at('09:30'), 'interview', '20:00', policy)).toBe(at('13:30'));
    expect(holds(at('09:30'), 'delivery', '20:00', policy)).toBe(at('20:00'));
    expect(holds(at('09:30'), 'works', '20:00', policy)).toBe(at('20:00'));
    expect(holds(at('09:30'), 'repair', '20:00', policy)).toBe(shanghai.at('2026-11-22', '20:00'));
  });
});

describe('any policy, any desk, any moment', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
  // 2026-01-01 to 2028-01-01: every change of clocks twice, and a leap day.
  const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
  const closes = fc.option(fc.constantFrom('00:00', '02:30', '12:00', '20:00', '23:59'), { nil: null });
  const hours = fc.integer({ min: 1, max: 24 });
  const days = fc.integer({ min: 1, max: 31 });
  const policyOf = (h: number, until: boolean, d: number): ValidityPolicy => ({
    hours: Object.fromEntries(PURPOSES.map((each) => [each, h])) as ValidityPolicy['hours'],
    untilClosing: Object.fromEntries(PURPOSES.map((each) => [each, until])) as ValidityPolicy['untilClosing'],
    days: { works: d, repair: d },
  });
  const zone = fc.constantFrom(...zones).map((name) => createCalendar(name));

  test('nobody gets less than the hours of their purpose', () => {
    fc.assert(
      fc.property(
        ...([zone, moment, closes, hours, fc.boolean(), days, fc.constantFrom(...PURPOSES)] as const),
        (calendar, arrivedAt, closing, h, until, d, purpose) => {
          const policy = policyOf(h, until, d);
          const place = { hours: { closes: closing }, calendar, policy };
          expect(defaultValidity(arrivedAt, purpose, place)).toBeGreaterThanOrEqual(
            arrivedAt + h * 3_600_000,
          );
        },
      ),
    );
  });
  test('a pass that does not end with its hours ends at closing of its last day, whatever clocks did between', () => {
    fc.assert(
      fc.property(zone, moment, closes, days, (calendar, arrivedAt, closing, d) => {
        const place = { hours: { closes: closing }, calendar, policy: policyOf(1, true, d) };
        const validUntil = defaultValidity(arrivedAt, 'works', place);
        const last = calendar.addDays(calendar.dayOf(arrivedAt), d - 1);
        const end = closing === null ? calendar.endOf(last) : calendar.at(last, closing);
        expect([arrivedAt + 3_600_000, end]).toContain(validUntil);
        expect(validUntil).toBeGreaterThanOrEqual(end);
      }),
    );
  });
  test('one more day is never less, and never for who comes once', () => {
    fc.assert(
      fc.property(
        zone,
        moment,
        closes,
        fc.integer({ min: 1, max: 30 }),
        (calendar, arrivedAt, closing, d) => {
          const until = (purpose: Purpose, lasting: number): number =>
            defaultValidity(arrivedAt, purpose, {
              ...{ hours: { closes: closing }, calendar, policy: policyOf(2, true, lasting) },
            });
          expect(until('works', d + 1)).toBeGreaterThanOrEqual(until('works', d));
          expect(until('meeting', d + 1)).toBe(until('meeting', 1));
        },
      ),
    );
  });
  test('what may be typed lies after the arrival and within the longest time', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -40, max: 200 }), days, (arrivedAt, off, longest) => {
        const validUntil = arrivedAt + off * 86_400_000;
        const may = mayHold(validUntil, arrivedAt, latestValidity(arrivedAt, longest));
        expect(may).toBe(off > 0 && off <= longest);
      }),
    );
  });
});

describe('who is closed by the system', () => {
  const yesterday = shanghai.at('2026-11-20', '18:00');
  const visit = { state: 'on_site', arrivedAt: yesterday, validUntil: shanghai.at('2026-11-20', '20:00') };
  const forgotten = (now: number, roundAt: string): boolean =>
    isForgotten(visit, now, { calendar: shanghai, roundAt });
  test('nobody before the round, whoever was not answered for after it', () => {
    expect(forgotten(at('03:59'), '04:00')).toBe(false);
    expect(forgotten(at('04:00'), '04:00')).toBe(true);
    expect(forgotten(at('04:00'), '06:30')).toBe(false);
    expect(forgotten(at('06:30'), '06:30')).toBe(true);
  });
  test('never on the day of arrival, never while the pass holds', () => {
    const late = { ...visit, arrivedAt: at('01:00'), validUntil: at('03:00') };
    expect(isForgotten(late, at('05:00'), { calendar: shanghai, roundAt: '04:00' })).toBe(false);
    const works = { ...visit, validUntil: shanghai.at('2026-11-22', '20:00') };
    expect(isForgotten(works, at('05:00'), { calendar: shanghai, roundAt: '04:00' })).toBe(false);
  });
});

test('a host has to be asked only where policy requires it', () => {
  expect(isConfirmed('required', 'none')).toBe(false);
  expect(isConfirmed('required', 'phone')).toBe(true);
  expect(isConfirmed('optional', 'none')).toBe(true);
  expect(isConfirmed('notAsked', 'none')).toBe(true);
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

test('a leaving is a mistake for half a day, a closing by the system for a day, and a pass that holds lets in', () => {
  const left = { state: 'left', leftAt: at('09:00'), validUntil: at('18:00'), clock: at('09:00') } as const;
  const nextDay = (time: string): number => shanghai.at('2026-11-22', time);
  expect(mayReopen(left, at('20:59'), shanghai)).toBe(true);
  expect(mayReopen(left, at('21:01'), shanghai)).toBe(false);
  expect(mayReopen({ ...left, validUntil: nextDay('18:00') }, nextDay('09:00'), shanghai)).toBe(true);
  const closed = { ...left, state: 'closed', leftAt: null, clock: at('04:00') } as const;
  expect(mayReopen(closed, nextDay('03:59'), shanghai)).toBe(true);
  expect(mayReopen(closed, nextDay('04:01'), shanghai)).toBe(false);
  expect(mayReopen({ ...left, state: 'voided' }, at('09:01'), shanghai)).toBe(false);
});

test('only who is inside can overstay', () => {
  const validUntil = at('20:00');
  expect(isOverstay({ state: 'on_site', validUntil }, at('20:01'))).toBe(true);
  expect(isOverstay({ state: 'on_site', validUntil }, at('20:00'))).toBe(false);
  expect(isOverstay({ state: 'left', validUntil }, at('20:01'))).toBe(false);
});

test('a document says who somebody is before their name does, and a name before a phone', () => {
  const visit = {
    ...{ name: '测试甲', phone: '13900000001' },
    ...({ documentType: 'residentId', documentIndex: 'one' } as const),
  };
  const person = { name: '别人', phone: null, documentType: null, documentIndex: null };
  expect(likeness({ ...person, documentType: 'residentId', documentIndex: 'one' }, visit)).toBe('document');
  expect(likeness({ ...visit, documentIndex: 'two' }, visit)).toBeNull();
  expect(likeness({ ...visit, documentType: 'passport', documentIndex: 'two' }, visit)).toBe('name');
  expect(likeness({ ...person, name: '测试甲' }, visit)).toBe('name');
  expect(likeness({ ...person, name: 'ANNA' }, { ...visit, name: 'Anna' })).toBe('name');
  expect(likeness({ ...person, phone: '13900000001' }, visit)).toBe('phone');
  expect(likeness({ ...person, name: null }, { ...visit, name: null, phone: null })).toBeNull();
});
