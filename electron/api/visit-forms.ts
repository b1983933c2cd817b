// What is typed about a visitor: the forms of an arrival, an announcement, an amendment and a denial.
import { z } from 'zod';
import { instant, line, recordId, shownText } from './call.ts';
import { ORIGINS } from './history.ts';
import { documentEnd, documentType, noDocumentReason, verification } from './identity.ts';
import { cardText } from './turnstile-cards.contract.ts';
import { denialReason, hostConfirmation, PURPOSES } from './visit-states.ts';

/** The fields whose origin is kept; a closed list, since it stands unsealed in the journal. */
export const ORIGIN_FIELDS = [
  ...(['name', 'documentType', 'documentNumber', 'documentEnd', 'nationality', 'phone', 'company'] as const),
  ...(['purpose', 'host', 'hostName', 'units', 'plate', 'items', 'remarks', 'verifiedBy'] as const),
] as const;
const origins = z.partialRecord(z.enum(ORIGIN_FIELDS), z.enum(ORIGINS));

const MOST_CHILDREN = 20;

/** What is written down about a visitor besides their document. */
const personFields = {
  name: shownText(100),
  nationality: line(60),
  phone: line(30),
  company: line(100),
  purpose: z.enum(PURPOSES),
  /** A contact of a tenant; where the host is nobody on file, the name alone is kept. */
  host: recordId.nullable(),
  hostName: line(100),
  units: z.array(recordId).max(20),
  plate: line(20),
  items: line(200),
  remarks: line(500),
  /** Cannot leave the building without help 需要协助; stands on the evacuation list. */
  needsHelp: z.boolean().default(false),
  /** Under 14, with this adult: only counted. */
  children: z.int().min(0).max(MOST_CHILDREN).default(0),
  origins,
};

/** For an arrival and for a pre-registration alike. */
const visitorFields = {
  ...personFields,
  documentType,
  documentNumber: line(40),
  documentEnd: documentEnd.nullable(),
};

/** Somebody of this name or phone is here or announced, and the desk has looked: it is another person. */
const anotherPerson = z.boolean().default(false);

/** Whoever opened the form, where somebody else confirms it. */
const begunBy = recordId.nullable().default(null);

/** The fields of the form; its names are the names that the errors carry. */
export const visitorForm = z.object({
  ...visitorFields,
  verifiedBy: verification,
  printPass: z.boolean(),
  hostConfirmation: hostConfirmation.default('none'),
  /** Why there is no document; kept where no number is given. */
  noDocument: noDocumentReason.default('notBrought'),
  /** Until when the pass holds (UTC ms); null for what the policies say (call `validity`). */
  validUntil: instant.nullable().default(null),
  /** The turnstile card 临时卡 that goes with the visitor; null for none. */
  card: cardText.default(null),
  ...{ anotherPerson, begunBy },
  /** When the person truly came, for an entry typed late 补录 (UTC ms); null for now. */
  arrivedAt: instant.nullable().default(null),
  /** When they left again, for an entry of a visit that is over by now (UTC ms); null for who is here. */
  leftAt: instant.nullable().default(null),
  /** The line of the paper kit that the arrival was written on; null where it was not. */
  paperLine: line(20).default(null),
});
export type VisitorForm = z.input<typeof visitorForm>;

/** The form of an amendment 更正: the same fields, no pass and no time. */
export const amendForm = z.object({
  ...personFields,
  begunBy,
  /** Null leaves document and verification as they are: the desk does not see the number again. */
  document: z
    .object({ type: documentType, number: line(40), end: documentEnd.nullable(), verifiedBy: verification })
    .nullable(),
  /** Why there is none; null leaves it as it is. */
  noDocument: noDocumentReason.nullable().default(null),
});
export type AmendForm = z.input<typeof amendForm>;

/** `passOutdated`: they are inside, and the pass that was printed says something else. */
export const correctedVisit = z.object({ id: recordId, passOutdated: z.boolean() });

export const expectedForm = z.object({
  ...visitorFields,
  ...{ anotherPerson, begunBy },
  expectedFrom: instant,
  expectedUntil: instant,
});
export type ExpectedForm = z.input<typeof expectedForm>;

/** `note` is needed where the reason is `other`. */
export const denial = { reason: denialReason, note: line(200).default(null) };

/** Whoever stands at the desk and is turned away 不予放行; a document that is wrong is written down as it was shown. */
export const denialForm = z.object({ ...visitorFields, ...denial, begunBy });
export type DenialForm = z.input<typeof denialForm>;
