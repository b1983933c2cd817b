// Journal and record ids: who wrote a thing is readable from its number, and no two desks ever make the same one.

/** How many records, and how many events, one journal can hold: 2^29. */
export const JOURNAL_SPAN = 2 ** 29;

/** A journal's id is 24 random bits, so that ids built on it stay inside JavaScript's safe integers (24 + 29 bits). */
export const JOURNAL_BITS = 24;

/** Joins a journal and a number inside it (an event's seq or a record's counter) into one safe integer. */
export function joinId(journal: number, count: number): number {
  return journal * JOURNAL_SPAN + count;
}

/** The journal that an event's or record's id belongs to. */
export function journalOf(id: number): number {
  return Math.floor(id / JOURNAL_SPAN);
}

/** The number inside its journal: an event's seq, a record's counter. */
export function countOf(id: number): number {
  return id % JOURNAL_SPAN;
}
