// What can happen to a borrower: put on file by their first loan and whenever they changed, and what document they showed.
import { z } from 'zod';
import { BORROWER_KINDS } from '../../api/borrowers.contract.ts';
import { recordId } from '../../api/call.ts';
import { documentType } from '../../api/identity.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';

export const borrowerEvents = {
  /** The whole of it but the document. Which contact or colleague it is, and their unit, say who: they go with the name. */
  'borrower.put': {
    version: 1,
    body: z.object({ kind: z.enum(BORROWER_KINDS) }),
    sealed: z.object({
      contact: recordId.nullable(),
      staff: recordId.nullable(),
      name: z.string(),
      phone: z.string().nullable(),
      company: z.string().nullable(),
      unit: recordId.nullable(),
    }),
  },
  /** They showed a document, which was written down and given back. */
  'borrower.document_shown': {
    version: 1,
    body: z.object({ documentType }),
    sealed: z.object({ documentNumber: z.string() }),
  },
} as const satisfies EventCatalogue;

export type BorrowerEvent = OpenedEvent<typeof borrowerEvents>;
