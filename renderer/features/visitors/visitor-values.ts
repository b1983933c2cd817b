// What a visitor's form holds, where its first values come from, and what is sent. Pure.
import { DOCUMENT_TYPES } from '../../../electron/api/identity.ts';
import type { CardReading, DocumentType, NoDocumentReason } from '../../../electron/api/identity.ts';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import type { HostConfirmation, Purpose } from '../../../electron/api/visit-states.ts';
import type { AmendForm, DenialForm, VisitorForm } from '../../../electron/api/visit-forms.ts';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { documentLike } from '../../app/document-shape.ts';
import type { Denial } from './denial-fields.tsx';
import type { Given } from './workplace.ts';

/** A unit in the form: its record, and the words that stand for it on the screen. */
export interface ChosenUnit {
  readonly id: number;
  readonly label: string;
  /** Came with the host, and goes with them; one that was chosen by itself stays. */
  readonly byHost?: true;
}

export interface VisitorValues {
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  documentEnd: CardReading['validTo'] | null;
  /** Why there is none; counts where no document is chosen. */
  noDocument: NoDocumentReason;
  nationality: string;
  phone: string;
  company: string;
  purpose: Purpose;
  host: number | null;
  hostName: string;
  units: readonly ChosenUnit[];
  plate: string;
  items: string;
  remarks: string;
  needsHelp: boolean;
  /** Digits, or nothing for none. */
  children: string;
  pass: PassKind;
  /** Number of the turnstile card, where that is the pass. */
  card: string;
  hostConfirmation: HostConfirmation;
}

export const PASS_KINDS = ['paper', 'card', 'none'] as const;
export type PassKind = (typeof PASS_KINDS)[number];

/** No document is chosen before one is shown: a walk-in with a name and a host is vouched for (registers.md §3). */
export const emptyValues: VisitorValues = {
  name: '',
  documentType: 'none',
  documentNumber: '',
  documentEnd: null,
  noDocument: 'notBrought',
  nationality: '',
  phone: '',
  company: '',
  purpose: 'visit',
  host: null,
  hostName: '',
  units: [],
  plate: '',
  items: '',
  remarks: '',
  needsHelp: false,
  children: '',
  pass: 'paper',
  card: '',
  hostConfirmation: 'none',
};

/**
 * The values of a visit for another form. Of its document only the kind comes along: its number never leaves the
 * backend whole, and counts on where none is typed.
 */
export function valuesOfVisit(visit: VisitDetail): VisitorValues {
  return {
    ...emptyValues,
    name: visit.name ?? '',
    documentType: visit.documentMasked === null ? 'none' : visit.documentType,
    noDocument: visit.noDocument ?? emptyValues.noDocument,
    nationality: visit.nationality ?? '',
    phone: visit.phone ?? '',
    company: visit.company ?? '',
    purpose: visit.purpose,
    host: visit.host,
    hostName: visit.hostName ?? '',
    units: chosenUnits(visit),
    plate: visit.plate ?? '',
    items: visit.items ?? '',
    remarks: visit.remarks ?? '',
    needsHelp: visit.needsHelp,
    children: visit.children === 0 ? '' : String(visit.children),
    // Whoever is expected was announced.
    hostConfirmation: visit.state === 'expected' ? 'expected' : 'none',
  };
}

/** The units of a visit with the words that stood on its slip. */
export function chosenUnits(visit: Pick<VisitDetail, 'units' | 'unitText'>): readonly ChosenUnit[] {
  const labels = visit.unitText?.split('、') ?? [];
  return visit.units.map((id, index) => ({ id, label: labels[index] ?? `#${id}` }));
}

/** Documents whose holder has another nationality worth writing down. */
export function asksNationality(type: DocumentType): boolean {
  return type === 'passport' || type === 'foreignerPermanentResidence';
}

/**
 * A number typed while no document is chosen is of the kind that it looks like; no number is needed for none. What was
 * chosen by hand stays, and so does the kind that the form `began` with.
 */
export function withDocumentNumber(
  values: VisitorValues,
  documentNumber: string,
  began: DocumentType = 'none',
): Partial<VisitorValues> {
  const { documentType } = values;
  const isProposed = documentType === 'none' || documentType === documentLike(values.documentNumber);
  const next = isProposed && began === 'none' ? (documentLike(documentNumber) ?? 'none') : documentType;
  return { documentNumber, ...ofKind(values, next) };
}

function ofKind(values: VisitorValues, documentType: DocumentType): Partial<VisitorValues> {
  const nationality = asksNationality(documentType) ? values.nationality : '';
  return { documentType, nationality, documentEnd: null };
}

export function withDocumentType(values: VisitorValues, chosen: string): Partial<VisitorValues> {
  const documentType = DOCUMENT_TYPES.find((type) => type === chosen) ?? 'none';
  const documentNumber = documentType === 'none' ? '' : values.documentNumber;
  return { documentNumber, ...ofKind(values, documentType) };
}

