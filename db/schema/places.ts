// Places: property, desks, units, tenants and their contacts, as views of the reference events.

export interface PropertyTable {
  readonly id: number;
  code: string;
  name_zh: string;
  name_en: string;
  address: string;
  time_zone: string;
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
  kind: string;
  tenant: number | null;
  clock: number;
}

export interface TenantTable {
  readonly id: number;
  name_zh: string | null;
  name_en: string | null;
  short_name: string | null;
  phone: string | null;
  status: string;
  instructions: string | null;
  clock: number;
}

export interface ContactTable {
  readonly id: number;
  name: string | null;
  phone: string | null;
  tenant: number | null;
  unit: number | null;
  may_authorise: number;
  clock: number;
}
