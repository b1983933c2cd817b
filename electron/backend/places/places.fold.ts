// Places as rows: the latest `put` of each record is its state.
import type {
  ContactTable,
  DeskTable,
  PropertyTable,
  TenantTable,
  UnitTable,
} from '../../../db/schema/places.ts';
import type { Authority } from '../../api/places-file.contract.ts';
import type { Folded } from '../journal/projector.ts';
import type { ContactEvent, DeskEvent, PropertyEvent, TenantEvent, UnitEvent } from './places.events.ts';

/** A row without its id: what the fold answers, and the store saves under the record. */
export type Row<Table> = Omit<Table, 'id'>;

/** How a contact's authorities stand in one column. */
export const AUTHORITY_BITS: Readonly<Record<Authority, number>> = { keys: 1, goods: 2 };

export function foldProperty(_: unknown, { body, clock }: PropertyEvent): { state: Row<PropertyTable> } {
  return {
    state: {
      code: body.code,
      name_zh: body.nameZh,
      name_en: body.nameEn,
      address: body.address,
      time_zone: body.timeZone,
      slip_header_zh: body.slipHeaderZh,
      slip_header_en: body.slipHeaderEn,
      slip_footer_zh: body.slipFooterZh,
      slip_footer_en: body.slipFooterEn,
      sample: Number(body.sample),
      clock,
    },
  };
}

export function foldDesk(_: unknown, { body, clock }: DeskEvent): { state: Row<DeskTable> } {
  const { code, location, opens, closes } = body;
  return { state: { code, name_zh: body.nameZh, name_en: body.nameEn, location, opens, closes, clock } };
}

export function foldUnit(_: unknown, { body, clock }: UnitEvent): { state: Row<UnitTable> } {
  return { state: { ...body, clock } };
}

export function foldTenant(before: Row<TenantTable> | null, event: TenantEvent): Folded<Row<TenantTable>> {
  const { clock } = event;
  if (event.type === 'tenant.moved_out') {
    if (before === null) return { state: null, issue: 'NO_BEGINNING' };
    const carried = (event.sealed?.carried ?? []).map(({ record, number, remark }) => ({
      record,
      number,
      remark,
    }));
    return { state: { ...before, status: 'movedOut', carried: JSON.stringify(carried), clock } };
  }
  const { body, sealed } = event;
  const callees = (sealed?.emergencyContacts ?? []).map(({ name, phone }) => ({ name, phone }));
  return {
    state: {
      name_zh: sealed?.nameZh ?? null,
      name_en: sealed?.nameEn ?? null,
      short_name: sealed?.shortName ?? null,
      pinyin: sealed?.pinyin ?? null,
      phone: sealed?.phone ?? null,
      status: body.status,
      emergency_contacts: JSON.stringify(callees),
      instructions: sealed?.instructions ?? null,
      mail_instructions: sealed?.mailInstructions ?? null,
      notes: sealed?.notes ?? null,
      // Whoever moves in again begins with nothing carried over.
      carried: (body.status === 'movedOut' ? before?.carried : undefined) ?? '[]',
      clock,
    },
  };
}

export function foldContact(_: unknown, { body, sealed, clock }: ContactEvent): { state: Row<ContactTable> } {
  const { tenant, unit } = body;
  const name = sealed?.name ?? null;
  const pinyin = sealed?.pinyin ?? null;
  const phone = sealed?.phone ?? null;
  const authorises = body.authorises.reduce((bits, authority) => bits | AUTHORITY_BITS[authority], 0);
  const active = Number(body.active);
  return { state: { name, pinyin, phone, tenant, unit, may_authorise: authorises, active, clock } };
}
