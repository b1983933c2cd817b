// A return without a loan 无主归还 as the fold of its events.
import type { Condition } from '../../../api/loan-states.ts';
import type { Folded } from '../../journal/projector.ts';
import type { StrayEvent } from './strays.events.ts';

export interface StrayReturn {
  readonly state: 'open' | 'matched' | 'closed' | 'taken_back';
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
  readonly condition: Condition;
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly at: number;
  readonly remarks: string | null;
  readonly loan: number | null;
  readonly line: number | null;
}

/** What the journal says that the state did not allow; staff look at it. */
type StrayIssue = 'STRAY_NO_BEGINNING' | 'STRAY_TAKEN_TWICE' | 'STRAY_AFTER_END';

export function foldStray(
  stray: StrayReturn | null,
  event: StrayEvent,
): Folded<StrayReturn> & { readonly issue?: StrayIssue } {
  const { clock } = event;
  if (event.type === 'stray_return.taken') {
    if (stray !== null) return { state: { ...stray, clock }, issue: 'STRAY_TAKEN_TWICE' };
    const { day, happenedAt: at, body, sealed } = event;
    const where = { desk: event.desk ?? '', day, clock, at };
    const remarks = sealed?.remarks ?? null;
    return { state: { ...body, ...where, remarks, state: 'open', loan: null, line: null } };
  }
  if (stray === null) return { state: null, issue: 'STRAY_NO_BEGINNING' };
  if (event.type === 'stray_return.unmatched' && stray.state === 'matched') {
    return { state: { ...stray, clock, state: 'open', loan: null, line: null } };
  }
  if (event.type === 'stray_return.reopened' && stray.state === 'closed') {
    return { state: { ...stray, clock, state: 'open' } };
  }
  // Two desks matched it: the first match holds, and one of the two loans is not back after all.
  const isNoEnd = event.type === 'stray_return.unmatched' || event.type === 'stray_return.reopened';
  if (stray.state !== 'open' || isNoEnd) return { state: { ...stray, clock }, issue: 'STRAY_AFTER_END' };
  if (event.type === 'stray_return.closed') return { state: { ...stray, clock, state: 'closed' } };
  if (event.type === 'stray_return.taken_back') return { state: { ...stray, clock, state: 'taken_back' } };
  return { state: { ...stray, ...event.body, clock, state: 'matched' } };
}
