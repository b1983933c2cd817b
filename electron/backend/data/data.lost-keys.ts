// Keys that the desk goes on without: said in the journal, and brought back by their recovery sheets.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { joinId } from '../../../head-office/protocol/ids.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { recoveryErrors } from '../../api/data.contract.ts';
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import { genericEvents, KEY_FOUND, KEY_REPLACED } from '../journal/generic-events.ts';
import type { Journal } from '../journal/journal.ts';
import { listRecordEvents, listRecordsWithIssue } from '../journal/journal.store.ts';
import { projectAgain } from '../journal/project.ts';
import { findLostKey, forgetLostKey, listLostKeys } from '../privacy/lost-key.ts';
import { RecoveryError } from '../privacy/recovery.ts';
import type { Secrets } from '../privacy/secrets.ts';
import { clearIndex } from '../search/search.store.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';

export interface LostKeyParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly random: Random;
  readonly propertyKey: Uint8Array;
  /** Names are back in all tables: whoever keeps some in memory reads them again. */
  readonly unlocked: () => void;
}

export interface LostKeys {
  count(): number;
  /** Says in the journal what was gone on without, where it does not say so yet. */
  note(): void;
  /**
   * Brings a key back: its records are folded again in slices, so that the desk goes on meanwhile. Killed midway it is
   * to be done again. Answers how many records were folded. Throws the refusal RECOVERY_REFUSED.
   */
  unlock(author: Author, typed: string): Promise<number>;
}

const refuse = refusals<typeof recoveryErrors>();
const SYSTEM: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: null };
/** A few milliseconds of folding. */
const SLICE = 50;

export function createLostKeys(parts: LostKeyParts): LostKeys {
  const { database, journal, secrets, random, propertyKey } = parts;
  const { db } = database;
  const record = joinId(journal.id, 0);

  function isSaid(lost: number): boolean {
    return listRecordEvents(db, record).some(({ wire }) => {
      const event = decodeWire(wire);
      return event?.type === KEY_REPLACED && event.body['lost'] === lost;
    });
  }

  function open(typed: string): number {
    try {
      return database.write((tx) => {
        const found = findLostKey(tx, typed, propertyKey, random);
        for (const [number, secret] of found.wrapping) secrets.recordWrapping.set(number, secret);
        return found.lost;
      });
    } catch (error) {
      if (!(error instanceof RecoveryError)) throw error;
      throw refuse('RECOVERY_REFUSED', { problem: error.problem, group: error.group });
    }
  }

  return {
    count: () => listLostKeys(db).length,
    note() {
      for (const lost of listLostKeys(db)) {
        if (isSaid(lost)) continue;
        journal.system(SYSTEM, (command) => {
          command.append(genericEvents, record, { type: KEY_REPLACED, body: { lost }, sealed: null });
        });
      }
    },
    async unlock(author, typed) {
      const lost = open(typed);
      const locked = listRecordsWithIssue(db, 'LOCKED');
      for (let at = 0; at < locked.length; at += SLICE) {
        database.write((tx) => {
          for (const each of locked.slice(at, at + SLICE)) projectAgain(journal.projection, tx, each);
        });
        await nextTurn();
      }
      journal.system(author, (command) => {
        command.append(genericEvents, record, { type: KEY_FOUND, body: { lost }, sealed: null });
        forgetLostKey(command.tx, lost);
        clearIndex(command.tx);
      });
      parts.unlocked();
      return locked.length;
    },
  };
}
