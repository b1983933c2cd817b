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
import { IMPORT_COLUMNS, type CellFault, type ImportColumn } from '../../api/places-import.contract.ts';
import { AUTHORITY_WORDS, FLOOR, HEADERS, KINDS, STATUSES } from './places-import.columns.ts';
import { nameKey } from './places.rules.ts';

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

export interface Columns {
  readonly at: ReadonlyMap<ImportColumn, number>;
  readonly unknown: readonly string[];
  /** A column that is there twice, or the one that must be there and is not. */
  readonly fault: { readonly reason: 'columnMissing' | 'columnTwice'; readonly column: ImportColumn } | null;
}

const BY_HEADER = new Map(
  IMPORT_COLUMNS.flatMap((column) => HEADERS[column].map((name) => [nameKey(name), column] as const)),
);

/** Which column stands where. */
export function readColumns(header: readonly string[]): Columns {
  const at = new Map<ImportColumn, number>();
  const unknown: string[] = [];
  let fault: Columns['fault'] = null;
  for (const [index, name] of header.entries()) {
    const column = BY_HEADER.get(nameKey(name));
    if (column === undefined) {
      if (name !== '') unknown.push(name);
    } else if (at.has(column)) fault ??= { reason: 'columnTwice', column };
    else at.set(column, index);
  }
  if (!at.has('code')) fault ??= { reason: 'columnMissing', column: 'code' };
  return { at, unknown, fault };
}

type Fault = Pick<CellFault, 'column' | 'reason'>;

/** Reads one row; null where it is blank. */
export function readRow(
  cells: readonly string[],
  row: number,
  { at }: Columns,
): { readonly row: ImportRow | null; readonly faults: readonly CellFault[] } {
  const faults: Fault[] = [];
  const text = (column: ImportColumn): string => cells[at.get(column) ?? -1] ?? '';
  if (IMPORT_COLUMNS.every((column) => text(column) === '')) return { row: null, faults: [] };

  /** The cell through the form's own schema; undefined where it is blank or wrong. */
  function take<Output>(column: ImportColumn, schema: z.ZodType<Output>): Output | undefined {
    return text(column) === '' ? undefined : checked(column, schema, text(column));
  }
  function checked<Output>(
    column: ImportColumn,
    schema: z.ZodType<Output>,
    value: unknown,
  ): Output | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    faults.push({ column, reason: issue?.code === 'too_big' ? 'tooLong' : 'characters' });
    return undefined;
  }
  function oneOf<Value extends string>(
    column: ImportColumn,
    words: Readonly<Record<Value, readonly string[]>>,
  ): Value | undefined {
    if (text(column) === '') return undefined;
    const found = (Object.keys(words) as Value[]).find((value) =>
      words[value].includes(nameKey(text(column))),
    );
    if (found === undefined) faults.push({ column, reason: 'notKnown' });
    return found;
  }
  function read<Output>(
    column: ImportColumn,
    reason: CellFault['reason'],
    parse: (value: string) => Output | null,
  ): Output | undefined {
    if (text(column) === '') return undefined;
    const value = parse(text(column));
    if (value === null) faults.push({ column, reason });
    return value ?? undefined;
  }
  function needs(owner: ImportColumn, columns: readonly ImportColumn[]): void {
    if (text(owner) === '' && columns.some((column) => text(column) !== '')) {
      faults.push({ column: owner, reason: 'needed' });
    }
  }

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
  const once = new Map(faults.map((fault) => [`${fault.column} ${fault.reason}`, fault]));
  return { row: result, faults: Array.from(once.values(), (fault) => ({ row, ...fault, other: null })) };
}

/** Drops what was left blank. */
function given<Form extends object>(form: Form): Given<{ [F in keyof Form]-?: Exclude<Form[F], undefined> }> {
  const entries = Object.entries(form).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<{ [F in keyof Form]-?: Exclude<Form[F], undefined> }>;
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