/** What the form was opened for, in its fields. */
export function withGiven(values: VisitorValues, given: Given): VisitorValues {
  const { place, documentNumber, ...typed } = given;
  const filled = { ...values, ...typed, ...(place ? withPlace(values, place) : {}) };
  return documentNumber === undefined ? filled : { ...filled, ...withDocumentNumber(filled, documentNumber) };
}

/**
 * A host from the book brings their unit, and what the host before brought goes; a unit alone is visited without a named
 * host. `brought` are the units that an earlier visit's host brought to it, which its record does not tell.
 */
export function withPlace(
  values: VisitorValues,
  place: PlaceMatch,
  brought: readonly number[] = [],
): Partial<VisitorValues> {
  const chosen = values.units.filter(({ id, byHost }) => byHost !== true && !brought.includes(id));
  const units = withUnit(chosen, place);
  return place.contact === null
    ? { host: null, hostName: '', units }
    : { host: place.contact, hostName: place.contactName ?? '', units: units.map(asBrought) };

  function asBrought(unit: ChosenUnit): ChosenUnit {
    return chosen.includes(unit) ? unit : { ...unit, byHost: true };
  }
}

/** Somebody else's name over a host of the book: what that one brought goes with them. */
export function withHostTyped(
  values: VisitorValues,
  hostName: string,
  brought: readonly number[] = [],
): Partial<VisitorValues> {
  if (values.host === null) return { hostName };
  const units = values.units.filter(({ id, byHost }) => byHost !== true && !brought.includes(id));
  return { host: null, hostName, units };
}

export function withUnit(units: readonly ChosenUnit[], place: PlaceMatch): readonly ChosenUnit[] {
  if (place.unit === null || units.some(({ id }) => id === place.unit)) return units;
  const label = [place.unitCode ?? `#${place.unit}`, place.tenantName].filter(Boolean).join(' ');
  return [...units, { id: place.unit, label }];
}

/** What goes to the backend, with how each value came in. `base` are the values that the form began with. */
export function toVisitorForm(
  values: VisitorValues,
  base: VisitorValues,
  card: CardReading | null,
): VisitorForm {
  const { units, pass, card: number, children, ...rest } = values;
  const byCard = card !== null && values.documentNumber === card.number;
  return {
    ...rest,
    units: units.map(({ id }) => id),
    children: children.trim() === '' ? 0 : Number(children),
    printPass: pass === 'paper',
    card: pass === 'card' ? number : null,
    verifiedBy: values.documentType === 'none' ? 'hostVouched' : byCard ? 'card' : 'document',
    origins: originsOf(values, base, card),
  };
}

/** Of somebody who is turned away only who they are is sent, whom they wanted to see, and why. */
export function toDenialForm(
  values: VisitorValues,
  base: VisitorValues,
  card: CardReading | null,
  denial: Denial,
): DenialForm {
  const form = toVisitorForm(values, base, card);
  const { verifiedBy: _v, printPass: _p, card: _c, hostConfirmation: _h, noDocument: _n, ...person } = form;
  return { ...person, ...denial };
}

/** An amendment: the document goes along only where it was typed or chosen anew, or stays as the book has it. */
export function toAmendForm(values: VisitorValues, base: VisitorValues, card: CardReading | null): AmendForm {
  const {
    documentType,
    documentNumber,
    documentEnd,
    verifiedBy,
    printPass: _print,
    card: _card,
    hostConfirmation: _asked,
    noDocument,
    ...person
  } = toVisitorForm(values, base, card);
  const same = values.documentNumber === '' && documentType === base.documentType;
  const document = { type: documentType, number: documentNumber, end: documentEnd, verifiedBy };
  const unchanged = same && noDocument === base.noDocument;
  return { ...person, document: same ? null : document, noDocument: unchanged ? null : (noDocument ?? null) };
}

const WITH_ORIGIN = [
  ...(['name', 'documentNumber', 'nationality', 'phone', 'company', 'hostName'] as const),
  ...(['plate', 'items', 'remarks'] as const),
];

function originsOf(
  values: VisitorValues,
  base: VisitorValues,
  card: CardReading | null,
): VisitorForm['origins'] {
  const onCard: Partial<Record<(typeof WITH_ORIGIN)[number], string | null>> = card
    ? { name: card.name, documentNumber: card.number, nationality: card.nationality }
    : {};
  const origins: VisitorForm['origins'] = {};
  for (const field of WITH_ORIGIN) {
    const value = values[field];
    if (value === '') continue;
    if (value === onCard[field]) origins[field] = 'card';
    else origins[field] = value === base[field] ? 'carriedOver' : 'typed';
  }
  return origins;
}
