// Finds keys by code, name, door, tenant, pinyin or hook: a desk has some hundreds of them, they are looked through.
import { spellCompany } from '../../search/search.names.ts';
import { piecesOf } from '../../search/search.text.ts';
import { doorNames, hookName } from './keys.doors.ts';
import type { KeysParts } from './keys.parts.ts';
import { byHook } from './keys.rules.ts';
import { listHeldKeys, type HeldKey } from './keys.store.ts';

/** The very text first, then what begins with it, then what holds it; of those alike the ones at `desk` first. */
export type KeyFinder = (text: string, limit: number, desk: string | null) => HeldKey[];

export function createKeyFinder(parts: Pick<KeysParts, 'database' | 'doorOf' | 'namesOf'>): KeyFinder {
  const { db } = parts.database;
  /** How a name is compared and spelled, by the name: spelling is what costs. */
  const known = new Map<string, readonly string[]>();

  function keysOf(name: string): readonly string[] {
    const kept = known.get(name);
    if (kept) return kept;
    const joined = piecesOf(name).join('');
    const { full, initials } = spellCompany(joined);
    const made = [joined, ...full, ...initials];
    known.set(name, made);
    return made;
  }

  function rankOf(found: HeldKey, wanted: string): number | null {
    const { code, name, opens } = found;
    const { units, tenants } = doorNames(parts, db, found);
    const keys = [code, name, opens, ...units, ...tenants].flatMap((text) =>
      text === null ? [] : keysOf(text),
    );
    // Where it hangs is said from its beginning: a hook's number alone is half of all codes.
    const hook = keysOf(hookName(found));
    const begins = [...keys, ...hook];
    if (begins.includes(wanted)) return 0;
    if (begins.some((key) => key.startsWith(wanted))) return 1;
    return keys.some((key) => key.includes(wanted)) ? 2 : null;
  }

  return (text, limit, desk) => {
    const wanted = piecesOf(text).join('');
    if (wanted === '') return [];
    return listHeldKeys(db)
      .filter(({ state }) => state !== 'retired')
      .flatMap((key) => {
        const rank = rankOf(key, wanted);
        return rank === null ? [] : [{ key, rank }];
      })
      .toSorted(
        (a, b) =>
          a.rank - b.rank ||
          Number(a.key.desk !== desk) - Number(b.key.desk !== desk) ||
          byHook(a.key, b.key),
      )
      .slice(0, limit)
      .map(({ key }) => key);
  };
}
