// A loan's story from the desk, and what two desks make of it that did not know of each other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONDITIONS } from '../../../api/loan-states.ts';
import type { LoanEvent } from './loans.events.ts';
import { foldLoan, outOf, type Loan } from './loans.fold.ts';

const META = {
  ...{ record: 5, day: '2026-11-21', actor: 'staff', staff: 7, approver: null, shift: 1, desk: 'L1' },
} as const;
type Content = Pick<LoanEvent, 'type' | 'body' | 'sealed'>;

function event(content: Content, at: number, desk = 'L1'): LoanEvent {
  return { ...META, ...content, id: at, clock: at, happenedAt: at, recordedAt: at, desk } as LoanEvent;
}

const lent: Content = {
  type: 'loan.lent',
  body: {
    ...{ number: 'L-L1-261121-0001', slipCode: '4100000000000000', borrower: 9, dueAt: 1000 },
    lines: [
      { type: 1, item: 11, count: 1 },
      { type: 2, item: null, count: 3 },
    ],
    ...{ bars: [], slipPrinted: true },
  },
  sealed: {
    ...{ borrowerName: '测试甲', borrowerPhone: null, borrowerFrom: null, remarks: null, waived: null },
  },
};
const back = (line: number, count: number, condition: 'ok' | 'damaged' = 'ok'): Content => ({
  ...{
    type: 'loan.returned',
    body: { lines: [{ line, count, condition }], way: 'list', stray: null },
    sealed: null,
  },
});
const reopened: Content = { type: 'loan.reopened', body: {}, sealed: null };

function tell(...story: readonly Content[]): {
  readonly loan: Loan | null;
  readonly issues: readonly string[];
} {
  let loan: Loan | null = null;
  const issues: string[] = [];
  for (const [at, content] of story.entries()) {
    const folded = foldLoan(loan, event(content, at + 1));
    loan = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { loan, issues };
}

test('what comes back in parts is over with the last of it', () => {
  expect(tell(lent, back(0, 1), back(1, 2)).loan).toMatchObject({ state: 'open', returnedAt: null });
  expect(tell(lent, back(0, 1), back(1, 2), back(1, 1)).loan).toMatchObject({
    state: 'returned',
    returnedAt: 4,
  });
  expect(tell(lent, back(0, 1, 'damaged'), back(1, 3)).loan?.state).toBe('returned_damaged');
});

test('a return that was a mistake is undone whole, and only the last one', () => {
  const { loan, issues } = tell(lent, back(1, 2, 'damaged'), back(0, 1), reopened);
  expect(loan?.lines.map((line) => [line.back, line.condition])).toEqual([
    [0, null],
    [2, 'damaged'],
  ]);
  expect(issues).toEqual([]);
  expect(tell(lent, back(0, 1), reopened, reopened).issues).toEqual(['REOPENED_NOT_RETURNED']);
});

test('two desks that take in the same umbrella: it is back once, and somebody has to look', () => {
  const { loan, issues } = tell(lent, back(0, 1), back(0, 1));
  expect(loan?.lines[0]?.back).toBe(1);
  expect(issues).toEqual(['RETURNED_NOT_OUT']);
});

test('lost at one desk and back at the other: what is lost is found, not returned twice', () => {
  const lost: Content = { type: 'loan.lost', body: { line: 0, count: 1 }, sealed: { note: null } };
  const found: Content = { type: 'loan.found', body: { line: 0, count: 1, condition: 'ok' }, sealed: null };
  expect(tell(lent, back(1, 3), lost).loan?.state).toBe('lost');
  expect(tell(lent, back(1, 3), lost, found)).toMatchObject({ loan: { state: 'returned' }, issues: [] });
  expect(tell(lent, lost, back(0, 1)).issues).toEqual(['RETURNED_NOT_OUT']);
  expect(tell(lent, found).issues).toEqual(['FOUND_NOT_LOST']);
});

test('a voided loan has nothing out, whatever another desk wrote meanwhile', () => {
  const voided: Content = { type: 'loan.voided', body: {}, sealed: { reason: '借错' } };
  const { loan, issues } = tell(lent, voided, back(0, 1));
  expect(loan?.lines.map((line) => outOf(loan.state, line))).toEqual([0, 0]);
  expect(issues).toEqual(['AFTER_VOID']);
});

test('an event without a loan, or for a line that is not there, is an issue and never an error', () => {
  expect(tell(back(0, 1))).toEqual({ loan: null, issues: ['NO_BEGINNING'] });
  expect(tell(lent, back(9, 1)).issues).toEqual(['RETURNED_NOT_OUT']);
});

test('whatever happens, as much is out, back and lost as went out', () => {
  const content = fc.oneof(
    fc
      .record({ line: fc.nat(2), count: fc.nat(4), condition: fc.constantFrom(...CONDITIONS) })
      .chain((some) =>
        fc.constantFrom<Content>(
          { type: 'loan.returned', body: { lines: [some], way: 'scan', stray: null }, sealed: null },
          { type: 'loan.lost', body: { line: some.line, count: some.count }, sealed: { note: null } },
          { type: 'loan.found', body: some, sealed: null },
        ),
      ),
    fc.constant(reopened),
  );
  fc.assert(
    fc.property(fc.array(content, { maxLength: 30 }), (story) => {
      const { loan } = tell(lent, ...story);
      for (const line of loan?.lines ?? []) {
        expect(Math.min(line.back, line.lost)).toBeGreaterThanOrEqual(0);
        expect(outOf('open', line) + line.back + line.lost).toBe(line.count);
      }
      const isOut = loan?.lines.some((line) => outOf('open', line) > 0);
      expect(loan?.state === 'open').toBe(isOut);
    }),
  );
});
