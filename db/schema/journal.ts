// The journal's tables: the events, and what is kept beside them. None of these is a view.

/** The truth. `id` is journal × 2^29 + seq (head-office/protocol/ids.ts); `wire` holds the event's bytes. */
export interface EventTable {
  readonly id: number;
  readonly record: number;
  readonly clock: number;
  readonly wire: Uint8Array;
  readonly hash: Uint8Array;
}

/** A command done, and the first answer it got, so that a repeated call gets the same (ids and numbers only). */
export interface CommandTable {
  /** The ms in its id × 32, or the first place behind that is free. */
  readonly place: number;
  /** A UUID's 16 bytes. */
  readonly id: Uint8Array;
  readonly result: string;
  /** Keyed hash of action, staff and input: the same id for anything else is refused. */
  readonly fingerprint: string;
}

/** Everything that counts up: records per journal, register numbers per desk and day, a journal's latest business day. */
export interface CounterTable {
  readonly name: string;
  value: number;
}

/** A record's data key, wrapped. Its deletion is what erasing means. */
export interface RecordKeyTable {
  readonly record: number;
  wrapping: number;
  wrapped: Uint8Array;
}

/** The property's three secrets, wrapped by the property key. */
export interface SecretTable {
  readonly name: string;
  wrapped: Uint8Array;
}

/** Facts of this one installation: its own journal, its desk. JSON values. */
export interface InstallationTable {
  readonly name: string;
  value: string;
}

/** A view: what staff must look at because the journal says something that the state does not allow. */
export interface RecordIssueTable {
  readonly event: number;
  readonly record: number;
  readonly kind: string;
}
