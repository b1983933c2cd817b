// Who may have which key, and until when: the rules told as the desk would ask them.
import { expect, test } from 'vitest';
import { SHIPPED_POLICIES } from '../../../api/policies.ts';
import { createCalendar } from '../../shared/clock.ts';
import {
  barsOf,
  borrowersOf,
  byHook,
  dueFor,
  dueStateOf,
  mayBeDue,
  mayEnterLate,
  mayUndo,
  stateOf,
  type Asking,
} from './keys.rules.ts';

const policy = {
  hours: SHIPPED_POLICIES['keys.hours'],
  untilClosing: SHIPPED_POLICIES['keys.untilClosing'],
  mayBorrow: SHIPPED_POLICIES['keys.mayBorrow'],
  idAsked: SHIPPED_POLICIES['keys.idAsked'],
};
const calendar = createCalendar('Asia/Shanghai');
const at = (day: string, time: string): number => calendar.at(day, time);
const HOUR = 3_600_000;

const common = { kind: 'common', mayBorrow: null, idAsked: false, loanHours: null } as const;
const staff: Asking = {
  ...{ kind: 'staff', contact: null, hasDocument: false, overdue: false, authorisedBy: null },
};
const free = { policy, authorisers: null };

test('staff take a common key; a walk-in does not, unless the key’s own file says so', () => {
  expect(barsOf(common, staff, free)).toEqual([]);
  const walkIn = { ...staff, kind: 'walkIn' } as const;
  expect(barsOf(common, walkIn, free)).toEqual(['KIND_NOT_ALLOWED']);
  expect(barsOf({ ...common, mayBorrow: ['walkIn'] }, walkIn, free)).toEqual([]);
  expect(borrowersOf(common, policy)).toEqual(['staff', 'contractor']);
});

test('a master key never leaves without approval, whoever asks', () => {
  expect(barsOf({ ...common, kind: 'master' }, staff, free)).toEqual(['MASTER']);
});

test('who holds an overdue key gets no other', () => {
  expect(barsOf(common, { ...staff, overdue: true }, free)).toEqual(['BORROWER_OVERDUE']);
});

test('a tenant’s door wants the word of a contact who may give it, or that contact in person', () => {
  const door = { ...common, kind: 'deposited' } as const;
  const theirs = { policy, authorisers: new Set([7]) };
  expect(barsOf(door, staff, theirs)).toEqual(['NOT_AUTHORISED']);
  expect(barsOf(door, { ...staff, authorisedBy: 8 }, theirs)).toEqual(['NOT_AUTHORISED']);
  expect(barsOf(door, { ...staff, authorisedBy: 7 }, theirs)).toEqual([]);
  expect(barsOf(door, { ...staff, kind: 'contact', contact: 7 }, theirs)).toEqual([]);
  expect(barsOf(door, staff, { policy, authorisers: new Set() })).toEqual(['NOT_AUTHORISED']);
});

test('a contractor shows a document for a plant room; staff never do', () => {
  const plant = { ...common, kind: 'plant' } as const;
  const contractor = { ...staff, kind: 'contractor' } as const;
  expect(barsOf(plant, contractor, free)).toEqual(['ID_NEEDED']);
  expect(barsOf(plant, { ...contractor, hasDocument: true }, free)).toEqual([]);
  expect(barsOf({ ...common, idAsked: true }, staff, free)).toEqual([]);
});

test('every reason is told at once', () => {
  const asking = { ...staff, kind: 'walkIn', overdue: true } as const;
  expect(barsOf({ ...common, kind: 'master' }, asking, { policy, authorisers: new Set([1]) })).toEqual([
    ...['MASTER', 'KIND_NOT_ALLOWED', 'BORROWER_OVERDUE', 'NOT_AUTHORISED', 'ID_NEEDED'],
  ]);
});

