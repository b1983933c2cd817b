// Rows of places as the forms that they are changed by: what the window shows, and what two revisions are compared in.
import type {
  ContactTable,
  DeskTable,
  PropertyTable,
  TenantTable,
  UnitTable,
} from '../../../db/schema/places.ts';
import {
  AUTHORITIES,
  type TenantRow,
  type TenantStatus,
  type UnitKind,
} from '../../api/places-file.contract.ts';
import { AUTHORITY_BITS, type Row } from './places.fold.ts';

export function propertyOf(row: Row<PropertyTable>) {
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    address: row.address,
    timeZone: row.time_zone,
    slipHeaderZh: row.slip_header_zh,
    slipHeaderEn: row.slip_header_en,
    slipFooterZh: row.slip_footer_zh,
    slipFooterEn: row.slip_footer_en,
  };
}

export function deskOf({ code, name_zh, name_en, location, opens, closes }: Row<DeskTable>) {
  return { code, nameZh: name_zh, nameEn: name_en, location, opens, closes };
}

export function unitOf({ code, building, floor, room, kind, tenant }: Row<UnitTable>) {
  return { code, building, floor, room, kind: kind as UnitKind, tenant };
}

export function tenantOf(row: Row<TenantTable>) {
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    shortName: row.short_name,
    pinyin: row.pinyin,
    phone: row.phone,
    status: row.status as TenantStatus,
    emergencyContacts: JSON.parse(row.emergency_contacts) as TenantRow['emergencyContacts'],
    instructions: row.instructions,
    mailInstructions: row.mail_instructions,
    notes: row.notes,
  };
}

export function carriedOf({ carried }: Row<TenantTable>): TenantRow['carried'] {
  return JSON.parse(carried) as TenantRow['carried'];
}

export function contactOf({ name, pinyin, phone, tenant, unit, may_authorise, active }: Row<ContactTable>) {
  const authorises = AUTHORITIES.filter((authority) => (may_authorise & AUTHORITY_BITS[authority]) !== 0);
  return { name, pinyin, phone, tenant, unit, authorises, active: active === 1 };
}
