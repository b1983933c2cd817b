// What a stocktake comes to: which keys should hang here, and what each count says beside the book. Pure.
import type { KeyOwnState } from '../../../api/key-states.ts';
import type { Finding } from '../../../api/key-stocktake.contract.ts';

/** One key as it was counted, and what the book said at that moment. */
export interface Count {
  readonly key: number;
  readonly present: boolean;
  readonly expected: boolean;
}

/** What a key's own state and its open loans say of it. */
export interface Placed {
  readonly state: KeyOwnState;
  readonly desk: string;
  readonly cabinet: string | null;
  readonly pieces: number;
  readonly holders: readonly { readonly pieces: number }[];
}

/** Which keys a stocktake is about. */
export interface Scope {
  readonly desk: string;
  readonly cabinet: string | null;
}

/** Whether it belongs to what is counted: keys of other desks come in only where they are found. */
export function isInScope({ desk, cabinet }: Scope, key: Placed & { readonly homeDesk: string }): boolean {
  const here = key.desk === desk || key.homeDesk === desk;
  return here && key.state !== 'retired' && (cabinet === null || key.cabinet === cabinet);
}

/** Whether something of it should hang here by the book: a set of which a part is out still has its hook. */
export function isExpected(
  { desk, cabinet }: Scope,
  { state, desk: at, cabinet: hangsIn, pieces, holders }: Placed,
): boolean {
  const out = holders.reduce((sum, holder) => sum + holder.pieces, 0);
  const isHere = at === desk && (cabinet === null || cabinet === hangsIn);
  return state === 'in_cabinet' && isHere && out < pieces;
}

/**
 * What is amiss with a key; null where count and book agree, or agreed when it was counted and the book has moved on
 * since: lent, returned, hung up. What nobody has counted is missing where it should hang here.
 */
export function findingOf(count: Count | undefined, expectedNow: boolean): Finding | null {
  if (count === undefined) return expectedNow ? 'missing' : null;
  if (count.present) return count.expected || expectedNow ? null : 'unexpected';
  return count.expected && expectedNow ? 'missing' : null;
}

/** A stocktake that is over; `cabinet` null for all of a desk. */
export interface Finished {
  readonly cabinet: string | null;
  /** UTC ms. */
  readonly at: number;
}

/**
 * When the last of these cabinets was counted, UTC ms: whole or one by one; null while one of them never was. What
 * hangs in no cabinet (null) is counted with the whole desk only.
 */
export function lastCounted(
  cabinets: readonly (string | null)[],
  finished: readonly Finished[],
): number | null {
  const latest = (cabinet: string | null): number | null =>
    finished.reduce<number | null>(
      (last, each) =>
        each.cabinet === null || each.cabinet === cabinet ? Math.max(last ?? each.at, each.at) : last,
      null,
    );
  const all = cabinets.map(latest);
  return all.some((at) => at === null)
    ? null
    : all.reduce((a, b) => Math.min(a ?? b ?? 0, b ?? 0), all[0] ?? null);
}

/** When it is time again; days between two whole stocktakes. `lastAt` and `now` are UTC ms. */
export function isStocktakeDue(lastAt: number | null, now: number, days: number): boolean {
  return lastAt === null || now - lastAt >= days * 24 * 3_600_000;
}
