// What a spreadsheet comes to beside what is on file: what is new, what changes, what cannot be. Pure.
import type { ImportTally } from '../../api/imports.ts';
import type { CellFault } from '../../api/places-import.contract.ts';
import { same } from '../imports/cells.rules.ts';
import { nameKey } from '../shared/name-key.ts';
import { groupRows, type Fault, type Group, type Groups } from './places-import.groups.rules.ts';
import type { ContactValues, ImportRow, TenantValues, UnitValues } from './places-import.rows.rules.ts';
import { codeKey, mayRent } from './places.rules.ts';

type OnFile<Form> = { readonly id: number } & Form;

export interface PlacesOnFile {
  readonly units: readonly OnFile<UnitValues>[];
  readonly tenants: readonly OnFile<TenantValues>[];
  readonly contacts: readonly OnFile<ContactValues>[];
}

/** A record to be written. `links` name tenant and unit by their keys in this plan where they are new themselves. */
export interface Planned<Form> {
  readonly key: string;
  /** Null where it is new. */
  readonly id: number | null;
  readonly fate: keyof ImportTally;
  readonly form: Form;
  readonly links: { readonly tenant: string | null; readonly unit: string | null };
}

export interface ImportPlan {
  readonly tenants: readonly Planned<TenantValues>[];
  readonly units: readonly Planned<UnitValues>[];
  readonly contacts: readonly Planned<ContactValues>[];
  readonly faults: readonly CellFault[];
}

/** Where `faults` has anything to say, nothing of the plan may be written. */
export function planImport(rows: readonly ImportRow[], onFile: PlacesOnFile): ImportPlan {
  const faults: CellFault[] = [];
  const fault: Fault = (row, column, reason, other = null) => faults.push({ row, column, reason, other });
  const groups = groupRows(rows, fault);
  const tenants = planTenants(groups, onFile, fault);
  const tenantOf = byKey(tenants);
  const unitsOnFile = new Map(onFile.units.map((unit) => [codeKey(unit.code), unit]));
  const units = groups.units.map((group) =>
    planUnit(group, unitsOnFile.get(group.key), tenantOf(group.tenant?.key), fault),
  );
  const unitOf = byKey(units);
  const contactsOnFile = Map.groupBy(onFile.contacts, ({ name }) => nameKey(name));
  const contacts = groups.contacts.map((group) => {
    const namesakes = contactsOnFile.get(nameKey(group.first.contactName ?? '')) ?? [];
    return planContact(group, namesakes, tenantOf(group.tenant?.key), unitOf(group.unit?.key), fault);
  });
  return { tenants, units, contacts, faults };
}

export function tallyOf(plans: readonly Planned<unknown>[]): ImportTally {
  const count = (fate: keyof ImportTally): number => plans.filter((each) => each.fate === fate).length;
  return { added: count('added'), changed: count('changed'), same: count('same') };
}

function byKey<Form>(
  plans: readonly Planned<Form>[],
): (key: string | undefined) => Planned<Form> | undefined {
  const map = new Map(plans.map((plan) => [plan.key, plan]));
  return (key) => (key === undefined ? undefined : map.get(key));
}

