// Erasing what was still open when its person was erased: the loans of an erased borrower, each once it is over.
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import { RECORD_ERASED } from '../journal/generic-events.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { listNamelessBorrowers } from '../people/borrowers.store.ts';
import type { LoanTrace } from '../registers/register.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { eraseRecords } from './erase.ts';

type Parts = Parameters<typeof eraseRecords>[0] & { readonly clock: Clock; readonly log: Log };

export interface LateErasure {
  /** Begins to erase what is over by now. Called as time goes by; a failure stands in the log, the next turn tries again. */
  turn(): void;
  /** What the last turn began is done. Never rejects. */
  settle(): Promise<void>;
}

const SYSTEM: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: null };
/** Until then who took it in may say that it was a mistake (registers.md §2), and it is open again. ms */
const UNDO_MS = 10 * 60_000;

/**
 * Open matters are never blanked (registers.md §10), so a loan keeps its borrower's name while it is open. Who was
 * erased is known by the journal: nothing has to be remembered, and a backup that is put back forgets nothing.
 */
export function createLateErasure(parts: Parts): LateErasure {
  const { database, journal, registers, clock, log } = parts;
  /** Erased borrowers with a loan that still names them; null until they were looked for. */
  let owed: readonly number[] | null = null;
  let running = Promise.resolve();
  // An erasure touches every noun; a list of whoever is owed one is then read anew.
  journal.onChange((nouns) => {
    if (nouns.size >= journal.projection.nouns.size) owed = null;
  });

  const namedOf = (borrower: number): readonly LoanTrace[] =>
    registers.tracesOf(database.db, borrower).filter(({ isNamed }) => isNamed);

  function turn(): void {
    if (journal.clockJump()) return;
    owed ??= listNamelessBorrowers(database.db).filter(
      (borrower) => namedOf(borrower).length > 0 && isErased(database.db, borrower),
    );
    const now = clock.now();
    const due = owed
      .flatMap(namedOf)
      .filter(({ isOver, clock: at }) => isOver && (at > now || now - at > UNDO_MS))
      .map(({ record }) => record);
    if (due.length === 0) return;
    running = eraseRecords(parts, SYSTEM, due, 'term').catch((error: unknown) => {
      log.error('what belongs to an erased borrower could not be erased', error);
    });
  }

  return { turn, settle: () => running };
}

/** A record whose key is not here reads the same: it is locked, and may be opened again. */
function isErased(db: Db, record: number): boolean {
  return listRecordEvents(db, record).some(({ wire }) => decodeWire(wire)?.type === RECORD_ERASED);
}
