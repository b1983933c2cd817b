// The roll-call of an evacuation: who has been met outside, kept while the list is closed and opened again. Pure.

/** It stands on the paper and in this window alone: nothing of it is written down. */
export interface RollCall {
  readonly met: ReadonlySet<number>;
  /** When the first one was ticked off, UTC ms; null before. */
  readonly begun: number | null;
}

export const noRollCall: RollCall = { met: new Set(), begun: null };

/** In ms. */
const LONGEST_MS = 12 * 3_600_000;

/** Ticks a visit off, or takes the tick back. */
export function tickOff({ met, begun }: RollCall, visit: number, now: number): RollCall {
  const next = new Set(met);
  if (!next.delete(visit)) next.add(visit);
  return next.size === 0 ? noRollCall : { met: next, begun: begun ?? now };
}

/** How many of the people on the list have been met; who has left the building since is not on it any more. */
export function countMet({ met }: RollCall, listed: readonly number[]): number {
  return listed.filter((visit) => met.has(visit)).length;
}

/** At opening the list: after twelve hours it is another evacuation's. */
export function openAgain(call: RollCall, now: number): RollCall {
  return call.begun !== null && now - call.begun > LONGEST_MS ? noRollCall : call;
}

/** At closing the list: over once everybody on it was met, or whoever was met is off the books. */
export function closeFor(call: RollCall, listed: readonly number[]): RollCall {
  const met = countMet(call, listed);
  return met === 0 || met === listed.length ? noRollCall : call;
}
