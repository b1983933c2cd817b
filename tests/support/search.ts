// The box in tests: an index that takes every change at once, and the brute force that its answers are held against.
import type { SearchAnswer } from '../../electron/api/search.contract.ts';
import type { Backend } from '../../electron/backend/compose.ts';
import { createPlaceFinder } from '../../electron/backend/places/place-finder.ts';
import { typedVisits } from '../../electron/backend/registers/visitors/visitors.store.ts';
import { createSearchIndex } from '../../electron/backend/search/search.index.ts';
import { keysOf } from '../../electron/backend/search/search.keys.ts';
import { answers, readQuery } from '../../electron/backend/search/search.query.ts';
import { createSearch } from '../../electron/backend/search/search.service.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';

type Indexed = Pick<Backend, 'database'> & { readonly registers: Pick<Backend['registers'], 'searched'> };

/** Takes everything that was committed into the index, a few events at a time; the desk itself waits for 256. */
export function indexAll({ database, registers }: Indexed, batch = 1): void {
  const index = createSearchIndex(database, registers.searched, batch);
  while (index.takeBatch());
}

/** Every visit that a text finds, by looking at each one of the table: ids, lowest first. */
export function bruteForce({ database, registers }: Backend, text: string): number[] {
  const query = readQuery(text, registers.visitors.blindIndexes(text));
  return typedVisits
    .newest(database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 100_000 })
    .flatMap(({ id }) => {
      const terms = registers.visitors.searchCard(database.db, id)?.terms;
      return terms && answers(keysOf(terms), query) ? [id] : [];
    })
    .toSorted((a, b) => a - b);
}

/** The records of an answer, open ones and history together, lowest first. */
export function recordsOf({ open, history }: SearchAnswer): number[] {
  return [...open, ...history].map(({ record }) => record).toSorted((a, b) => a - b);
}

/** The box over a backend, with a clock that stands still unless one is given. */
export function searchOver(
  { database, registers }: Backend,
  clock = { now: () => 0 },
  nextTurn = async () => {},
) {
  const finder = createPlaceFinder(database.db);
  return createSearch({
    database,
    registers: registers.searched,
    finder,
    codeOfTag: (uid) => registers.wearing(database.db, uid)?.code ?? null,
    clock,
    nextTurn,
    log: createSilentLog(),
  });
}
