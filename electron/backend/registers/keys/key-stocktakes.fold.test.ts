// A stocktake as its events tell it, also where two desks count the same cabinet.
import { expect, test } from 'vitest';
import type { KeyStocktakeEvent } from './key-stocktakes.events.ts';
import { foldKeyStocktake, type KeyStocktake } from './key-stocktakes.fold.ts';

const meta = (clock: number, staff = 7) => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk: 'L1' },
  ...({ actor: 'staff', staff, approver: null, shift: null } as const),
});
const begun = (clock: number, staff?: number): KeyStocktakeEvent => ({
  ...{ ...meta(clock, staff), type: 'key_stocktake.begun', body: { desk: 'L1', cabinet: 'A' }, sealed: null },
});
const counted = (clock: number, key: number, present: boolean): KeyStocktakeEvent => ({
  ...{ ...meta(clock), type: 'key_stocktake.counted', sealed: null },
  body: { key, how: 'hook', present, expected: true },
});
const uncounted = (clock: number, key: number): KeyStocktakeEvent => ({
  ...{ ...meta(clock), type: 'key_stocktake.uncounted', body: { key }, sealed: null },
});
const finished = (clock: number, present: number, reason: string): KeyStocktakeEvent => ({
  ...{ ...meta(clock), type: 'key_stocktake.finished', sealed: { reasons: [reason] } },
  body: { expected: 2, present, differences: [{ key: 12, finding: 'missing', how: 'carried' }] },
});

function fold(...events: readonly KeyStocktakeEvent[]): { take: KeyStocktake | null; issues: string[] } {
  let take: KeyStocktake | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldKeyStocktake(take, event);
    take = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { take, issues };
}

test('a key that two desks count is counted once, as the later one saw it; a count can be taken back', () => {
  const { take, issues } = fold(
    ...[begun(1), counted(2, 11, true), counted(3, 12, true), counted(4, 11, false), uncounted(5, 12)],
  );
  expect(take?.counts).toEqual([{ key: 11, present: false, expected: true }]);
  expect(take).toMatchObject({ startedAt: 1, startedBy: 7, finishedAt: null, expected: 0, present: 0 });
  expect(issues).toEqual([]);
});

test('what one desk counts after another has finished changes nothing, and is an issue', () => {
  const { take, issues } = fold(
    ...[begun(1), counted(2, 11, true), finished(3, 1, '正在查'), counted(4, 12, true), uncounted(5, 11)],
  );
  expect(take).toMatchObject({ finishedAt: 3, expected: 2, present: 1, counts: [{ key: 11 }] });
  expect(take?.differences).toEqual([{ key: 12, finding: 'missing', how: 'carried', reason: '正在查' }]);
  expect(issues).toEqual(['COUNTED_LATE', 'COUNTED_LATE']);
});

test('finished at two desks: the first end stands; begun twice goes on with the first beginning', () => {
  expect(fold(begun(1), finished(2, 1, '正在查'), finished(3, 2, '已找到'))).toMatchObject({
    ...{
      take: { finishedAt: 2, present: 1, differences: [{ reason: '正在查' }] },
      issues: ['FINISHED_TWICE'],
    },
  });
  expect(fold(begun(1), begun(2, 8))).toMatchObject({
    ...{ take: { startedAt: 1, startedBy: 7, clock: 2 }, issues: ['BEGUN_TWICE'] },
  });
});

test('counts that arrive without their beginning make no stocktake', () => {
  expect(fold(counted(1, 11, true), finished(2, 1, '正在查'))).toEqual({
    ...{ take: null, issues: ['NO_BEGINNING', 'NO_BEGINNING'] },
  });
});
