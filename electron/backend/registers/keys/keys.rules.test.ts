// Who may have which key, and until when: the rules told as the desk would ask them.
import { expect, test } from 'vitest';
import { SHIPPED_POLICIES } from '../../../api/policies.ts';
import { createCalendar } from '../../shared/clock.ts';
import type { Key } from './keys.fold.ts';
import { barsOf, borrowersOf, byHook, dueOfKeys, stateOf, type Asking } from './keys.rules.ts';

const policy = {
  hours: SHIPPED_POLICIES['keys.hours'],
  untilClosing: SHIPPED_POLICIES['keys.untilClosing'],
  mayBorrow: SHIPPED_POLICIES['keys.mayBorrow'],
  idAsked: SHIPPED_POLICIES['keys.idAsked'],
};
const calendar = createCalendar('Asia/Shanghai');

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

test('keys that leave together are due by the soonest: by kind, by their own file, by closing', () => {
  const due = (keys: readonly Pick<Key, 'kind' | 'loanHours'>[], time: string, closes: string | null) => {
    const lentAt = calendar.at('2026-11-21', time);
    return calendar.timeOf(dueOfKeys(keys, { lentAt, now: lentAt, policy, calendar, closes }));
  };
  expect(due([common], '09:30', '20:00')).toBe('17:30');
  expect(due([common, { ...common, kind: 'vacant' }], '09:30', '20:00')).toBe('13:30');
  expect(due([{ ...common, loanHours: 1 }], '09:30', '20:00')).toBe('10:30');
  expect(due([common], '18:00', '20:00')).toBe('20:00');
  expect(due([common], '18:00', null)).toBe('02:00');
  expect(due([{ ...common, kind: 'emergency' }], '19:00', '20:00')).toBe('21:00');
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
