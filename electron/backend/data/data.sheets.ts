// The recovery sheet as the desk keeps track of it: when it was made, by whom, and whether it is on paper.
import { joinId } from '../../../head-office/protocol/ids.ts';
import { decodeWire, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { DataOverview, RecoverySheet, sheetErrors } from '../../api/data.contract.ts';
import type { Modules } from '../devices/printer/bitmap.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import { genericEvents, SHEET_CONFIRMED, SHEET_MADE } from '../journal/generic-events.ts';
import type { Journal } from '../journal/journal.ts';
import { iterateJournals, listRecordEvents } from '../journal/journal.store.ts';
import { makeRecoveryKey, sheetMark } from '../privacy/recovery.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';

export interface SheetParts {
  readonly db: Db;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly propertyKey: Uint8Array;
  /** As the screen calls them; null where nobody on file has this id any more. */
  readonly nameOf: (staff: number) => string | null;
}

export interface RecoverySheets {
  state(): DataOverview['sheet'];
  /** A new one; the sheet before it opens nothing any more. The journal says who and when, never the key. */
  make(author: Author): Promise<RecoverySheet>;
  /** Throws the refusals of the contract. */
  confirm(author: Author, group: string): void;
}

const refuse = refusals<typeof sheetErrors>();

export function createRecoverySheets(parts: SheetParts): RecoverySheets {
  const { db, journal, clock, random, propertyKey } = parts;
  const record = joinId(journal.id, 0);
  /** The last group of the sheet that was made last, until somebody has typed it back. In memory only. */
  let unconfirmed: { readonly mark: string; readonly lastGroup: string } | null = null;

  return {
    state() {
      const mark = sheetMark(db);
      if (mark === null) return null;
      const events = eventsAbout(db, mark);
      const made = events.find(({ type }) => type === SHEET_MADE);
      return {
        madeAt: made?.recordedAt ?? null,
        madeBy: made?.staff ? parts.nameOf(made.staff) : null,
        confirmed: events.some(({ type }) => type === SHEET_CONFIRMED),
      };
    },
    async make(author) {
      // Loaded with its first use: it is large, and a start must not wait for it.
      const { qrModules } = await import('../devices/printer/code-modules.ts');
      const groups = journal.system(author, (command) => {
        const drawn = makeRecoveryKey(command.tx, propertyKey, random);
        const mark = sheetMark(command.tx) ?? '';
        command.append(genericEvents, record, { type: SHEET_MADE, body: { mark }, sealed: null });
        unconfirmed = { mark, lastGroup: drawn.at(-1) ?? '' };
        return drawn;
      });
      return { groups, qr: toRows(qrModules(groups.join('-'))), madeAt: clock.now() };
    },
    confirm(author, group) {
      if (unconfirmed === null || unconfirmed.mark !== sheetMark(db)) {
        throw refuse('NOTHING_TO_CONFIRM', undefined);
      }
      const { mark, lastGroup } = unconfirmed;
      if (asTyped(group) !== asTyped(lastGroup)) throw refuse('GROUP_WRONG', { field: 'group' });
      journal.system(author, (command) => {
        command.append(genericEvents, record, { type: SHEET_CONFIRMED, body: { mark }, sealed: null });
      });
      unconfirmed = null;
    },
  };
}

/** What the journals' own records say about one sheet. A handful of events each. */
function eventsAbout(db: Db, mark: string): WireEvent[] {
  return [...iterateJournals(db)]
    .flatMap((journal) => listRecordEvents(db, joinId(journal, 0)))
    .flatMap(({ wire }) => decodeWire(wire) ?? [])
    .filter(({ type, body }) => (type === SHEET_MADE || type === SHEET_CONFIRMED) && body['mark'] === mark);
}

/** Small letters, spaces, and what a hand mistakes for another sign (recovery-key.ts) are all understood. */
function asTyped(group: string): string {
  return group
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
}

function toRows(modules: Modules): string[] {
  return modules.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}
