// A stretch of a table by its ids, read from above.

/** From the id `from` up to below `before`, at most `limit` rows. */
export interface IdRange {
  readonly from: number;
  readonly before: number;
  readonly limit: number;
}
