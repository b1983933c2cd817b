// Who a visitor is, with which document and on what errand, as the visit's events say.
import type { DocumentType } from '../../../api/identity.ts';
import type { Purpose } from '../../../api/visit-states.ts';
import type { FoldTools } from '../../journal/projector.ts';
import { documentKind, maskDocumentNumber } from '../../shared/document-number.ts';
import type { VisitEvent } from './visitors.events.ts';

/** Personal fields are null where the record was erased or is locked. */
export interface Person {
  readonly name: string | null;
  readonly documentType: DocumentType;
  readonly documentMasked: string | null;
  readonly documentIndex: string | null;
  readonly nationality: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly purpose: Purpose;
  readonly host: number | null;
  readonly hostName: string | null;
  readonly units: readonly number[];
  readonly unitText: string | null;
  readonly plate: string | null;
  readonly items: string | null;
  readonly remarks: string | null;
  readonly origins: Readonly<Record<string, string>>;
  readonly needsHelp: boolean;
  /** Under 14, with this adult; no person of their own. */
  readonly children: number;
}

/** An event that begins a visit, or has the whole form again. */
export type Introduced = Extract<VisitEvent, { type: 'visit.expected' | 'visit.arrived' | 'visit.denied' }>;
export type Amended = Extract<VisitEvent, { type: 'visit.amended' }>;

/** Of whom nothing can be read: erased or locked. */
const nobody = {
  ...{ name: null, nationality: null, phone: null, company: null, hostName: null, unitText: null },
  ...{ plate: null, items: null, remarks: null, needsHelp: false },
} as const satisfies Partial<Person>;

/** Whoever has not been introduced yet. */
export const STRANGER = {
  ...{ ...nobody, documentMasked: null, documentIndex: null },
  ...{ host: null, units: [], origins: {}, children: 0 },
} as const satisfies Partial<Person>;

export function introduce(event: Introduced, tools: FoldTools): Person {
  const { children, documentType } = event.body;
  const needsHelp = event.sealed?.needsHelp ?? false;
  return { ...said(event), needsHelp, children, ...documentOf(documentType, event, tools) };
}

/** What the program that wrote the amendment did not know of stays, and so does a document that it leaves as it is. */
export function amendPerson(person: Person, event: Amended, tools: FoldTools): Person {
  const { body, sealed } = event;
  const needsHelp = sealed === null ? false : (sealed.needsHelp ?? person.needsHelp);
  const children = body.children ?? person.children;
  const document = body.document && documentOf(body.document.type, event, tools);
  return { ...person, ...said(event), needsHelp, children, ...document };
}

function said({ body, sealed }: Introduced | Amended) {
  const { purpose, host, units, origins } = body;
  const { name, nationality, phone, company, hostName, unitText, plate, items, remarks } = sealed ?? nobody;
  return {
    ...{ purpose, host, units, origins, name, nationality, phone, company, hostName, unitText },
    ...{ plate, items, remarks },
  };
}

function documentOf(type: DocumentType, { sealed }: Introduced | Amended, tools: FoldTools) {
  const number = sealed?.documentNumber ?? null;
  return {
    documentType: type,
    documentMasked: number === null ? null : maskDocumentNumber(number),
    documentIndex: number === null ? null : tools.blindIndex(documentKind(type), number),
  };
}
