// Contacts and colleagues by what is typed: all of them in memory, read when first asked, thrown away when they change.
import type { TenantTable } from '../../../db/schema/places.ts';
import type { Db } from '../database/handle.ts';
import { listContacts, listTenants, listUnits, type UnitWithTenant } from '../places/places.store.ts';
import { answersAll, borrowerWords, type Sought, type Term } from './borrowers.words.ts';
import { listStaff } from './staff.store.ts';

/** Somebody on a file who may never have borrowed anything. */
export type FiledPick =
  | { readonly from: 'contact'; readonly contact: number }
  | { readonly from: 'staff'; readonly staff: number };

export interface FiledFinder {
  /** Everybody who works or lives here now and answers all terms, by name. */
  people(terms: readonly Term[], limit: number): FiledPick[];
  /** Units whose code or tenant answers all terms. */
  units(terms: readonly Term[], limit: number): number[];
  /** Call when contacts, colleagues, tenants or units changed. */
  forget(): void;
}

interface Entry<What> {
  readonly what: What;
  readonly words: readonly string[];
}

interface Kept {
  readonly people: readonly Entry<FiledPick>[];
  readonly units: readonly Entry<number>[];
}

export function createFiledFinder(db: Db): FiledFinder {
  let kept: Kept | null = null;
  const now = (): Kept => (kept ??= readAll(db));
  return {
    people: (terms, limit) => firstAnswering(now().people, terms, limit),
    units: (terms, limit) => firstAnswering(now().units, terms, limit),
    forget: () => (kept = null),
  };
}

function firstAnswering<What>(
  entries: readonly Entry<What>[],
  terms: readonly Term[],
  limit: number,
): What[] {
  const found: What[] = [];
  for (const { what, words } of entries) {
    if (found.length === limit) break;
    if (answersAll(words, terms)) found.push(what);
  }
  return found;
}

function readAll(db: Db): Kept {
  const units = listUnits(db);
  const tenants = new Map(listTenants(db).map((tenant) => [tenant.id, companyWords(tenant)]));
  const codes = new Map(units.map((unit) => [unit.id, codeWords(unit)]));
  const unitsOf = Map.groupBy(units, ({ tenant }) => tenant);
  const contacts = listContacts(db).flatMap((contact): NamedEntry[] => {
    const { id, name, pinyin, phone, tenant, unit, active } = contact;
    if (name === null || active === 0) return [];
    const rented =
      unit === null && tenant !== null ? (unitsOf.get(tenant) ?? []).map((rents) => rents.id) : [unit];
    const places = rented.flatMap((at) => (at === null ? [] : (codes.get(at) ?? [])));
    const ofTenant = tenant === null ? [] : (tenants.get(tenant) ?? []);
    const spelled = given(pinyin);
    const own = borrowerWords({ name, phone, companies: [], spelled, codes: [] });
    const words = [...own, ...ofTenant, ...places];
    return [{ name, what: { from: 'contact', contact: id }, words }];
  });
  const staff = listStaff(db).flatMap(({ id, name, number, active }): NamedEntry[] => {
    if (name === null || !active) return [];
    const words = borrowerWords({ name, phone: null, companies: [], codes: [number] });
    return [{ name, what: { from: 'staff', staff: id }, words }];
  });
  return {
    people: [...contacts, ...staff].toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    units: units.map((unit) => ({
      what: unit.id,
      words: [...codeWords(unit), ...(unit.tenant === null ? [] : (tenants.get(unit.tenant) ?? []))],
    })),
  };
}

type NamedEntry = Entry<FiledPick> & { readonly name: string };

function codeWords({ code }: UnitWithTenant): string[] {
  return wordsOfPlace({ companies: [], codes: [code] });
}

function companyWords({ short_name, name_zh, name_en, pinyin }: TenantTable): string[] {
  const companies = [short_name, name_zh, name_en].flatMap(given);
  return wordsOfPlace({ companies, spelled: given(pinyin), codes: [] });
}

function given(text: string | null): string[] {
  return text === null ? [] : [text];
}

/** A place's own words: what a person of no name would be found by. */
function wordsOfPlace(place: Pick<Sought, 'companies' | 'spelled' | 'codes'>): string[] {
  return borrowerWords({ name: '', phone: null, ...place });
}
