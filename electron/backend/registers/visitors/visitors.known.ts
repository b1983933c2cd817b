// Recognises a returning visitor by document or phone: the search finds candidates, the visit itself is the proof.
import type { DocumentType } from '../../../api/identity.ts';
import type { LastVisit } from '../../../api/visitors.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { FoldTools } from '../../journal/projector.ts';
import { documentKind, normaliseDocumentNumber } from '../../shared/document-number.ts';
import type { StoredVisit } from './visitors.row.ts';
import { findVisit } from './visitors.store.ts';

export interface KnownParts {
  readonly db: Db;
  readonly tools: FoldTools;
  /** Visits that a whole document number or phone may belong to, newest first. */
  readonly findVisits: (text: string) => Promise<readonly number[]>;
}

export interface Person {
  readonly documentType: DocumentType | null;
  readonly documentNumber: string | null;
  readonly phone: string | null;
}

/** The person's latest visit that was not voided; null for somebody new, and where too little was given. */
export async function findKnown(parts: KnownParts, person: Person): Promise<LastVisit | null> {
  const byDocument = await latestOf(parts, person.documentNumber, (visit) =>
    isDocumentOf(visit, person, parts.tools),
  );
  const found = byDocument ?? (await latestOf(parts, person.phone, (visit) => visit.phone === person.phone));
  if (!found) return null;
  const { id, arrivedAt, company, purpose, host, hostName, units, unitText } = found;
  return { visit: id, arrivedAt, company, purpose, host, hostName, units: [...units], unitText };
}

/** Shorter texts are beginnings and tails, which many share. */
const SHORTEST = 8;

async function latestOf(
  { db, findVisits }: KnownParts,
  text: string | null,
  isTheirs: (visit: StoredVisit) => boolean,
): Promise<StoredVisit | null> {
  if (text === null || text.length < SHORTEST) return null;
  const visits = (await findVisits(text)).flatMap((id) => findVisit(db, id) ?? []);
  return visits.find((visit) => visit.state !== 'voided' && isTheirs(visit)) ?? null;
}

/** The blind index that a whole number of this kind would stand under, sound or not. */
export function wholeIndex(tools: FoldTools, type: DocumentType, number: string): string {
  return tools.blindIndex(documentKind(type), normaliseDocumentNumber(number));
}

function isDocumentOf(
  visit: StoredVisit,
  { documentType, documentNumber }: Person,
  tools: FoldTools,
): boolean {
  if (documentType === null || documentNumber === null) return false;
  return visit.documentIndex === wholeIndex(tools, documentType, documentNumber);
}
