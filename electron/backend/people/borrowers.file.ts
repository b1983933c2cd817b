// Who a pick means, read from the files of borrowers, contacts and colleagues as they are now.
import type { BorrowerKind } from '../../api/borrowers.contract.ts';
import type { Db } from '../database/handle.ts';
import { findContact, findUnit } from '../places/places-file.store.ts';
import { describeUnit, findTenant } from '../places/places.store.ts';
import { fromLine } from './borrowers.rules.ts';
import {
  findBorrower,
  findBorrowerOfContact,
  findBorrowerOfStaff,
  type StoredBorrower,
} from './borrowers.store.ts';
import { findStaff } from './staff.store.ts';

/** Somebody as a file says who they are. */
export interface Filed {
  readonly kind: BorrowerKind;
  readonly contact: number | null;
  readonly staff: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly company: string | null;
  readonly unit: number | null;
}

/** Null where nobody of this id is on file, works or lives here, and can be read. */
export function contactOnFile(db: Db, id: number): Filed | null {
  const contact = findContact(db, id);
  if (!contact || contact.name === null || contact.active === 0) return null;
  const { name, phone, unit } = contact;
  return { kind: 'contact', contact: id, staff: null, name, phone, company: null, unit };
}

/** A colleague is found at the desk and has no number on file. */
export function staffOnFile(db: Db, id: number): Filed | null {
  const staff = findStaff(db, id);
  if (!staff || staff.name === null || !staff.active) return null;
  return {
    ...{ kind: 'staff', contact: null, staff: id, name: staff.name },
    ...{ phone: null, company: null, unit: null },
  };
}

/**
 * A borrower by what their own file says now, where they have one that still holds; else as they were put down. Who left
 * the house, or its tenant, is nobody's colleague or contact any more.
 */
export function borrowerOnFile(db: Db, borrower: StoredBorrower): Filed | null {
  const { kind, contact, staff, name, phone, company, unit } = borrower;
  if (name === null) return null;
  const own = contact === null ? staff !== null && staffOnFile(db, staff) : contactOnFile(db, contact);
  const isGone = contact !== null || staff !== null;
  return own || { kind: isGone ? 'walkIn' : kind, contact, staff, name, phone, company, unit };
}

/** The record of a borrower who is this contact or colleague already. */
export function borrowerOf(db: Db, { contact, staff }: Filed): StoredBorrower | undefined {
  if (contact !== null) return findBorrowerOfContact(db, contact);
  return staff === null ? undefined : findBorrowerOfStaff(db, staff);
}

/** What is shown beside a name: the tenant they belong to, and where they come from. */
export function whereFrom(
  db: Db,
  { contact, staff, company, unit }: Pick<Filed, 'contact' | 'staff' | 'company' | 'unit'>,
): { readonly from: string | null; readonly tenant: number | null } {
  if (staff !== null) return { from: findStaff(db, staff)?.number ?? null, tenant: null };
  const ofContact = contact === null ? null : (findContact(db, contact)?.tenant ?? null);
  const tenant = ofContact ?? (unit === null ? null : (findUnit(db, unit)?.tenant ?? null));
  const place = unit === null ? tenantName(db, ofContact) : describeUnit(db, unit);
  return { from: fromLine(company, place), tenant };
}

function tenantName(db: Db, id: number | null): string | null {
  const tenant = id === null ? undefined : findTenant(db, id);
  return tenant ? (tenant.short_name ?? tenant.name_zh) : null;
}

/** One who can still be read; undefined for an unknown record, and for who was erased or is locked. */
export function readableBorrower(db: Db, id: number): StoredBorrower | undefined {
  const borrower = findBorrower(db, id);
  return borrower?.name === null ? undefined : borrower;
}