function planTenants(groups: Groups, onFile: PlacesOnFile, fault: Fault): Planned<TenantValues>[] {
  const namesakes = Map.groupBy(onFile.tenants, ({ nameZh }) => nameKey(nameZh));
  const renters = new Map(onFile.units.map(({ code, tenant }) => [codeKey(code), tenant]));
  const unitsOf = Map.groupBy(groups.units, ({ tenant }) => tenant?.key);
  return groups.tenants.map((group) => {
    const all = namesakes.get(group.key) ?? [];
    // Of several of one name it is the one who rents a unit that the spreadsheet gives them.
    const inThere = (unitsOf.get(group.key) ?? []).map(({ key }) => renters.get(key));
    const fitting = all.length > 1 ? all.filter(({ id }) => inThere.includes(id)) : all;
    if (all.length > 1 && fitting.length !== 1) fault(group.first.row, 'tenant', 'severalOnFile');
    const [old] = fitting;
    const form: TenantValues = {
      ...{ nameZh: group.first.tenantName ?? '', nameEn: '', shortName: null, phone: null },
      ...{ status: 'inResidence', emergencyContacts: [], instructions: null },
      ...{ mailInstructions: null, notes: null, pinyin: null, ...bare(old), ...group.given },
    };
    // Whoever is in residence leaves by the moved-out list, and nobody who has left rents anything.
    if (form.status === 'movedOut' && ((old && old.status !== 'movedOut') || group.unit)) {
      fault(group.saidBy.get('status') ?? group.first.row, 'status', 'moveOut');
    }
    return planned(group.key, old, form);
  });
}

function planUnit(
  group: Group<UnitValues>,
  old: OnFile<UnitValues> | undefined,
  tenant: Planned<TenantValues> | undefined,
  fault: Fault,
): Planned<UnitValues> {
  const { kind, code: _, ...given } = group.given;
  const emptied = kind !== undefined && !mayRent(kind);
  if (!old && given.floor === undefined) fault(group.first.row, 'floor', 'needed');
  if (tenant && emptied) fault(group.saidBy.get('kind') ?? group.first.row, 'kind', 'vacantLet');
  const before: UnitValues = {
    ...{ code: group.first.code ?? '', building: '', floor: 0, room: null, kind: 'vacant', tenant: null },
    ...bare(old),
  };
  const renter = emptied ? null : before.tenant;
  // What stood empty is an office once somebody rents it, unless the spreadsheet says what else.
  const stays = !tenant || mayRent(before.kind) ? before.kind : 'office';
  const form: UnitValues = { ...before, ...given, kind: kind ?? stays, tenant: tenant ? tenant.id : renter };
  return planned(group.key, old, form, { tenant: newKey(tenant), unit: null });
}

function planContact(
  group: Group<ContactValues>,
  namesakes: readonly OnFile<ContactValues>[],
  tenant: Planned<TenantValues> | undefined,
  unit: Planned<UnitValues> | undefined,
  fault: Fault,
): Planned<ContactValues> {
  const theirs = namesakes.filter((contact) =>
    tenant ? contact.tenant === tenant.id : contact.unit === unit?.id,
  );
  const known = tenant?.id === null ? [] : theirs;
  const fitting = known.length > 1 ? known.filter(({ phone }) => phone === group.given.phone) : known;
  if (known.length > 1 && fitting.length !== 1) fault(group.first.row, 'contact', 'severalOnFile');
  const [old] = fitting;
  const form: ContactValues = {
    ...{ name: group.first.contactName ?? '', phone: null, authorises: [], active: true },
    ...{ tenant: null, unit: null, pinyin: null, ...bare(old), ...group.given },
  };
  const places = { tenant: tenant ? tenant.id : form.tenant, unit: unit ? unit.id : form.unit };
  return planned(group.key, old, { ...form, ...places }, { tenant: newKey(tenant), unit: newKey(unit) });
}

const newKey = (plan: Planned<unknown> | undefined): string | null => (plan?.id === null ? plan.key : null);

function planned<Form extends object>(
  key: string,
  old: OnFile<Form> | undefined,
  form: Form,
  links: Planned<Form>['links'] = { tenant: null, unit: null },
): Planned<Form> {
  const stays = links.tenant === null && links.unit === null && same(bare(old), form);
  return {
    key,
    id: old?.id ?? null,
    fate: old === undefined ? 'added' : stays ? 'same' : 'changed',
    form,
    links,
  };
}

/** The form alone, without the record it stands on. */
function bare<Form extends object>(row: OnFile<Form> | undefined): Partial<Form> {
  if (row === undefined) return {};
  const { id: _, ...form } = row;
  return form as unknown as Partial<Form>;
}
