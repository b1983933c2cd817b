// Reference data as events: the property, its desks and units, tenants and their contacts. Each `put` is the whole.
import { z } from 'zod';
import { recordId } from '../../api/call.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';

const text = z.string();

export const propertyEvents = {
  'property.put': {
    version: 1,
    body: z.object({
      code: text,
      nameZh: text,
      nameEn: text,
      address: text,
      timeZone: text,
      slipFooterZh: text,
      slipFooterEn: text,
      sample: z.boolean(),
    }),
    sealed: null,
  },
} as const satisfies EventCatalogue;

export const deskEvents = {
  'desk.put': {
    version: 1,
    body: z.object({
      code: text,
      nameZh: text,
      nameEn: text,
      opens: text.nullable(),
      closes: text.nullable(),
    }),
    sealed: null,
  },
} as const satisfies EventCatalogue;

const UNIT_KINDS = ['office', 'flat', 'shop', 'vacant', 'plant'] as const;

export const unitEvents = {
  'unit.put': {
    version: 1,
    body: z.object({
      code: text,
      building: text,
      floor: z.int(),
      kind: z.enum(UNIT_KINDS),
      tenant: recordId.nullable(),
    }),
    sealed: null,
  },
} as const satisfies EventCatalogue;

const TENANT_STATUSES = ['movingIn', 'inResidence', 'movedOut'] as const;

export const tenantEvents = {
  'tenant.put': {
    version: 1,
    body: z.object({ status: z.enum(TENANT_STATUSES) }),
    sealed: z.object({
      nameZh: text,
      nameEn: text,
      shortName: text.nullable(),
      phone: text.nullable(),
      instructions: text.nullable(),
    }),
  },
} as const satisfies EventCatalogue;

export const contactEvents = {
  'contact.put': {
    version: 1,
    body: z.object({
      tenant: recordId.nullable(),
      unit: recordId.nullable(),
      mayAuthorise: z.boolean(),
    }),
    sealed: z.object({ name: text, phone: text.nullable() }),
  },
} as const satisfies EventCatalogue;

export type PropertyEvent = OpenedEvent<typeof propertyEvents>;
export type DeskEvent = OpenedEvent<typeof deskEvents>;
export type UnitEvent = OpenedEvent<typeof unitEvents>;
export type TenantEvent = OpenedEvent<typeof tenantEvents>;
export type ContactEvent = OpenedEvent<typeof contactEvents>;
