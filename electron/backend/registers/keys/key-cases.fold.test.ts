// The case of a lost key as its events tell it, also where two desks tell it differently.
import { expect, test } from 'vitest';
import type { KeyCaseEvent } from './key-cases.events.ts';
import { foldKeyCase, type KeyCase } from './key-cases.fold.ts';

const meta = (clock: number, desk = 'L1') => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk },
  ...({ actor: 'staff', staff: 7, approver: null, shift: null } as const),
});
const opened = (clock: number, loan: number | null = 5): KeyCaseEvent => ({
  ...{ ...meta(clock), type: 'key_case.opened', sealed: { note: '在工地遗失' } },
  body: { key: 11, loan, told: [{ who: 'supervisor', at: 1 }] },
});
const noted = (clock: number, step: 'lockChanged' | 'costBilled', costFen: number): KeyCaseEvent => ({
  ...{ ...meta(clock), type: 'key_case.noted', sealed: { note: null } },
  body: { step, who: null, at: clock, costFen },
});
const closed = (clock: number, outcome: 'found' | 'retired', note: string | null = null): KeyCaseEvent => ({
  ...{ ...meta(clock), type: 'key_case.closed', body: { outcome }, sealed: { note } },
});

function fold(...events: readonly KeyCaseEvent[]): { found: KeyCase | null; issues: string[] } {
  let found: KeyCase | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldKeyCase(found, event);
    found = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { found, issues };
}

test('a case begins with what was noted and who was told, sums its bills, and says how it ended', () => {
  const { found, issues } = fold(
    ...[opened(1), noted(2, 'lockChanged', 18_000), closed(3, 'retired', '换锁芯')],
  );
  expect(found).toMatchObject({
    key: 11,
    loan: 5,
    openedAt: 1,
    closedAt: 3,
    outcome: 'retired',
    costFen: 18_000,
  });
  expect(found?.steps.map(({ step, note }) => [step, note])).toEqual([
    ...[
      ['noted', '在工地遗失'],
      ['told', null],
      ['lockChanged', null],
      ['noted', '换锁芯'],
    ],
  ]);
  expect(issues).toEqual([]);
});

test('a bill that comes from another desk after the end still counts, and opens nothing', () => {
  const { found, issues } = fold(opened(1), closed(2, 'retired'), noted(3, 'costBilled', 2000));
  expect(found).toMatchObject({ outcome: 'retired', closedAt: 2, costFen: 2000 });
  expect(issues).toEqual([]);
});

test('two desks end it differently: the last word stands and is an issue; the same word twice is none', () => {
  expect(fold(opened(1), closed(2, 'retired'), closed(3, 'found'))).toMatchObject({
    ...{ found: { outcome: 'found', closedAt: 3 }, issues: ['CLOSED_TWICE'] },
  });
  expect(fold(opened(1), closed(2, 'found'), closed(3, 'found')).issues).toEqual([]);
});

test('opened twice keeps the first opening; what comes before any opening is kept for somebody to look at', () => {
  expect(fold(opened(1), opened(2, null))).toMatchObject({
    ...{ found: { loan: 5, openedAt: 1, clock: 2 }, issues: ['OPENED_TWICE'] },
  });
  expect(fold(closed(1, 'found'), noted(2, 'costBilled', 1))).toEqual({
    ...{ found: null, issues: ['NO_BEGINNING', 'NO_BEGINNING'] },
  });
});
