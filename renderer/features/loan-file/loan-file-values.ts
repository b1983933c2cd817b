// What the forms of types and items hold, and what is wrong with it: beside which field stands which sentence. Pure.
import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import { loanTypeForm } from '../../../electron/api/loan-items.contract.ts';
import type { LoanItemRow, LoanTypeForm, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { plainShape, wrongBy } from '../../app/records/record-values.ts';
import type { loanFile } from '../../copy/loan-file.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type FileMessage = Extract<keyof typeof loanFile, `field.${string}`>;

export function typeValues(row: LoanTypeRow | null) {
  return {
    ...{ nameZh: row?.nameZh ?? '', nameEn: row?.nameEn ?? '', prefix: row?.prefix ?? '' },
    tracking: row?.tracking ?? ('asset' as const),
    ...{ deposit: yuanText(row?.depositFen ?? 0), lossPrice: yuanText(row?.lossPriceFen ?? 0) },
    ...{ loanHours: String(row?.loanHours ?? 24), least: String(row?.least ?? 0) },
    ...{ restMinutes: String(row?.restMinutes ?? 0), accessories: row?.accessories.join('\n') ?? '' },
    ...{ rainGear: row?.rainGear ?? false, idAsked: row?.idAsked ?? false },
    ...{ restAlways: row?.restAlways ?? false, dailyCheck: row?.dailyCheck ?? false },
  };
}
export type TypeValues = ReturnType<typeof typeValues>;

export function typeForm({ deposit, lossPrice, ...values }: TypeValues): LoanTypeForm {
  return {
    ...values,
    prefix: values.prefix.trim().toUpperCase(),
    ...{ depositFen: fenOf(deposit), lossPriceFen: fenOf(lossPrice) },
    ...{ loanHours: wholeNumber(values.loanHours), least: wholeNumber(values.least) },
    restMinutes: wholeNumber(values.restMinutes),
    accessories: values.accessories
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean),
  };
}

export function wrongType(values: TypeValues): FieldErrors<FileMessage> {
  const {
    depositFen: deposit,
    lossPriceFen: lossPrice,
    ...others
  } = wrongBy<FileMessage>(loanTypeForm, typeForm(values), shapeOf);
  return { ...others, ...(deposit && { deposit }), ...(lossPrice && { lossPrice }) };
}

function shapeOf(field: string, { code }: z.core.$ZodIssue): FileMessage {
  if (field.endsWith('Fen')) return 'field.yuan';
  if (field === 'prefix') return 'field.prefix';
  return ['loanHours', 'least', 'restMinutes'].includes(field) ? 'field.number' : plainShape(code);
}

export function itemValues(row: LoanItemRow | null, type: number | null) {
  return {
    type: String(row?.type ?? type ?? ''),
    ...{ asset: row?.asset ?? '', remark: row?.remark ?? '' },
  };
}
export type ItemValues = ReturnType<typeof itemValues>;

const ASSET = /^[A-Z0-9][A-Z0-9-]{0,15}$/;

export function wrongItem({ type, asset }: ItemValues): FieldErrors<FileMessage> {
  const code = asset.trim().toUpperCase();
  return {
    ...(type === '' ? { type: 'field.needed' } : {}),
    ...(code === '' ? { asset: 'field.needed' } : {}),
    ...(code !== '' && !ASSET.test(code) ? { asset: 'field.asset' } : {}),
  };
}

/** The next free code of a type: one above the highest that bears its prefix. */
export function nextAsset(prefix: string, items: readonly Pick<LoanItemRow, 'asset'>[]): string {
  const numbers = items.flatMap(({ asset }) => {
    const [, digits] = new RegExp(`^${prefix}-(\\d{1,6})$`).exec(asset) ?? [];
    return digits === undefined ? [] : [Number(digits)];
  });
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** Where a refusal of a call about types and items belongs. */
export function fileFieldsRefused(error: unknown): FieldErrors<FileMessage> {
  if (!(error instanceof ORPCError)) return {};
  if (error.code === 'ASSET_KNOWN') return { asset: 'field.assetKnown' };
  if (error.code === 'TAG_TAKEN') return { tag: 'field.tagTaken' };
  const data = error.data as { readonly field?: string } | undefined;
  if (error.code !== 'FIELD_NEEDED') return {};
  if (data?.field === 'tag') return { tag: 'field.tag' };
  return data?.field === 'tracking' ? { tracking: 'field.tracking' } : {};
}

/** Fen as yuan is typed: 49.90, 50. */
function yuanText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** NaN for what is no amount. */
function fenOf(text: string): number {
  const [, yuan, parts = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim()) ?? [];
  return yuan === undefined ? Number.NaN : Number(yuan) * 100 + Number(parts.padEnd(2, '0'));
}

/** NaN for what is none. */
export function wholeNumber(text: string): number {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN;
}
