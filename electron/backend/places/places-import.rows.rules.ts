// A spreadsheet's cells as what they say of units, tenants and contacts, and what is wrong with them. Pure.
import type { z } from 'zod';
import {
  AUTHORITIES,
  contactForm,
  emergencyContact,
  tenantForm,
  unitForm,
  type Authority,
} from '../../api/places-file.contract.ts';
import type { CellFault, ImportColumn } from '../../api/places-import.contract.ts';
import { given, readCells, type Columns } from '../imports/cells.rules.ts';
import { nameKey } from '../shared/name-key.ts';
import { AUTHORITY_WORDS, FLOOR, KINDS, STATUSES } from './places-import.columns.ts';

export type Given<Form> = { readonly [Field in keyof Form]?: Form[Field] };
export type UnitValues = z.output<typeof unitForm>;
export type TenantValues = z.output<typeof tenantForm>;
export type ContactValues = z.output<typeof contactForm>;

/** What a row says; a field that is not there was left blank and stays as it is on file. */
export interface ImportRow {
  readonly row: number;
  readonly code: string | null;
  readonly unit: Given<UnitValues>;
  readonly tenantName: string | null;
  readonly tenant: Given<TenantValues>;
  readonly contactName: string | null;
  readonly contact: Given<ContactValues>;
}

/** Reads one row; null where it is blank. */
export function readRow(
  cells: readonly string[],
  row: number,
  columns: Columns<ImportColumn>,
): { readonly row: ImportRow | null; readonly faults: readonly CellFault[] } {
  const { blank, text, take, oneOf, read, needs, faults } = readCells<ImportColumn, CellFault['reason']>(
    cells,
    row,
    columns,
  );
  if (blank) return { row: null, faults: [] };

  needs('tenant', [
    ...(['tenantEn', 'shortName', 'tenantPhone', 'status', 'emergencyContacts'] as const),
    ...(['instructions', 'mailInstructions', 'notes'] as const),
  ]);
  needs('contact', ['contactPhone', 'authorises']);
  if (text('tenant') === '') needs('code', ['building', 'floor', 'room', 'kind', 'contact']);
  else needs('code', ['building', 'floor', 'room', 'kind']);
  const result: ImportRow = {
    row,
    code: take('code', unitForm.shape.code) ?? null,
    unit: given({
      code: take('code', unitForm.shape.code),
      building: take('building', unitForm.shape.building),
      floor: read('floor', 'notFloor', floorOf),
      room: take('room', unitForm.shape.room),
      kind: oneOf('kind', KINDS),
    }),
    tenantName: take('tenant', tenantForm.shape.nameZh) ?? null,
    tenant: given({
      nameZh: take('tenant', tenantForm.shape.nameZh),
      nameEn: take('tenantEn', tenantForm.shape.nameEn),
      shortName: take('shortName', tenantForm.shape.shortName),
      phone: take('tenantPhone', tenantForm.shape.phone),
      status: oneOf('status', STATUSES),
      emergencyContacts: read('emergencyContacts', 'notCallees', calleesOf),
      instructions: take('instructions', tenantForm.shape.instructions),
      mailInstructions: take('mailInstructions', tenantForm.shape.mailInstructions),
      notes: take('notes', tenantForm.shape.notes),
    }),
    contactName: take('contact', contactForm.shape.name) ?? null,
    contact: given({
      name: take('contact', contactForm.shape.name),
      phone: take('contactPhone', contactForm.shape.phone),
      authorises: read('authorises', 'notKnown', authoritiesOf),
    }),
  };
  return { row: result, faults: faults() };
}

function floorOf(text: string): number | null {
  const { below, number } = FLOOR.exec(text.normalize('NFKC'))?.groups ?? {};
  if (number === undefined) return null;
  const floor = below === undefined ? Number(number) : -Number(number);
  return unitForm.shape.floor.safeParse(floor).success ? floor : null;
}

/** `张三 13800000000；李四 13900000000`: whom to call first in front. */
function calleesOf(text: string): TenantValues['emergencyContacts'] | null {
  const people = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name, phone] = /^(.*?)[\s:：,，]+([+\d][\d\s-]{4,})$/u.exec(part) ?? [];
      return emergencyContact.safeParse({ name, phone });
    });
  const all = people.flatMap(({ data }) => data ?? []);
  const list = tenantForm.shape.emergencyContacts.safeParse(all);
  return list.success && all.length === people.length ? list.data : null;
}

function authoritiesOf(text: string): Authority[] | null {
  const words = nameKey(text).split(/[\s,;/+、]+/u);
  const says = (what: keyof typeof AUTHORITY_WORDS): boolean =>
    words.some((word) => AUTHORITY_WORDS[what].includes(word));
  const known = Object.values(AUTHORITY_WORDS).flat();
  if (!words.every((word) => known.includes(word))) return null;
  return AUTHORITIES.filter((authority) => says(authority) || says('both'));
}
