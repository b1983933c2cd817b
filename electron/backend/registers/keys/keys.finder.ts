// Finds keys by code, name, door, tenant, pinyin or hook: a desk has some hundreds of them, they are looked through.
import { spellCompany } from '../../search/search.names.ts';
import { piecesOf } from '../../search/search.text.ts';
import { doorNames, hookName } from './keys.doors.ts';
import type { KeysParts } from './keys.parts.ts';
import { byHook } from './keys.rules.ts';
import { listHeldKeys, type HeldKey } from './keys.store.ts';

/** The very text first, then what begins with it, then what holds it; of those alike the ones at `desk` first. */
export type KeyFinder = (text: string, limit: number, desk: string | null) => HeldKey[];

/** A floor's room as it is said: 12弱电, 12楼弱电 and 12F弱电 are the 12 层弱电间. */
function withoutFloor(joined: string): string {
  return joined.replaceAll(/(?<=\d)楼$/gu, '层').replaceAll(/(?<=\d)[层楼f](?=\p{Script=Han})/gu, '');
}

export function createKeyFinder(parts: Pick<KeysParts, 'database' | 'doorOf' | 'namesOf'>): KeyFinder {
  const { db } = parts.database;
  /** How a name is compared and spelled, by the name: spelling is what costs. */
  const known = new Map<string, readonly string[]>();

  function keysOf(name: string): readonly string[] {
    const kept = known.get(name);
    if (kept) return kept;
    const joined = piecesOf(name).join('');
    const made = [...new Set([joined, withoutFloor(joined)])].flatMap((said) => {
      const { full, initials } = spellCompany(said);
      return [said, ...full, ...initials];
    });
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
    const typed = piecesOf(text).join('');
    if (typed === '') return [];
    // Both: the 18 层楼梯间 is asked for as 18楼梯, too.
    const said = [...new Set([typed, withoutFloor(typed)])];
    return listHeldKeys(db)
      .filter(({ state }) => state !== 'retired')
      .flatMap((key) => {
        const ranks = said.flatMap((wanted) => rankOf(key, wanted) ?? []);
        return ranks.length === 0 ? [] : [{ key, rank: Math.min(...ranks) }];
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
