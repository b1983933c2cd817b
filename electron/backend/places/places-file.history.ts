// What the history of a place says besides who and when: which values were put in the place of which.
import type { HistoryChange } from '../../api/history.ts';
import type {
  ContactTable,
  DeskTable,
  PropertyTable,
  TenantTable,
  UnitTable,
} from '../../../db/schema/places.ts';
import type { Db } from '../database/handle.ts';
import { nounOf, type Step } from '../journal/project.ts';
import { contactOf, deskOf, propertyOf, tenantOf, unitOf } from './places-file.forms.ts';
import { findUnit } from './places-file.store.ts';
import type { Row } from './places.fold.ts';
import { findTenant } from './places.store.ts';

export const PLACE_NOUNS = ['property', 'desk', 'unit', 'tenant', 'contact'] as const;

/** Who is meant by an id is read as it is now. */
export function changesOfPlace(db: Db, step: Step): HistoryChange[] {
  if (step.before === null || step.after === null) return [];
  const old = formOf(nounOf(step.type), step.before);
  return Object.entries(formOf(nounOf(step.type), step.after)).flatMap(([field, value]) => {
    const [before, after] = [said(db, field, old[field]), said(db, field, value)];
    return before === after ? [] : [{ field, before, after }];
  });
}

function formOf(noun: string, row: unknown): Readonly<Record<string, unknown>> {
  switch (noun) {
    case 'property':
      return propertyOf(row as Row<PropertyTable>);
    case 'desk':
      return deskOf(row as Row<DeskTable>);
    case 'unit':
      return unitOf(row as Row<UnitTable>);
    case 'tenant':
      return tenantOf(row as Row<TenantTable>);
    case 'contact':
      return contactOf(row as Row<ContactTable>);
    default:
      return {};
  }
}

/** A value as one line of text; null for none. Choices stay the words of the contract. */
function said(db: Db, field: string, value: unknown): string | null {
  if (value === '' || value === false) return null;
  if (field === 'tenant' && typeof value === 'number') return findTenant(db, value)?.name_zh ?? null;
  if (field === 'unit' && typeof value === 'number') return findUnit(db, value)?.code ?? null;
  if (Array.isArray(value)) return value.map((item: unknown) => lineOf(item)).join(', ') || null;
  return lineOf(value);
}

/** A person of a list by name and phone; null for what is no word, number or tick. */
function lineOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value).map(lineOf).filter(Boolean).join(' ');
}
