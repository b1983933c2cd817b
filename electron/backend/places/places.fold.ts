// Places as rows: the latest `put` of each record is its state.
import type {
  ContactTable,
  DeskTable,
  PropertyTable,
  TenantTable,
  UnitTable,
} from '../../../db/schema/places.ts';
import type { ContactEvent, DeskEvent, PropertyEvent, TenantEvent, UnitEvent } from './places.events.ts';

/** A row without its id: what the fold answers, and the store saves under the record. */
export type Row<Table> = Omit<Table, 'id'>;

export function foldProperty(_: unknown, { body, clock }: PropertyEvent): { state: Row<PropertyTable> } {
  return {
    state: {
      code: body.code,
      name_zh: body.nameZh,
      name_en: body.nameEn,
      address: body.address,
      time_zone: body.timeZone,
      slip_footer_zh: body.slipFooterZh,
      slip_footer_en: body.slipFooterEn,
      sample: Number(body.sample),
      clock,
    },
  };
}

export function foldDesk(_: unknown, { body, clock }: DeskEvent): { state: Row<DeskTable> } {
  const { code, opens, closes } = body;
  return { state: { code, name_zh: body.nameZh, name_en: body.nameEn, opens, closes, clock } };
}

export function foldUnit(_: unknown, { body, clock }: UnitEvent): { state: Row<UnitTable> } {
  return { state: { ...body, clock } };
}

export function foldTenant(_: unknown, { body, sealed, clock }: TenantEvent): { state: Row<TenantTable> } {
  return {
    state: {
      name_zh: sealed?.nameZh ?? null,
      name_en: sealed?.nameEn ?? null,
      short_name: sealed?.shortName ?? null,
      phone: sealed?.phone ?? null,
      status: body.status,
      instructions: sealed?.instructions ?? null,
      clock,
    },
  };
}

export function foldContact(_: unknown, { body, sealed, clock }: ContactEvent): { state: Row<ContactTable> } {
  const { tenant, unit } = body;
  const name = sealed?.name ?? null;
  const phone = sealed?.phone ?? null;
  return { state: { name, phone, tenant, unit, may_authorise: Number(body.mayAuthorise), clock } };
}
