// A visit as the fold of its events, in the orders that several desks can bring about.
import { expect, test } from 'vitest';
import type { VisitEvent } from './visitors.events.ts';
import { foldVisit, type Visit } from './visitors.fold.ts';

const tools = { blindIndex: (kind: string, value: string) => `${kind}=${value}` };
const meta = (clock: number) => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock },
  ...({ actor: 'staff', staff: 1, approver: null, shift: 1, desk: 'L1' } as const),
});
const sealed = {
  ...{ name: '测试甲', documentNumber: '11010519491231002X', nationality: null, phone: null, company: null },
  ...{ hostName: '单试验', unitText: null, plate: null, items: null, remarks: null, needsHelp: false },
};
const visitor = {
  ...({ purpose: 'visit', host: null, documentType: 'residentId' } as const),
  units: [],
  origins: {},
  ...{ children: 0, begunBy: null },
};
const numbered = { number: 'V-L1-261121-0001', passCode: '1000000000000000' };

const arrived = (clock: number, first = true): VisitEvent => ({
  ...meta(clock),
  type: 'visit.arrived',
  body: {
    ...{ ...visitor, numbered: first ? numbered : null, documentExpired: false, verifiedBy: 'card' },
    ...{ validUntil: 999, noticeVersion: 1, passPrinted: true, hostConfirmation: 'none', paperLine: null },
    ...{ noDocument: null, previous: null },
  },
  sealed,
});
const expected = (clock: number): VisitEvent => ({
  ...meta(clock),
  type: 'visit.expected',
  body: { ...visitor, numbered, expectedFrom: 5, expectedUntil: 9 },
  sealed,
});
const plain = (
  type: 'visit.reopened' | 'visit.came_back' | 'visit.cancelled' | 'visit.pass_reprinted',
  clock: number,
): VisitEvent => ({
  ...meta(clock),
  type,
  body: {},
  sealed: null,
});
const left = (clock: number): VisitEvent => ({
  ...meta(clock),
  type: 'visit.left',
  body: { way: 'list' },
  sealed: null,
});

function fold(...events: readonly VisitEvent[]): { visit: Visit | null; issues: string[] } {
  let visit: Visit | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldVisit(visit, event, tools);
    visit = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { visit, issues };
}

test('an expected visitor keeps number and code through arriving and leaving', () => {
  const { visit, issues } = fold(expected(1), arrived(6, false), left(8));
  expect(visit).toMatchObject({ ...numbered, state: 'left', arrivedAt: 6, leftAt: 8, expectedFrom: 5 });
  expect(visit?.stays).toEqual([{ in: 6, inDesk: 'L1', out: 8, outDesk: 'L1' }]);
  expect(issues).toEqual([]);
});

test('the document is masked and indexed, and its number is nowhere in the row', () => {
  const { visit } = fold(arrived(1));
  expect(visit?.documentMasked).toBe('110105********002X');
  expect(visit?.documentIndex).toBe('document:residentId=11010519491231002X');
  expect(JSON.stringify({ ...visit, documentIndex: null })).not.toContain('19491231');
});

test('two desks that both check someone out agree, and say so', () => {
  const { visit, issues } = fold(arrived(1), left(2), left(3));
  expect(visit).toMatchObject({ state: 'left', leftAt: 2, clock: 3 });
  expect(issues).toEqual(['LEFT_NOT_ON_SITE']);
});

test('who comes back in after leaving counts as inside', () => {
  const { visit, issues } = fold(arrived(1), left(2), arrived(3, false));
  expect(visit).toMatchObject({ state: 'on_site', arrivedAt: 3, leftAt: null });
  expect(visit?.stays).toHaveLength(2);
  expect(issues).toEqual(['ARRIVED_AFTER_END']);
});

test('a leaving taken back goes on as the same stay', () => {
  const { visit, issues } = fold(arrived(1), left(2), plain('visit.reopened', 3));
  expect(visit?.stays).toEqual([{ in: 1, inDesk: 'L1', out: null, outDesk: null }]);
  expect(issues).toEqual([]);
});

test('who comes back on another day has a stay of its own, and the leaving of the day before stays', () => {
  const { visit, issues } = fold(arrived(1), left(2), plain('visit.came_back', 30), left(40));
  expect(visit).toMatchObject({ state: 'left', arrivedAt: 1, leftAt: 40 });
  expect(visit?.stays).toEqual([
    { in: 1, inDesk: 'L1', out: 2, outDesk: 'L1' },
    { in: 30, inDesk: 'L1', out: 40, outDesk: 'L1' },
  ]);
  expect(issues).toEqual([]);
  expect(fold(arrived(1), plain('visit.came_back', 2)).issues).toEqual(['CAME_BACK_NOT_LEFT']);
});

test('passes are counted: the first with the arrival, each reprint after it', () => {
  expect(fold(arrived(1), plain('visit.pass_reprinted', 2)).visit?.passPrints).toBe(2);
});

test('an erased visit keeps its course and loses its person', () => {
  const { visit } = fold({ ...arrived(1), sealed: null }, left(2));
  expect(visit).toMatchObject({ name: null, documentMasked: null, documentIndex: null, state: 'left' });
});

test('an event before the beginning makes no row', () => {
  expect(fold(left(1))).toEqual({ visit: null, issues: ['NO_BEGINNING'] });
});
