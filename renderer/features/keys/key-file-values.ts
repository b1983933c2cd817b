// What the form of the key file holds, what is wrong with it, and what is sent. Pure.
import { ORPCError } from '@orpc/client';
import { BORROWER_KINDS } from '../../../electron/api/borrowers.contract.ts';
import type { BorrowerKind } from '../../../electron/api/borrowers.contract.ts';
import { keyForm } from '../../../electron/api/keys-file.contract.ts';
import type { KeyFileRow } from '../../../electron/api/keys-file.contract.ts';
import { fieldsChanged, plainShape, wrongBy } from '../../app/records/record-values.ts';
import type { Choices } from '../../app/records/record-values.ts';
import type { keyFile } from '../../copy/key-file.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type KeyFileMessage = Extract<keyof typeof keyFile, `field.${string}`>;

export interface KeyPlaces {
  readonly units: Choices;
  readonly tenants: Choices;
}

/** A new one begins at `desk`, on the tag that was scanned. */
export function keyValues(
  row: KeyFileRow | null,
  { units, tenants }: KeyPlaces,
  begins: { readonly desk: string; readonly tag: string },
) {
  return {
    code: row?.code ?? '',
    name: row?.name ?? '',
    opens: row?.opens ?? '',
    units: (row?.units ?? []).map(units.labelOf).join('、'),
    kind: row?.kind ?? ('common' as const),
    pieces: String(row?.pieces ?? 1),
    copies: String(row?.copies ?? 0),
    homeDesk: row?.homeDesk ?? begins.desk,
    cabinet: row?.cabinet ?? '',
    hook: row?.hook ?? '',
    byPolicy: row ? row.mayBorrow === null : true,
    mayBorrow: row?.mayBorrow ?? ([] as BorrowerKind[]),
    loanHours: row?.loanHours ? String(row.loanHours) : '',
    idAsked: row?.idAsked ?? false,
    instruction: row?.instruction ?? '',
    tenant: tenants.labelOf(row?.tenant ?? null),
    seal: row?.seal ?? '',
    tag: row ? '' : begins.tag,
  };
}
export type KeyValues = ReturnType<typeof keyValues>;

/** NaN for what is no number. */
function numberOf(text: string): number {
  const digits = text.normalize('NFKC').trim();
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

/** The unit codes as they are typed, each by its record; undefined where there is none of this code. */
function unitsOf(text: string, units: Choices): (number | null | undefined)[] {
  return text
    .split(/[\s、,，;；]+/u)
    .filter(Boolean)
    .map((code) => units.idOf(code));
}

export function toKeyForm(values: KeyValues, { units, tenants }: KeyPlaces) {
  const { byPolicy, tag: _, ...rest } = values;
  const deposited = values.kind === 'deposited';
  return {
    ...rest,
    units: unitsOf(values.units, units).flatMap((id) => id ?? []),
    pieces: numberOf(values.pieces),
    copies: numberOf(values.copies),
    loanHours: values.loanHours.trim() === '' ? null : numberOf(values.loanHours),
    mayBorrow: byPolicy ? null : BORROWER_KINDS.filter((kind) => values.mayBorrow.includes(kind)),
    instruction: values.instruction.trim() === '' ? null : values.instruction,
    tenant: deposited ? (tenants.idOf(values.tenant) ?? null) : null,
    seal: deposited ? values.seal : null,
  };
}

export function wrongInKey(values: KeyValues, places: KeyPlaces): FieldErrors<KeyFileMessage> {
  const deposited = values.kind === 'deposited';
  const tenant = deposited ? places.tenants.idOf(values.tenant) : null;
  return {
    ...wrongBy(keyForm, toKeyForm(values, places), (field, { code }): KeyFileMessage => {
      if (field === 'pieces' || field === 'copies' || field === 'loanHours') return 'field.number';
      return field === 'mayBorrow' ? 'field.somebody' : plainShape(code);
    }),
    ...(unitsOf(values.units, places.units).includes(undefined)
      ? { units: 'field.unknownUnit' as const }
      : {}),
    ...(tenant === undefined ? { tenant: 'field.unknownTenant' as const } : {}),
    ...(deposited && tenant === null ? { tenant: 'field.tenantNeeded' as const } : {}),
  };
}

const WRONG: Readonly<Record<string, KeyFileMessage>> = {
  ...{ homeDesk: 'field.desk', units: 'field.unknownUnit', tenant: 'field.unknownTenant' },
  ...{ seal: 'field.seal', tag: 'field.tag' },
};

/** Where a refusal of the key file belongs. */
export function keyFieldsRefused(error: unknown): FieldErrors<KeyFileMessage> {
  if (!(error instanceof ORPCError)) return {};
  const { field = '' } = (error.data ?? {}) as { readonly field?: string };
  if (error.code === 'FIELD_WRONG') return { [field]: WRONG[field] ?? 'field.wrong' };
  if (error.code === 'KEY_TAKEN' || error.code === 'TAG_TAKEN') return { [field]: 'field.taken' };
  if (error.code === 'CODE_TELLS') return { code: 'field.tells' };
  return fieldsChanged(error);
}

/** What has it already, or the unit that a code tells: what a sentence beside a field names. */
export function namedIn(error: unknown): string {
  const data =
    error instanceof ORPCError
      ? (error.data as { code?: string; unit?: string; number?: string } | undefined)
      : null;
  return data?.code ?? data?.unit ?? data?.number ?? '';
}
