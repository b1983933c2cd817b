// Identity documents: the kinds a visitor may present, and how one was verified.
import { z } from 'zod';

export const DOCUMENT_TYPES = [
  'residentId',
  'foreignerPermanentResidence',
  'hmtResidencePermit',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'passport',
  'policeCard',
  'militaryCard',
  'drivingLicence',
  'workCard',
  'electronicId',
  'other',
  'none',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
export const documentType = z.enum(DOCUMENT_TYPES);

/** The document's last day, or a card without end (长期). */
export const documentEnd = z.union([z.iso.date(), z.literal('longTerm')]);

/** `hostVouched`: no document; the host came down and vouched, and the pass says 须陪同 (registers.md §3). */
export const VERIFICATIONS = ['card', 'document', 'hostVouched', 'none'] as const;
export type Verification = (typeof VERIFICATIONS)[number];
export const verification = z.enum(VERIFICATIONS);

/** Why no document was taken at an arrival: forgotten, not shown, none at all (the old, say), or known to the host. */
export const NO_DOCUMENT_REASONS = ['notBrought', 'declined', 'hasNone', 'knownToHost'] as const;
export const noDocumentReason = z.enum(NO_DOCUMENT_REASONS);
export type NoDocumentReason = z.infer<typeof noDocumentReason>;

/** What an ID card said, as the window may show it for comparison. Only name, number and validity are ever kept. */
export const cardReading = z.object({
  documentType,
  name: z.string(),
  englishName: z.string().nullable(),
  /** Null where policy has it not shown, as are birth date and address. */
  sex: z.enum(['unknown', 'male', 'female', 'notStated']).nullable(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
  number: z.string(),
  nationality: z.string().nullable(),
  validTo: documentEnd,
  expired: z.boolean(),
  /** Why the name should be typed or looked at: it has a blank, a private character, or fills the card's 15 places. */
  nameFlag: z.enum(['blank', 'privateUse', 'cutAt15']).nullable(),
  /** The person's visit that is expected or on site; the window opens it instead of a new one. */
  visit: z.object({ id: z.int(), state: z.enum(['expected', 'on_site']) }).nullable(),
});
export type CardReading = z.infer<typeof cardReading>;
