// What somebody has that is not back, in whichever register it was lent.
import type { HeldThing } from '../../api/borrowers.contract.ts';
import type { Db } from '../database/handle.ts';
import type { LendingFace } from '../registers/register.ts';

/** A thing that is held, and who has it. */
export interface Held extends HeldThing {
  readonly borrower: number;
}

/** All that these borrowers have, soonest due first, what is never due last. `now` in UTC ms. */
export function heldThings(
  db: Db,
  faces: readonly LendingFace[],
  borrowers: readonly number[],
  now: number,
): Held[] {
  if (borrowers.length === 0) return [];
  return faces
    .flatMap((face) => face.heldBy(db, borrowers).map((item) => ({ ...item, register: face.register })))
    .map((item) => ({ ...item, overdue: item.dueAt !== null && item.dueAt < now }))
    .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.lentAt - b.lentAt);
}

/** Who borrowed last at a desk, in any register, latest first, each once. */
export function recentBorrowers(
  db: Db,
  faces: readonly LendingFace[],
  desk: string,
  limit: number,
): { readonly borrower: number; readonly at: number }[] {
  const latest = new Map<number, number>();
  for (const { borrower, at } of faces.flatMap((face) => face.recentBorrowers(db, desk, limit))) {
    latest.set(borrower, Math.max(at, latest.get(borrower) ?? 0));
  }
  return Array.from(latest, ([borrower, at]) => ({ borrower, at }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, limit);
}

/** When somebody borrowed last, in any register (UTC ms); null for never. */
export function lastLentTo(db: Db, faces: readonly LendingFace[], borrower: number): number | null {
  const times = faces.flatMap((face) => face.lastLentTo(db, borrower) ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
