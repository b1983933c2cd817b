// Shows a document's whole number for half a minute: with a reason, by or with the approval of a supervisor, on record.
import type { visitErrors } from '../../../api/visit-states.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import type { CorrectionsParts } from './visitors.corrections.ts';
import { readDocumentNumber } from './visitors.documents.ts';
import { visitEvents } from './visitors.events.ts';
import { findVisit } from './visitors.store.ts';

interface RevealInput {
  readonly commandId: string;
  readonly visit: number;
  readonly reason: string;
  readonly approval: string | null;
}

/** `until` in UTC ms. Throws a `Refusal` named in the contract, with nothing written or shown, where the rules say no. */
export type RevealDocument = (actor: Actor, input: RevealInput) => { documentNumber: string; until: number };

/** In ms (registers.md §10). */
const SHOWN_MS = 30_000;

const refuse = refusals<typeof visitErrors>();

/** The number is read after the commit: answers of commands are kept, and hold nothing personal. */
export function createRevealDocument(parts: CorrectionsParts): RevealDocument {
  const { journal, database, clock, approvals } = parts;
  return (actor, input) => {
    const { visit, reason, approval, commandId } = input;
    const { until } = journal.command({ action: 'visitors.reveal', input }, actor.author, (command) => {
      const found = findVisit(command.tx, visit);
      if (!found) throw refuse.notFound('visit');
      if (found.documentMasked === null) throw refuse('NO_DOCUMENT', undefined);
      approvals.use(command, actor, { right: 'visits.reveal', record: visit, commandId }, approval);
      command.append(visitEvents, visit, {
        type: 'visit.document_revealed',
        body: {},
        sealed: { reason },
      });
      return { until: clock.now() + SHOWN_MS };
    });
    approvals.spend(approval);
    if (until <= clock.now()) throw refuse('REVEAL_OVER', undefined);
    const documentNumber = readDocumentNumber(parts, database.db, visit);
    if (documentNumber === null) throw refuse('NO_DOCUMENT', undefined);
    return { documentNumber, until };
  };
}
