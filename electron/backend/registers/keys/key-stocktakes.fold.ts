// A stocktake as the fold of its events: what was counted, and how it ended.
import type { Finding } from '../../../api/key-stocktake.contract.ts';
import type { Folded } from '../../journal/projector.ts';
import type { KeyStocktakeEvent } from './key-stocktakes.events.ts';
import type { Count } from './key-stocktakes.rules.ts';

export interface Difference {
  readonly key: number;
  readonly finding: Finding;
  readonly how: 'resolved' | 'carried';
  readonly reason: string | null;
}

export interface KeyStocktake {
  readonly desk: string;
  readonly cabinet: string | null;
  readonly startedAt: number;
  readonly startedBy: number | null;
  readonly finishedAt: number | null;
  readonly counts: readonly Count[];
  /** Of the end; 0 before it. */
  readonly expected: number;
  readonly present: number;
  readonly differences: readonly Difference[];
  readonly clock: number;
}

/** What the journal said that the state did not allow; staff look at it. */
type KeyStocktakeIssue = 'NO_BEGINNING' | 'BEGUN_TWICE' | 'COUNTED_LATE' | 'FINISHED_TWICE';

export function foldKeyStocktake(
  before: KeyStocktake | null,
  event: KeyStocktakeEvent,
): Folded<KeyStocktake> {
  const { clock } = event;
  if (before === null) {
    return event.type === 'key_stocktake.begun'
      ? { state: begin(event) }
      : { state: null, issue: 'NO_BEGINNING' satisfies KeyStocktakeIssue };
  }
  const late = before.finishedAt !== null;
  const keep = (issue: KeyStocktakeIssue) => ({ state: { ...before, clock }, issue });
  switch (event.type) {
    case 'key_stocktake.begun':
      return keep('BEGUN_TWICE');
    case 'key_stocktake.counted': {
      if (late) return keep('COUNTED_LATE');
      const { how: _, ...count } = event.body;
      return { state: { ...before, clock, counts: [...without(before, count.key), count] } };
    }
    case 'key_stocktake.uncounted':
      return late
        ? keep('COUNTED_LATE')
        : { state: { ...before, clock, counts: without(before, event.body.key) } };
    case 'key_stocktake.finished': {
      if (late) return keep('FINISHED_TWICE');
      const { expected, present } = event.body;
      const differences = event.body.differences.map((difference, at) => ({
        ...difference,
        reason: event.sealed?.reasons[at] ?? null,
      }));
      return { state: { ...before, clock, finishedAt: event.happenedAt, expected, present, differences } };
    }
  }
}

function begin(event: Extract<KeyStocktakeEvent, { type: 'key_stocktake.begun' }>): KeyStocktake {
  return {
    ...event.body,
    ...{ startedAt: event.happenedAt, startedBy: event.staff, finishedAt: null },
    ...{ counts: [], expected: 0, present: 0, differences: [], clock: event.clock },
  };
}

function without({ counts }: KeyStocktake, key: number): readonly Count[] {
  return counts.filter((count) => count.key !== key);
}
