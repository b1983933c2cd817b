// A borrower as the fold of their events: the latest `put`, and the latest document.
import type { BorrowerKind } from '../../api/borrowers.contract.ts';
import type { DocumentType } from '../../api/identity.ts';
import type { FoldTools, Folded } from '../journal/projector.ts';
import { documentKind, maskDocumentNumber } from '../shared/document-number.ts';
import type { BorrowerEvent } from './borrowers.events.ts';

/** Personal fields, and whom it stands for, are null where the record was erased or is locked. */
export interface Borrower {
  readonly kind: BorrowerKind;
  readonly contact: number | null;
  readonly staff: number | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly unit: number | null;
  readonly documentType: DocumentType | null;
  readonly documentMasked: string | null;
  readonly documentIndex: string | null;
  readonly clock: number;
}

const nobody = { contact: null, staff: null, name: null, phone: null, company: null, unit: null };
const noDocument = { documentType: null, documentMasked: null, documentIndex: null };

export function foldBorrower(
  before: Borrower | null,
  event: BorrowerEvent,
  tools: FoldTools,
): Folded<Borrower> {
  const { clock } = event;
  if (event.type === 'borrower.put') {
    const { documentType, documentMasked, documentIndex } = before ?? noDocument;
    const shown = { kind: event.body.kind, ...(event.sealed ?? nobody) };
    return { state: { ...shown, documentType, documentMasked, documentIndex, clock } };
  }
  if (before === null) return { state: null, issue: 'NO_BEGINNING' };
  const type = event.body.documentType;
  const number = event.sealed?.documentNumber ?? null;
  return {
    state: {
      ...before,
      documentType: type,
      documentMasked: number === null ? null : maskDocumentNumber(number),
      documentIndex: number === null ? null : tools.blindIndex(documentKind(type), number),
      clock,
    },
  };
}
