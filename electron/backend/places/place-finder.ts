// Finds hosts and units by two letters: all of them in memory, built when first asked, thrown away when they change.
import type { PlaceMatch } from '../../api/places.contract.ts';
import type { Db } from '../database/handle.ts';
import { spellCompany, spellPerson } from '../search/search.names.ts';
import { piecesOf } from '../search/search.text.ts';
import { listContacts, listUnits, type UnitWithTenant } from './places.store.ts';

export interface PlaceFinder {
  /** Best first: what begins with the text before what holds it, people before units. */
  find(text: string, limit: number): PlaceMatch[];
  /** Call when units, tenants or contacts changed. */
  forget(): void;
}

interface Entry {
  readonly match: PlaceMatch;
  /** Folded; a text that one of these begins with or holds finds the entry. */
  readonly keys: readonly string[];
}

export function createPlaceFinder(db: Db): PlaceFinder {
  let entries: readonly Entry[] | null = null;
  return {
    find(text, limit) {
      const wanted = piecesOf(text).join('');
      if (wanted === '') return [];
      entries ??= readEntries(db);
      const ranked = entries.flatMap((entry) => {
        const rank = rankOf(entry, wanted);
        return rank === null ? [] : [{ entry, rank }];
      });
      return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ entry }) => entry.match);
    },
    forget() {
      entries = null;
    },
  };
}

/** 0 the very key, 1 its beginning, 2 somewhere inside; null not at all. */
function rankOf({ keys }: Entry, wanted: string): number | null {
  if (keys.includes(wanted)) return 0;
  if (keys.some((key) => key.startsWith(wanted))) return 1;
  return keys.some((key) => key.includes(wanted)) ? 2 : null;
}

function readEntries(db: Db): Entry[] {
  const units = listUnits(db);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byTenant = new Map(
    units.flatMap((unit) => (unit.tenant === null ? [] : [[unit.tenant, unit] as const])),
  );
  const people = listContacts(db).map((contact): Entry => {
    const name = contact.name ?? '';
    const own = contact.unit === null ? undefined : byId.get(contact.unit);
    const unit = own ?? (contact.tenant === null ? undefined : byTenant.get(contact.tenant));
    return {
      match: { ...unitPart(unit), contact: contact.id, contactName: name },
      keys: personKeys(name),
    };
  });
  const places = units.map((unit): Entry => {
    const names = [unit.name_zh, unit.short_name, unit.name_en].filter((name) => name !== null);
    return {
      match: { ...unitPart(unit), contact: null, contactName: null },
      keys: [piecesOf(unit.code).join(''), ...names.flatMap(companyKeys)],
    };
  });
  return [...people, ...places];
}

function personKeys(name: string): string[] {
  const pieces = piecesOf(name);
  const { full, initials } = spellPerson(pieces);
  return [pieces.join(''), ...full, ...initials];
}

function companyKeys(name: string): string[] {
  const joined = piecesOf(name).join('');
  const { full, initials } = spellCompany(joined);
  return [joined, ...full, ...initials];
}

function unitPart(unit: UnitWithTenant | undefined): Omit<PlaceMatch, 'contact' | 'contactName'> {
  return {
    unit: unit?.id ?? null,
    unitCode: unit?.code ?? null,
    floor: unit?.floor ?? null,
    tenant: unit?.tenant ?? null,
    tenantName: unit?.short_name ?? unit?.name_zh ?? null,
    instructions: unit?.instructions ?? null,
  };
}
