// Reference data as events: the property, its desks and units, tenants and their contacts. Each `put` is the whole.
import { z } from 'zod';
import { recordId } from '../../api/call.ts';
import { AUTHORITIES, TENANT_STATUSES, UNIT_KINDS } from '../../api/places-file.contract.ts';
import type { JsonObject } from '../../../head-office/protocol/wire.ts';
import type { EventCatalogue, EventContent, OpenedEvent } from '../journal/events.ts';

const text = z.string();

/** An upcast to a version that says more: what an older program did not know of is as it was before there was any. */
const withMore =
  (body: JsonObject, sealed: JsonObject = {}) =>
  (old: EventContent): EventContent => ({
    body: { ...old.body, ...body },
    sealed: old.sealed && { ...old.sealed, ...sealed },
  });

export const propertyEvents = {
  'property.put': {
    version: 2,
    body: z.object({
      code: text,
      nameZh: text,
      nameEn: text,
      address: text,
      timeZone: text,
      slipHeaderZh: text,
      slipHeaderEn: text,
      slipFooterZh: text,
      slipFooterEn: text,
      sample: z.boolean(),
    }),
    sealed: null,
    upcasts: { 1: withMore({ slipHeaderZh: '', slipHeaderEn: '' }) },
  },
} as const satisfies EventCatalogue;

export const deskEvents = {
  'desk.put': {
    version: 2,
    body: z.object({
      code: text,
      nameZh: text,
      nameEn: text,
      location: text.nullable(),
      opens: text.nullable(),
      closes: text.nullable(),
    }),
    sealed: null,
    upcasts: { 1: withMore({ location: null }) },
  },
} as const satisfies EventCatalogue;

export const unitEvents = {
  'unit.put': {
    version: 2,
    body: z.object({
      code: text,
      building: text,
      floor: z.int(),
      room: text.nullable(),
      kind: z.enum(UNIT_KINDS),
      tenant: recordId.nullable(),
    }),
    sealed: null,
    upcasts: { 1: withMore({ room: null }) },
  },
} as const satisfies EventCatalogue;

const person = z.object({ name: text, phone: text });
/** What stayed open when a tenant moved out. Why is null where the record itself says it (`record.carried_over`). */
const carried = z.object({ record: recordId, number: text, remark: text.nullable() });

export const tenantEvents = {
  'tenant.put': {
    version: 3,
    body: z.object({ status: z.enum(TENANT_STATUSES) }),
    sealed: z.object({
      nameZh: text,
      nameEn: text,
      shortName: text.nullable(),
      /** How it is read, where that was corrected by hand. */
      pinyin: text.nullable(),
      phone: text.nullable(),
      /** Whom to call first stands first. */
      emergencyContacts: z.array(person),
      instructions: text.nullable(),
      mailInstructions: text.nullable(),
      notes: text.nullable(),
    }),
    upcasts: {
      1: withMore({}, { emergencyContacts: [], mailInstructions: null, notes: null }),
      2: withMore({}, { pinyin: null }),
    },
  },
  /** The moved-out list was gone through: `closed` are the records that ended with it. */
  'tenant.moved_out': {
    version: 2,
    body: z.object({ closed: z.array(recordId) }),
    sealed: z.object({ carried: z.array(carried) }),
    // Version 1 said why under the tenant, always.
    upcasts: { 1: withMore({}) },
  },
} as const satisfies EventCatalogue;

/** Version 1 knew one authority for everything. */
function splitAuthority({ body: { mayAuthorise, ...body }, sealed }: EventContent): EventContent {
  return {
    body: { ...body, authorises: mayAuthorise === true ? [...AUTHORITIES] : [], active: true },
    sealed,
  };
}

export const contactEvents = {
  'contact.put': {
    version: 3,
    body: z.object({
      tenant: recordId.nullable(),
      unit: recordId.nullable(),
      authorises: z.array(z.enum(AUTHORITIES)),
      /** False once they work or live here no more. */
      active: z.boolean(),
    }),
    sealed: z.object({ name: text, pinyin: text.nullable(), phone: text.nullable() }),
    upcasts: { 1: splitAuthority, 2: withMore({}, { pinyin: null }) },
  },
} as const satisfies EventCatalogue;

export type PropertyEvent = OpenedEvent<typeof propertyEvents>;
export type DeskEvent = OpenedEvent<typeof deskEvents>;
export type UnitEvent = OpenedEvent<typeof unitEvents>;
export type TenantEvent = OpenedEvent<typeof tenantEvents>;
export type ContactEvent = OpenedEvent<typeof contactEvents>;
