// The journal of this installation: commands append to it, views follow it, pulled journals join it.
import { JOURNAL_BITS, joinId } from '../../../head-office/protocol/ids.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import { blindIndex } from '../privacy/sealing.ts';
import { createRecordKeys } from '../privacy/record-keys.ts';
import type { Secrets } from '../privacy/secrets.ts';
import type { BusinessDay, Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { createAppender, recordingDay, type Author } from './append.ts';
import { createCommand, type Command } from './command.ts';
import { JOURNAL_OPENED } from './generic-events.ts';
import {
  findCommandResult,
  insertCommandResult,
  readInstallation,
  writeInstallation,
} from './journal.store.ts';
import type { Projection } from './project.ts';
import type { AnyProjector } from './projector.ts';

export interface JournalParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  /** The property's calendar as it is now; it changes when the property's zone is set up. */
  readonly calendar: () => Calendar;
  readonly projectors: readonly AnyProjector[];
}

export interface Journal {
  /** This installation's journal: 24 random bits, made once. */
  readonly id: number;
  readonly projection: Projection;
  /**
   * Runs one command in one immediate transaction: `work` reads, checks its rules and appends. The same `commandId`
   * (UUID) gives the first answer again and does nothing. What `work` throws leaves nothing behind. Answers are
   * kept as JSON: ids and numbers only, nothing personal.
   */
  command<Result>(commandId: string, author: Author, work: (command: Command) => Result): Result;
  /** The same without a command id, for what the program does by itself (sample, imports, closing). */
  system<Result>(author: Author, work: (command: Command) => Result): Result;
  /** Called after each commit with the nouns whose rows changed. Answers the way to stop listening. */
  onChange(listener: (nouns: ReadonlySet<string>) => void): () => void;
  /** Tells listeners of a change that came another way (pulled events, a rebuild). */
  announce(nouns: ReadonlySet<string>): void;
}

/** Opens the journal of a database, and begins it where there is none. */
export function openJournal(parts: JournalParts): Journal {
  const { database, secrets, clock, random } = parts;
  const projection: Projection = {
    nouns: new Map(parts.projectors.map((face) => [face.noun, face])),
    keys: createRecordKeys(secrets.recordWrapping, random),
    tools: { blindIndex: (kind, value) => blindIndex(secrets.blindIndex, kind, value) },
  };
  const id = findJournal(database.db) ?? beginJournal(parts, projection);
  const append = createAppender({ journal: id, clock, random, calendar: parts.calendar, projection });
  const dayNow = (tx: Tx): BusinessDay => recordingDay(tx, id, parts.calendar(), clock.now());
  const listeners = new Set<(nouns: ReadonlySet<string>) => void>();
  const announce = (nouns: ReadonlySet<string>): void => {
    if (nouns.size > 0) for (const listener of listeners) listener(nouns);
  };

  function run<Result>(commandId: string | null, author: Author, work: (command: Command) => Result): Result {
    const changed = new Set<string>();
    const result = database.write((tx) => {
      const key = commandId === null ? null : commandKey(commandId);
      const first = key && findCommandResult(tx, key);
      if (first !== null && first !== undefined) return JSON.parse(first) as Result;
      const command = {
        tx,
        append,
        author,
        commandId,
        changed,
        journal: id,
        projection,
        recordingDay: dayNow,
      };
      const answer = work(createCommand(command));
      if (key) insertCommandResult(tx, key, JSON.stringify(answer));
      return answer;
    });
    announce(changed);
    return result;
  }

  return {
    id,
    projection,
    command: (commandId, author, work) => run(commandId, author, work),
    system: (author, work) => run(null, author, work),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
  };
}

function findJournal(db: Db): number | undefined {
  const stored = readInstallation(db, 'journal');
  return stored === undefined ? undefined : Number(stored);
}

function beginJournal(parts: JournalParts, projection: Projection): number {
  const id = 1 + parts.random.below(2 ** JOURNAL_BITS - 1);
  const { clock, random, calendar } = parts;
  const append = createAppender({ journal: id, clock, random, calendar, projection });
  parts.database.write((tx: Tx) => {
    writeInstallation(tx, 'journal', String(id));
    append(tx, {
      record: joinId(id, 0),
      isNew: true,
      event: { type: JOURNAL_OPENED, version: 1, body: { predecessor: null }, sealed: null },
      author: { actor: 'system', staff: null, approver: null, shift: null, desk: null },
      commandId: null,
    });
  });
  return id;
}

/** UUIDs are made in time order (version 7), so their 16 bytes append at the right edge of the table. */
function commandKey(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
