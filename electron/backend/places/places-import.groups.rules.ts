// A spreadsheet's rows gathered by unit, tenant and contact; rows that contradict one another are found here. Pure.
import type { CellFault, ImportColumn } from '../../api/places-import.contract.ts';
import { same } from '../imports/cells.rules.ts';
import { nameKey } from '../shared/name-key.ts';
import type {
  ContactValues,
  Given,
  ImportRow,
  TenantValues,
  UnitValues,
} from './places-import.rows.rules.ts';
import { codeKey } from './places.rules.ts';

export type Fault = (
  row: number,
  column: ImportColumn,
  reason: CellFault['reason'],
  other?: number | null,
) => void;

/** What all rows of one unit, tenant or contact say together. */
export interface Group<Form> {
  readonly key: string;
  readonly first: ImportRow;
  readonly given: Given<Form>;
  /** The first row that said each field. */
  readonly saidBy: Map<string, number>;
  /** Keys of the tenant and the unit beside it. */
  tenant: { readonly key: string; readonly row: number } | null;
  unit: { readonly key: string; readonly row: number } | null;
}

export interface Groups {
  readonly units: readonly Group<UnitValues>[];
  readonly tenants: readonly Group<TenantValues>[];
  readonly contacts: readonly Group<ContactValues>[];
}

/** In which column each field of a form stands. */
const UNIT_COLUMNS: Readonly<Record<string, ImportColumn>> = { tenant: 'tenant' };
const TENANT_COLUMNS: Readonly<Record<string, ImportColumn>> = {
  ...{ nameZh: 'tenant', nameEn: 'tenantEn', phone: 'tenantPhone' },
};
const CONTACT_COLUMNS: Readonly<Record<string, ImportColumn>> = { name: 'contact', phone: 'contactPhone' };

export function groupRows(rows: readonly ImportRow[], fault: Fault): Groups {
  const units = new Map<string, Group<UnitValues>>();
  const tenants = new Map<string, Group<TenantValues>>();
  const contacts = new Map<string, Group<ContactValues>>();
  for (const row of rows) {
    const unitKey = row.code === null ? null : codeKey(row.code);
    const tenantKey = row.tenantName === null ? null : nameKey(row.tenantName);
    if (tenantKey !== null) {
      const group = groupOf(tenants, tenantKey, row);
      merge(group, row.tenant, row.row, TENANT_COLUMNS, fault);
      if (unitKey !== null) group.unit ??= { key: unitKey, row: row.row };
    }
    if (unitKey !== null) {
      const group = groupOf(units, unitKey, row);
      // However the code is typed on later rows, the first way counts.
      const { code: _, ...rest } = row.unit;
      merge(group, group.first === row ? row.unit : rest, row.row, UNIT_COLUMNS, fault);
      if (tenantKey !== null) {
        if (group.tenant !== null && group.tenant.key !== tenantKey) {
          fault(row.row, 'tenant', 'differs', group.tenant.row);
        }
        group.tenant ??= { key: tenantKey, row: row.row };
      }
    }
    if (row.contactName !== null) {
      const group = groupOf(contacts, `${tenantKey ?? `@${unitKey ?? ''}`} ${nameKey(row.contactName)}`, row);
      merge(group, row.contact, row.row, CONTACT_COLUMNS, fault);
      if (tenantKey !== null) group.tenant ??= { key: tenantKey, row: row.row };
      if (unitKey !== null) group.unit ??= { key: unitKey, row: row.row };
    }
  }
  return { units: [...units.values()], tenants: [...tenants.values()], contacts: [...contacts.values()] };
}

function groupOf<Form>(groups: Map<string, Group<Form>>, key: string, row: ImportRow): Group<Form> {
  const known = groups.get(key);
  if (known) return known;
  const given: Given<Form> = {};
  const group: Group<Form> = { key, first: row, given, saidBy: new Map(), tenant: null, unit: null };
  groups.set(key, group);
  return group;
}

function merge<Form extends object>(
  group: Group<Form>,
  said: Given<Form>,
  row: number,
  columns: Readonly<Record<string, ImportColumn>>,
  fault: Fault,
): void {
  const given = group.given as Record<string, unknown>;
  for (const [field, value] of Object.entries(said)) {
    const before = group.saidBy.get(field);
    if (before === undefined) {
      given[field] = value;
      group.saidBy.set(field, row);
    } else if (!same(given[field], value)) {
      fault(row, columns[field] ?? (field as ImportColumn), 'differs', before);
    }
  }
}
