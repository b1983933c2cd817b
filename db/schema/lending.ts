// Lending: who borrows, what they are found by, and what was signed for on the screen.

export interface BorrowerTable {
  readonly id: number;
  kind: string;
  /** The contact or colleague that this borrower is; null for others, and where the record was erased. */
  contact: number | null;
  staff: number | null;
  name: string | null;
  phone: string | null;
  /** The phone's digits, without the country code of the mainland. */
  phone_key: string | null;
  company: string | null;
  unit: number | null;
  document_type: string | null;
  document_masked: string | null;
  /** HMAC over document class and normalised number; the number itself is in no view. */
  document_index: string | null;
  /** JSON list: what `borrower_word` holds of them, so that it can be taken back whatever program wrote it. */
  words: string;
  clock: number;
}

/** What a borrower is found by, from its beginning: parts of the name, spellings, company, the phone from its end. */
export interface BorrowerWordTable {
  readonly word: string;
  readonly borrower: number;
}

/** Bytes sealed under a record's key. Truth like the journal, whose events name them by their hash. */
export interface AttachmentTable {
  readonly record: number;
  /** SHA-256 of the sealed bytes. */
  readonly hash: Uint8Array;
  readonly sealed: Uint8Array;
}
