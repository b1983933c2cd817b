// The visitors register's view: one row a visit, folded from its events.

export interface VisitTable {
  readonly id: number;
  number: string;
  state: string;
  desk: string;
  day: string;
  /** The fold's place: clock of the latest event in this row. */
  clock: number;
  name: string | null;
  document_type: string;
  document_masked: string | null;
  /** HMAC over document class and normalised number; the number itself is in no view. */
  document_index: string | null;
  document_expired: number;
  nationality: string | null;
  phone: string | null;
  company: string | null;
  purpose: string;
  host: number | null;
  host_name: string | null;
  /** JSON list of unit ids. */
  units: string;
  /** The units as the slip showed them. */
  unit_text: string | null;
  plate: string | null;
  items: string | null;
  remarks: string | null;
  verified_by: string;
  /** Why no document was taken at the arrival. */
  no_document: string | null;
  escorted: number;
  pass_code: number;
  pass_prints: number;
  expected_from: number | null;
  expected_until: number | null;
  valid_until: number | null;
  arrived_at: number | null;
  left_at: number | null;
  /** JSON list of stays `{in, inDesk, out, outDesk}`. */
  stays: string;
  /** JSON object: how each value came in. */
  origins: string;
  notice_version: number | null;
  host_confirmation: string;
  needs_help: number;
  /** Under 14, with this adult: only counted. */
  children: number;
  /** JSON object `{reason, at, note}` of who was turned away. */
  turned_away: string | null;
  /** The visit of the same day that the person was turned away from. */
  previous: number | null;
  /** Line of the paper kit. */
  paper_line: string | null;
  /** JSON list of turnstile cards `{number, state, at}`; null where it never had one. */
  cards: string | null;
  /** When everyone was marked out, for who has not come back since. */
  evacuated_at: number | null;
}

/** Which visit has a turnstile card that is not in the drawer. */
export interface HeldCardTable {
  readonly card: string;
  readonly visit: number;
  state: string;
}

/** A range of turnstile cards on file: `001` to `120` is prefix '', 1 to 120, 3 digits. */
export interface CardBatchTable {
  readonly id: number;
  prefix: string;
  first: number;
  last: number;
  digits: number;
  desk: string;
  clock: number;
}
