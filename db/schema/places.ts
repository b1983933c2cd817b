// Places: property, desks, units, tenants and their contacts, as views of the reference events.

export interface PropertyTable {
  readonly id: number;
  code: string;
  name_zh: string;
  name_en: string;
  address: string;
  time_zone: string;
  slip_header_zh: string;
  slip_header_en: string;
  slip_footer_zh: string;
  slip_footer_en: string;
  sample: number;
  clock: number;
}

export interface DeskTable {
  readonly id: number;
  code: string;
  name_zh: string;
  name_en: string;
  location: string | null;
  /** Local `HH:MM`; both null in a lobby that never closes. */
  opens: string | null;
  closes: string | null;
  clock: number;
}

export interface UnitTable {
  readonly id: number;
  code: string;
  building: string;
  floor: number;
  room: string | null;
  kind: string;
  tenant: number | null;
  clock: number;
}

export interface TenantTable {
  readonly id: number;
  name_zh: string | null;
  name_en: string | null;
  short_name: string | null;
  /** How it is read, where the program reads it wrongly; syllables with blanks between. */
  pinyin: string | null;
  phone: string | null;
  status: string;
  /** JSON list of `{name, phone}`, whom to call first in front. */
  emergency_contacts: string;
  instructions: string | null;
  mail_instructions: string | null;
  notes: string | null;
  /** JSON list of `{record, number, remark}`: what stayed open when they moved out. */
  carried: string;
  clock: number;
}

export interface ContactTable {
  readonly id: number;
  name: string | null;
  /** How it is read, where the program reads it wrongly; syllables with blanks between. */
  pinyin: string | null;
  phone: string | null;
  tenant: number | null;
  unit: number | null;
  /** Bits: 1 keys, 2 goods. */
  may_authorise: number;
  active: number;
  clock: number;
}
