// Places on file, as admins and supervisors keep them: property, desks, units, tenants and their contacts.
import { z } from 'zod';
import { historyEntry } from './history.ts';
import { callFor, commandId, instant, line, noInput, passage, recordId, shownText } from './call.ts';

export const UNIT_KINDS = ['office', 'flat', 'shop', 'vacant', 'plant'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const TENANT_STATUSES = ['movingIn', 'inResidence', 'movedOut'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];
/** What a contact may say yes to for the tenant: a key lent, goods carried out. */
export const AUTHORITIES = ['keys', 'goods'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Local `HH:MM`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Of a record as it was read; an edit names it, and is refused where somebody else was faster. */
const revision = z.int().nonnegative();
const MOST_DESKS = 10;
const MOST_CALLEES = 5;

/** A line of words that may be empty. */
const words = (max: number) => line(max).transform((text) => text ?? '');

/** The names of the fields are the names that errors carry. */
export const propertyForm = z.object({
  nameZh: shownText(60),
  nameEn: shownText(60),
  address: words(200),
  /** IANA zone. */
  timeZone: z.string().max(60),
  slipHeaderZh: words(60),
  slipHeaderEn: words(60),
  slipFooterZh: words(60),
  slipFooterEn: words(60),
});

export const deskForm = z.object({
  code: z.string().regex(/^[A-Z0-9]{1,6}$/),
  nameZh: shownText(60),
  nameEn: shownText(60),
  location: line(60),
  /** Both null in a lobby that never closes. */
  opens: time.nullable(),
  closes: time.nullable(),
});

export const unitForm = z.object({
  code: shownText(20),
  building: words(20),
  /** Below ground is negative: B1 is -1. */
  floor: z.int().min(-20).max(200),
  room: line(20),
  kind: z.enum(UNIT_KINDS),
  tenant: recordId.nullable(),
});

/** How a name is read, by hand: letters, with a blank between syllables (`ge zhi qiang`). */
const pinyin = line(120)
  .pipe(
    z
      .string()
      .regex(/^[a-zü' ]+$/iu)
      .nullable(),
  )
  .default(null);

export const emergencyContact = z.object({ name: shownText(60), phone: shownText(30) });

export const tenantForm = z.object({
  nameZh: shownText(100),
  nameEn: words(100),
  shortName: line(30),
  pinyin,
  phone: line(30),
  status: z.enum(TENANT_STATUSES),
  /** Whom to call first stands first. */
  emergencyContacts: z.array(emergencyContact).max(MOST_CALLEES),
  instructions: passage(300),
  mailInstructions: passage(300),
  notes: passage(1000),
});
export type TenantForm = z.input<typeof tenantForm>;

export const contactForm = z.object({
  name: shownText(100),
  pinyin,
  phone: line(30),
  tenant: recordId.nullable(),
  unit: recordId.nullable(),
  authorises: z.array(z.enum(AUTHORITIES)).max(AUTHORITIES.length),
  /** False once they work or live here no more: they are no host from then on. */
  active: z.boolean(),
});

/** What is read back was once typed under other limits, or is gone: rows hold plain text. */
const onFile = { id: recordId, revision };
const text = z.string();
/** Names as they are read, syllables with blanks between: as it was corrected by hand, and as the program reads them. */
const readings = z.array(text);
const propertyRow = z.object({
  ...{ ...onFile, code: text, nameZh: text, nameEn: text, address: text, timeZone: text },
  ...{ slipHeaderZh: text, slipHeaderEn: text, slipFooterZh: text, slipFooterEn: text },
});
const deskRow = z.object({
  ...{ ...onFile, code: text, nameZh: text, nameEn: text, location: text.nullable() },
  ...{ opens: text.nullable(), closes: text.nullable() },
  /** Its code stands in numbers that were given out, or on staff: it stays as it is. */
  frozen: z.boolean(),
  /** The desk of this installation. */
  own: z.boolean(),
});
const unitRow = z.object({
  ...{ ...onFile, code: text, building: text, floor: z.int(), room: text.nullable() },
  ...{ kind: z.enum(UNIT_KINDS), tenant: recordId.nullable(), tenantName: text.nullable() },
  /** How the tenant's names are read. */
  readings,
});
const tenantRow = z.object({
  /** Names are null where the record was erased or is locked. */
  ...{ ...onFile, nameZh: text.nullable(), nameEn: text.nullable(), shortName: text.nullable() },
  ...{ phone: text.nullable(), status: z.enum(TENANT_STATUSES), pinyin: text.nullable(), readings },
  emergencyContacts: z.array(z.object({ name: text, phone: text })),
  ...{ instructions: text.nullable(), mailInstructions: text.nullable(), notes: text.nullable() },
  /** What stayed open when they moved out. */
  /** `remark` is null once whom it was about was erased. */
  carried: z.array(z.object({ record: recordId, number: text, remark: text.nullable() })),
  /** Codes of their units. */
  units: z.array(text),
});
const contactRow = z.object({
  ...{ ...onFile, name: text.nullable(), phone: text.nullable(), tenant: recordId.nullable() },
  ...{ unit: recordId.nullable(), authorises: z.array(z.enum(AUTHORITIES)), active: z.boolean() },
  ...{ tenantName: text.nullable(), unitCode: text.nullable(), pinyin: text.nullable(), readings },
});
export type PropertyRow = z.output<typeof propertyRow>;
export type DeskRow = z.output<typeof deskRow>;
export type UnitRow = z.output<typeof unitRow>;
export type TenantRow = z.output<typeof tenantRow>;
export type ContactRow = z.output<typeof contactRow>;

/** Something that is still open under a tenant; `closable`: it can end with the tenancy, whatever else is carried. */
const openItem = z.object({
  record: recordId,
  register: z.string(),
  state: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  /** In English, where things have names in both languages. */
  titleEn: z.string().optional(),
  place: z.string().nullable(),
  at: instant.nullable(),
  closable: z.boolean(),
});
export type OpenItem = z.infer<typeof openItem>;

/** Carried items say why. */
const decision = z.discriminatedUnion('how', [
  z.object({ how: z.literal('close'), record: recordId }),
  z.object({ how: z.literal('carry'), record: recordId, remark: shownText(200) }),
]);

export const placesFileErrors = {
  /** Somebody has changed it since it was read: `changed` are the fields that are not as they were. */
  CHANGED_MEANWHILE: { data: z.object({ revision, changed: z.array(z.string()) }) },
  CODE_TAKEN: { data: z.object({ field: z.literal('code') }) },
  CODE_FROZEN: { data: z.object({ field: z.literal('code') }) },
  TOO_MANY_DESKS: { data: z.object({ most: z.literal(MOST_DESKS) }) },
  FIELD_WRONG: { data: z.object({ field: z.enum(['timeZone', 'closes', 'kind', 'tenant', 'unit']) }) },
  /** Moving out is more than a word: the moved-out list does it. */
  MOVE_OUT_NEEDED: { data: z.object({ field: z.literal('status') }) },
  /** What is open under the tenant is not what was decided about: read it anew. */
  LIST_CHANGED: {},
} as const;

const changed = z.object({ id: recordId });
const setUp = callFor('places.manage').errors(placesFileErrors);
const keep = callFor('tenants.manage').errors(placesFileErrors);
const look = callFor('tenants.read');
/** Null in `record` puts something new on file; its revision is null too. */
const put = { commandId, record: recordId.nullable(), revision: revision.nullable() };

export const placesFileContract = {
  propertyFile: callFor('places.manage').input(noInput).output(propertyRow.nullable()),
  putProperty: setUp.input(propertyForm.extend({ commandId, revision })).output(changed),
  desks: callFor('places.manage').input(noInput).output(z.array(deskRow)),
  putDesk: setUp.input(deskForm.extend(put)).output(changed),
  units: look.input(noInput).output(z.array(unitRow)),
  putUnit: setUp.input(unitForm.extend(put)).output(changed),
  tenants: look.input(noInput).output(z.array(tenantRow)),
  putTenant: keep.input(tenantForm.extend(put)).output(changed),
  contacts: look.input(noInput).output(z.array(contactRow)),
  putContact: keep.input(contactForm.extend(put)).output(changed),
  /** Of a property, desk, unit, tenant or contact: who put which value in the place of which, and when. */
  history: look.input(z.object({ record: recordId })).output(z.array(historyEntry)),
  /** The moved-out list 退租清单: what is still open under a tenant. */
  openUnder: callFor('tenants.manage')
    .input(z.object({ tenant: recordId }))
    .output(z.array(openItem)),
  /** Every open item is closed or carried, the units become vacant, and the tenant has moved out. */
  moveOut: keep
    .input(z.object({ commandId, tenant: recordId, revision, decisions: z.array(decision).max(500) }))
    .output(changed),
};
