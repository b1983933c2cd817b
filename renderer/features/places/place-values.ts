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
import { fieldsChanged, plainShape, wrongBy } from '../../app/records/record-values.ts';
import type { Choices } from '../../app/records/record-values.ts';
import type { places } from '../../copy/places.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type PlaceMessage = Extract<keyof typeof places, `field.${string}`>;

export function tenantValues(row: TenantRow | null) {
  return {
    nameZh: row?.nameZh ?? '',
    nameEn: row?.nameEn ?? '',
    shortName: row?.shortName ?? '',
    pinyin: row?.pinyin ?? '',
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
    pinyin: row?.pinyin ?? '',
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

/** What the contract's own schema says about a form, by field. */
export function wrongIn(
  schema: z.ZodType,
  form: Readonly<Record<string, unknown>>,
): FieldErrors<PlaceMessage> {
  return wrongBy(schema, form, shapeOf);
}

function shapeOf(field: string, { code }: z.core.$ZodIssue): PlaceMessage {
  if (field === 'floor') return 'field.floor';
  if (field === 'opens' || field === 'closes') return 'field.time';
  if (field === 'pinyin') return 'field.pinyin';
  if (field === 'emergencyContacts') return 'field.calleeHalf';
  if (field === 'code' && code === 'invalid_format') return 'field.deskCode';
  return plainShape(code);
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
  const data = error.data as { readonly field?: string } | undefined;
  if (error.code === 'FIELD_WRONG') return { [data?.field ?? '']: WRONG[data?.field ?? ''] ?? 'field.wrong' };
  return REFUSED[String(error.code)] ?? fieldsChanged(error);
}

/** A tenant's name as a window in this language shows it; null where it was erased or is locked. */
export function tenantNameIn(
  language: string,
  { nameZh, nameEn }: { readonly nameZh: string | null; readonly nameEn: string | null },
): string | null {
  return language === 'en' && nameEn ? nameEn : nameZh;
}
