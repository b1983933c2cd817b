// The box's index. Neither truth nor view: made anew from the registers' rows whenever it is gone.

/** FTS5 without content: it holds tokens and answers document numbers (`rowid`), nothing can be read back from it. */
export interface SearchIndexTable {
  readonly rowid: number;
  readonly tokens: string;
}

/** Document numbers in order of arrival, and the records they stand for. */
export interface SearchDocTable {
  readonly doc: number;
  readonly record: number;
  /** 48 bits of a hash over its tokens: most changes of a record (somebody left) change none of them. */
  fingerprint: number;
}

/** The watermark: a journal's latest event that is in the index, written in the transaction of its batch. */
export interface SearchMarkTable {
  readonly journal: number;
  event: number;
}
