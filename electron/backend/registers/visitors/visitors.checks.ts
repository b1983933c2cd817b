// What several actions check before they append: who they say they are, whom they ask for, where the visit stands.
import type { DocumentType } from '../../../api/identity.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Purpose, visitErrors } from '../../../api/visit-states.ts';
import { documentKind } from '../../shared/document-number.ts';
import { writtenName } from '../../shared/person-name.ts';
import { findAlike, type AlikeQuestion } from './visitors.alike.ts';
import type { VisitorSealed } from './visitors.events.ts';
import { judgeIdentity, type IdentityClaim } from './visitors.rules.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import type { StoredVisit } from './visitors.row.ts';
import { findDenied, findVisit, listOpenByDocument } from './visitors.store.ts';

const refuse = refusals<typeof visitErrors>();

/**
 * Judges the identity and makes sure that its document is not on site already, `except` for this visit, or for `any`
 * where the visit is not on site itself.
 */
export function checkedIdentity(
  parts: VisitorsParts,
  command: Command,
  input: IdentityClaim & { readonly purpose: Purpose },
  except: number | 'any' | null,
): { documentNumber: string | null; documentIndex: string | null; today: string } {
  const today = parts.calendar().dayOf(parts.clock.now());
  const { documentNumber } = judged(judgeIdentity(input, today));
  if (documentNumber === null && parts.policies.value('document.asked')[input.purpose] === 'required') {
    throw refuse('DOCUMENT_REQUIRED', { field: 'documentNumber' });
  }
  const documentIndex = indexOf(parts, input.documentType, documentNumber);
  if (except !== 'any') refuseTwice(command.tx, documentIndex, except);
  return { documentNumber, documentIndex, today };
}

/** The blind index of a sound number; null where there is none. */
export function indexOf(
  { journal }: VisitorsParts,
  type: DocumentType,
  documentNumber: string | null,
): string | null {
  return documentNumber === null
    ? null
    : journal.projection.tools.blindIndex(documentKind(type), documentNumber);
}

/** Nobody is on site twice: the open visit is named instead. */
export function refuseTwice(db: Db, documentIndex: string | null, except: number | null): void {
  if (documentIndex === null) return;
  const open = listOpenByDocument(db, documentIndex).find(
    (visit) => visit.state === 'on_site' && visit.id !== except,
  );
  if (open) throw refuse('ALREADY_ON_SITE', { visit: open.id, number: open.number });
}

/** Somebody alike is offered before a second record exists, unless the desk has looked: SAME_PERSON names the visits. */
export function refuseAlike(
  { clock, calendar }: VisitorsParts,
  db: Db,
  question: AlikeQuestion & { readonly anotherPerson: boolean },
): void {
  if (question.anotherPerson) return;
  const alike = findAlike(db, question, { now: clock.now(), calendar: calendar() });
  if (alike.length > 0) throw refuse('SAME_PERSON', { visits: alike.map(({ id }) => id) });
}

/** Whoever is asked for must be on file. Throws UNKNOWN_PLACE with the field. */
export function checkPlaces(
  parts: VisitorsParts,
  input: { readonly host: number | null; readonly units: readonly number[] },
): void {
  const { host, units } = input;
  if (host !== null && !parts.contactExists(host)) throw refuse('UNKNOWN_PLACE', { field: 'host' });
  if (!units.every((unit) => parts.unitExists(unit))) throw refuse('UNKNOWN_PLACE', { field: 'units' });
}

/** Who opened a form that somebody else confirms; null where that is nobody else, or nobody on file. */
export function beganBy(
  { staffExists }: VisitorsParts,
  { author }: Command,
  claimed: number | null,
): number | null {
  return claimed !== null && claimed !== author.staff && staffExists(claimed) ? claimed : null;
}

/** The visit of this day that the person was turned away from, by document or phone; null where there is none. */
export function turnedAwayBefore(
  { calendar, clock }: VisitorsParts,
  { tx }: Command,
  person: { readonly documentIndex: string | null; readonly phone: string | null },
): number | null {
  return findDenied(tx, calendar().dayOf(clock.now()), person) ?? null;
}

/** What a form holds of a person. */
type Personal = Omit<VisitorSealed, 'unitText'> & { readonly units: readonly number[] };

/** The personal half of a form, with the units as a slip shows them now. */
export function sealedOf(parts: VisitorsParts, input: Personal): VisitorSealed {
  const { documentNumber, nationality, phone, company, hostName, plate, items, remarks } = input;
  const { needsHelp } = input;
  const name = writtenName(input.name);
  const unitText = parts.unitText(input.units);
  return {
    name,
    documentNumber,
    nationality,
    phone,
    company,
    hostName,
    unitText,
    plate,
    items,
    remarks,
    needsHelp,
  };
}

/** The visit, where it stands in one of these states. Throws NOT_FOUND or WRONG_STATE. */
export function visitInState(db: Db, id: number, states: readonly StoredVisit['state'][]): StoredVisit {
  const visit = findVisit(db, id);
  if (!visit) throw refuse.notFound('visit');
  if (!states.includes(visit.state)) throw refuse('WRONG_STATE', { visit: id, state: visit.state });
  return visit;
}

export function judged(verdict: ReturnType<typeof judgeIdentity>): { documentNumber: string | null } {
  if (verdict.ok) return verdict;
  throw verdict.code === 'FIELD_NEEDED'
    ? refuse('FIELD_NEEDED', { field: verdict.field })
    : refuse('DOCUMENT_NUMBER_WRONG', { field: 'documentNumber', reason: verdict.reason });
}