test('a key is due by its kind, by closing where that is sooner, and the soonest of several counts', () => {
  const by = { policy, calendar, closes: '20:00' };
  const morning = at('2026-11-21', '09:30');
  const evening = at('2026-11-21', '18:00');
  expect(dueFor([common], morning, by)).toBe(at('2026-11-21', '17:30'));
  expect(dueFor([common], evening, by)).toBe(at('2026-11-21', '20:00'));
  expect(dueFor([common, { ...common, kind: 'vacant' }], morning, by)).toBe(at('2026-11-21', '13:30'));
  expect(dueFor([{ ...common, kind: 'emergency' }], evening + HOUR, by)).toBe(at('2026-11-21', '21:00'));
});

test('a key of a day and more, one that leaves after closing and a lobby that never closes know no closing', () => {
  const evening = at('2026-11-30', '23:30');
  expect(dueFor([common], evening, { policy, calendar, closes: '20:00' })).toBe(at('2026-12-01', '07:30'));
  expect(dueFor([common], evening, { policy, calendar, closes: null })).toBe(at('2026-12-01', '07:30'));
  const day = [{ ...common, loanHours: 48 }];
  expect(dueFor(day, at('2026-11-21', '09:30'), { policy, calendar, closes: '20:00' })).toBe(
    at('2026-11-23', '09:30'),
  );
});

test('a due time lies ahead and within a year; a late entry lies behind and within policy', () => {
  const now = at('2026-11-21', '09:30');
  expect([now + 1, now + 366 * 24 * HOUR].map((due) => mayBeDue(due, now))).toEqual([true, true]);
  expect([now, now - 1, now + 366 * 24 * HOUR + 1].map((due) => mayBeDue(due, now))).toEqual([
    ...[false, false, false],
  ]);
  expect([now, now - 7 * 24 * HOUR].map((then) => mayEnterLate(then, now, 7))).toEqual([true, true]);
  expect([now + 1, now - 7 * 24 * HOUR - 1].map((then) => mayEnterLate(then, now, 7))).toEqual([
    false,
    false,
  ]);
});

test('a loan is later, soon or overdue by the minute; one that is over or issued is none of it', () => {
  const by = { now: 1000, soonMs: 100 };
  const stateAt = (dueAt: number | null, state = 'open') => dueStateOf({ state, dueAt }, by);
  expect([stateAt(999), stateAt(1000), stateAt(1099), stateAt(1100)]).toEqual([
    ...['overdue', 'soon', 'soon', 'later'],
  ]);
  expect([stateAt(null), stateAt(1, 'returned')]).toEqual([null, null]);
});

test('a step is undone by who made it, within ten minutes, and not under a clock that was set back', () => {
  const step = { staff: 5, at: 1000 };
  const undo = (who: number | null, now: number): boolean => mayUndo(step, { staff: who, now });
  expect([undo(5, 1000), undo(5, 601_000), undo(5, 601_001), undo(6, 1000), undo(5, 999)]).toEqual([
    ...[true, true, false, false, false],
  ]);
});

test('a key is out, incomplete or issued by its loans, else what its own events say', () => {
  const set = { state: 'in_cabinet', pieces: 3 } as const;
  expect(stateOf(set, [])).toBe('in_cabinet');
  expect(stateOf(set, [{ kind: 'lent', pieces: 3 }])).toBe('out');
  expect(stateOf(set, [{ kind: 'emergency', pieces: 1 }])).toBe('incomplete');
  expect(stateOf(set, [{ kind: 'issued', pieces: 3 }])).toBe('issued');
  expect(stateOf({ ...set, state: 'in_transfer' }, [])).toBe('in_transfer');
});

test('hooks stand as they hang: 2 before 10, and what hangs nowhere last', () => {
  const hang = (cabinet: string | null, hook: string | null, code: string) => ({
    ...{ homeDesk: 'L1', cabinet, hook, code },
  });
  const keys = [hang('A', '10', 'a'), hang(null, null, 'b'), hang('A', '2', 'c'), hang('A', null, 'd')];
  expect(keys.toSorted(byHook).map(({ code }) => code)).toEqual(['c', 'a', 'd', 'b']);
});
