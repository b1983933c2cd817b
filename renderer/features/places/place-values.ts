// What the forms of places hold, and what is wrong with it: beside which field stands which sentence. Pure.
import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import type {
  ContactRow,
  DeskRow,
  PropertyRow,
  TenantRow,
  UnitRow,
} from '../../../electron/api/places-file.contract.ts';
import type { places } from '../../copy/places.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type PlaceMessage = Extract<keyof typeof places, `field.${string}`>;

/** A record and the revision that an edit of it begins with; both null for a new one. */
export interface Begun<Values> {
  readonly values: Values;
  readonly revision: number | null;
}

export function tenantValues(row: TenantRow | null) {
  return {
    nameZh: row?.nameZh ?? '',
    nameEn: row?.nameEn ?? '',
    shortName: row?.shortName ?? '',
    phone: row?.phone ?? '',
    status: row?.status ?? ('inResidence' as const),
    emergencyContacts: row?.emergencyContacts ?? [],
    instructions: row?.instructions ?? '',
    mailInstructions: row?.mailInstructions ?? '',
    notes: row?.notes ?? '',
  };
}
export type TenantValues = ReturnType<typeof tenantValues>;

/** `tenants` gives the words by which a tenant is chosen. */
export function unitValues(row: UnitRow | null, tenants: Choices) {
  return {
    code: row?.code ?? '',
    building: row?.building ?? '',
    floor: row ? floorText(row.floor) : '',
    room: row?.room ?? '',
    kind: row?.kind ?? ('office' as const),
    tenant: tenants.labelOf(row?.tenant ?? null),
  };
}
export type UnitValues = ReturnType<typeof unitValues>;

export function contactValues(row: ContactRow | null, tenants: Choices, units: Choices) {
  return {
    name: row?.name ?? '',
    phone: row?.phone ?? '',
    tenant: tenants.labelOf(row?.tenant ?? null),
    unit: units.labelOf(row?.unit ?? null),
    authorises: row?.authorises ?? [],
    active: row?.active ?? true,
  };
}
export type ContactValues = ReturnType<typeof contactValues>;

export function deskValues(row: DeskRow | null) {
  return {
    code: row?.code ?? '',
    nameZh: row?.nameZh ?? '',
    nameEn: row?.nameEn ?? '',
    location: row?.location ?? '',
    opens: row?.opens ?? '',
    closes: row?.closes ?? '',
  };
}
export type DeskValues = ReturnType<typeof deskValues>;

export function propertyValues({ id: _i, revision: _r, code: _c, ...values }: PropertyRow) {
  return values;
}

/** `B1` for -1. */
export function floorText(floor: number): string {
  return floor < 0 ? `B${-floor}` : String(floor);
}

/** NaN for what is no floor. */
export function floorNumber(text: string): number {
  const [, below, digits] = /^(b|-)?\s*(\d{1,3})$/i.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return Number.NaN;
  return below === undefined ? Number(digits) : -Number(digits);
}

/** Records to choose one from by typing words that name it. */
export interface Choices {
  readonly labels: readonly string[];
  labelOf(id: number | null): string;
  /** Null where nothing is typed, undefined where the words name none. */
  idOf(label: string): number | null | undefined;
}

/** Where two have one name, what tells them apart stands behind it. */
export function choicesOf(
  rows: readonly { readonly id: number; readonly name: string; readonly detail: string }[],
): Choices {
  const counts = Map.groupBy(rows, ({ name }) => name);
  const labelled = rows.map(({ id, name, detail }) => ({
    id,
    label: (counts.get(name)?.length ?? 0) > 1 ? `${name}（${detail || id}）` : name,
  }));
  const byId = new Map(labelled.map(({ id, label }) => [id, label]));
  const byLabel = new Map(labelled.map(({ id, label }) => [label.toLowerCase(), id]));
  return {
    labels: labelled.map(({ label }) => label),
    labelOf: (id) => (id === null ? '' : (byId.get(id) ?? '')),
    idOf: (label) => (label.trim() === '' ? null : byLabel.get(label.trim().toLowerCase())),
  };
}

/** What the contract's own schema says about a form, by field. */
export function wrongIn(
  schema: z.ZodType,
  form: Readonly<Record<string, unknown>>,
): FieldErrors<PlaceMessage> {
  const wrong: Record<string, PlaceMessage> = {};
  for (const issue of schema.safeParse(form).error?.issues ?? []) {
    const field = String(issue.path[0]);
    const value = form[field];
    wrong[field] ??=
      typeof value === 'string' && value.trim() === '' ? 'field.needed' : shapeOf(field, issue);
  }
  return wrong;
}

function shapeOf(field: string, { code }: z.core.$ZodIssue): PlaceMessage {
  if (field === 'floor') return 'field.floor';
  if (field === 'opens' || field === 'closes') return 'field.time';
  if (field === 'emergencyContacts') return 'field.calleeHalf';
  if (field === 'code' && code === 'invalid_format') return 'field.deskCode';
  if (code === 'too_big') return 'field.tooLong';
  return code === 'custom' ? 'field.characters' : 'field.wrong';
}

const REFUSED: Readonly<Record<string, FieldErrors<PlaceMessage>>> = {
  CODE_TAKEN: { code: 'field.codeTaken' },
  CODE_FROZEN: { code: 'field.codeFrozen' },
  MOVE_OUT_NEEDED: { status: 'field.moveOutNeeded' },
};
const WRONG: Readonly<Record<string, PlaceMessage>> = {
  timeZone: 'field.timeZone',
  closes: 'field.hours',
  kind: 'field.vacantLet',
  tenant: 'field.tenantGone',
  unit: 'field.otherUnit',
};

/** Where a refusal of a call about places belongs. */
export function placeFieldsRefused(error: unknown): FieldErrors<PlaceMessage> {
  if (!(error instanceof ORPCError)) return {};
  const data = error.data as { readonly field?: string; readonly changed?: readonly string[] } | undefined;
  if (error.code === 'FIELD_WRONG') return { [data?.field ?? '']: WRONG[data?.field ?? ''] ?? 'field.wrong' };
  if (isChangedMeanwhile(error)) {
    const changed = data?.changed ?? [];
    return Object.fromEntries(changed.map((field) => [field, 'field.changedMeanwhile' as const]));
  }
  return REFUSED[String(error.code)] ?? {};
}

export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'CHANGED_MEANWHILE';
}

/** The values as they are now, but for those that were typed over here. */
export function merged<Values extends object>(typed: Values, base: Values, now: Values): Values {
  const untouched = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(base[field as keyof Values]),
  );
  return { ...typed, ...Object.fromEntries(untouched.map(([field]) => [field, now[field as keyof Values]])) };
}

/** A tenant's name as a window in this language shows it; null where it was erased or is locked. */
export function tenantNameIn(
  language: string,
  { nameZh, nameEn }: { readonly nameZh: string | null; readonly nameEn: string | null },
): string | null {
  return language === 'en' && nameEn ? nameEn : nameZh;
}
