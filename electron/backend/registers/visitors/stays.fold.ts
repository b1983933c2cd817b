// The times that a visitor was inside, one after another, as the visit's events begin and end them.
import type { VisitEvent } from './visitors.events.ts';

/** One time inside: in, and out once the person left. */
export interface Stay {
  readonly in: number;
  readonly inDesk: string;
  readonly out: number | null;
  readonly outDesk: string | null;
}

/** Somebody comes in. What was left before stays left: the day between has its own end. */
export function comeIn(stays: readonly Stay[], { happenedAt, desk }: VisitEvent): readonly Stay[] {
  return [...stays, { in: happenedAt, inDesk: desk ?? '', out: null, outDesk: null }];
}

/** The last stay ends; an earlier one whose end nobody knows is not given this one. */
export function goOut(stays: readonly Stay[], { happenedAt, desk }: VisitEvent): readonly Stay[] {
  return lastChanged(stays, { out: happenedAt, outDesk: desk });
}

/** The leaving was a mistake: the last stay goes on as if nobody had left. */
export function stayOn(stays: readonly Stay[]): readonly Stay[] {
  return lastChanged(stays, { out: null, outDesk: null });
}

/** The arrival was a mistake: there was no last stay. */
export function neverIn(stays: readonly Stay[]): readonly Stay[] {
  return stays.slice(0, -1);
}

function lastChanged(stays: readonly Stay[], end: Pick<Stay, 'out' | 'outDesk'>): readonly Stay[] {
  const last = stays.length - 1;
  return stays.map((stay, at) => (at === last ? { ...stay, ...end } : stay));
}
