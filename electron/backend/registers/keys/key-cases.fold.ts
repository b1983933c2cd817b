// The case of a lost key as the fold of its events: pure, total, and of nothing but its own events.
import type { CaseOutcome, CaseStep, CaseTold } from '../../../api/key-cases.contract.ts';
import type { Folded } from '../../journal/projector.ts';
import type { KeyCaseEvent } from './key-cases.events.ts';

export interface CaseEntry {
  readonly step: CaseStep;
  readonly who: CaseTold | null;
  readonly at: number;
  readonly costFen: number;
  /** Null where nothing was noted, or the record is locked. */
  readonly note: string | null;
}

export interface KeyCase {
  readonly key: number;
  readonly loan: number | null;
  readonly openedAt: number;
  readonly outcome: CaseOutcome | null;
  readonly closedAt: number | null;
  /** What it cost in all, in fen. */
  readonly costFen: number;
  readonly steps: readonly CaseEntry[];
  readonly clock: number;
}

/** What the journal said that the state did not allow; staff look at it. */
type KeyCaseIssue = 'NO_BEGINNING' | 'OPENED_TWICE' | 'CLOSED_TWICE';

export function foldKeyCase(before: KeyCase | null, event: KeyCaseEvent): Folded<KeyCase> {
  const { clock, happenedAt: at } = event;
  if (before === null) {
    return event.type === 'key_case.opened'
      ? { state: open(event) }
      : { state: null, issue: 'NO_BEGINNING' satisfies KeyCaseIssue };
  }
  const note = event.sealed?.note ?? null;
  switch (event.type) {
    case 'key_case.opened':
      return { state: { ...before, clock }, issue: 'OPENED_TWICE' satisfies KeyCaseIssue };
    case 'key_case.noted': {
      // A bill that comes after the case was closed still counts.
      const steps = [...before.steps, { ...event.body, note }];
      return { state: { ...before, clock, steps, costFen: before.costFen + event.body.costFen } };
    }
    case 'key_case.closed': {
      const last = note === null ? [] : [{ step: 'noted' as const, who: null, at, costFen: 0, note }];
      const { outcome } = event.body;
      const state = { ...before, clock, outcome, closedAt: at, steps: [...before.steps, ...last] };
      const twice = before.outcome !== null && before.outcome !== outcome;
      return twice ? { state, issue: 'CLOSED_TWICE' satisfies KeyCaseIssue } : { state };
    }
  }
}

function open(event: Extract<KeyCaseEvent, { type: 'key_case.opened' }>): KeyCase {
  const { body, sealed, clock, happenedAt } = event;
  const plain = { step: 'told' as const, costFen: 0, note: null };
  const first = { step: 'noted' as const, who: null, at: happenedAt, costFen: 0, note: sealed?.note ?? null };
  return {
    ...{ key: body.key, loan: body.loan, openedAt: happenedAt, outcome: null, closedAt: null, costFen: 0 },
    steps: [first, ...body.told.map((each) => ({ ...plain, ...each }))],
    clock,
  };
}
