// What places may look like: opening hours, codes, who rents what. Pure.
import type { UnitKind } from '../../api/places-file.contract.ts';

/** Local `HH:MM`; both null in a lobby that never closes. A desk that closes after midnight has no hours here. */
export function areHours(opens: string | null, closes: string | null): boolean {
  return opens === null || closes === null ? opens === closes : opens < closes;
}

/** A code as it is compared: `ａ-1203` typed full-width or small is `A-1203`. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

/** Nobody rents what stands vacant or holds machines. */
export function mayRent(kind: UnitKind): boolean {
  return kind !== 'vacant' && kind !== 'plant';
}

/**
 * Whether a counter (`V:L1:2026-11-21`, `V:L1b:…` in a later generation) has given out numbers that carry this desk
 * code.
 */
export function countsFor(counter: string, deskCode: string): boolean {
  const [, desk = ''] = counter.split(':');
  return desk.startsWith(deskCode) && /^[a-z]*$/.test(desk.slice(deskCode.length));
}

/** The fields whose values differ, by name. */
export function changedFields<T extends object>(before: T, now: T): string[] {
  const old = Object.fromEntries(Object.entries(before));
  return Object.entries(now).flatMap(([field, value]) =>
    JSON.stringify(value) === JSON.stringify(old[field]) ? [] : [field],
  );
}
