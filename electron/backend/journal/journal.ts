// The journal of this installation: commands append to it, views follow it, pulled journals join it.
import { JOURNAL_BITS, joinId } from '../../../head-office/protocol/ids.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handle.ts';
import { blindIndex } from '../privacy/sealing.ts';
import { createRecordKeys } from '../privacy/record-keys.ts';
import type { Secrets } from '../privacy/secrets.ts';
import type { BusinessDay, Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { createAppender, recordingDay, type Author } from './append.ts';
import { createCommand, type Command } from './command.ts';
import { JOURNAL_OPENED } from './generic-events.ts';
import { findCommandResult, insertCommandResult } from './journal.store.ts';
import type { Projection } from './project.ts';
import type { AnyProjector } from './projector.ts';
import { ownPlace, readOwn, writeOwn, type Succession } from './succession.ts';

export interface JournalParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  /** The property's calendar as it is now; it changes when the property's zone is set up. */
  readonly calendar: () => Calendar;
  readonly projectors: readonly AnyProjector[];
  /** Set where the journal that is there must end, and a new one go on from it. */
  readonly succession?: Succession | null;
  /** The file that the database lies in (head-file.ts); a new journal remembers it. */
  readonly file?: string;
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

/** How events become rows, for a journal and for whoever rebuilds or mends one. */
export function createProjection({
  secrets,
  random,
  projectors,
}: Pick<JournalParts, 'secrets' | 'random' | 'projectors'>): Projection {
  return {
    nouns: new Map(projectors.map((face) => [face.noun, face])),
    keys: createRecordKeys(secrets.recordWrapping, random),
    tools: { blindIndex: (kind, value) => blindIndex(secrets.blindIndex, kind, value) },
  };
}

/** Opens the journal of a database, and begins it where there is none or where `succession` asks for a new one. */
export function openJournal(parts: JournalParts): Journal {
  const { database, clock, random } = parts;
  const projection = createProjection(parts);
  const own = readOwn(database.db);
  const { journal: id, generation } =
    own.journal === undefined || parts.succession
      ? beginJournal(parts, projection)
      : { ...own, journal: own.journal };
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
        generation,
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

function beginJournal(
  parts: JournalParts,
  projection: Projection,
): { readonly journal: number; readonly generation: string } {
  const id = 1 + parts.random.below(2 ** JOURNAL_BITS - 1);
  const { clock, random, calendar, succession = null, file } = parts;
  const generation = succession?.generation ?? '';
  const append = createAppender({ journal: id, clock, random, calendar, projection });
  parts.database.write((tx: Tx) => {
    const noted = succession?.noted ?? null;
    const predecessor = succession ? (ownPlace(tx) ?? noted) : null;
    writeOwn(tx, { journal: id, generation, file });
    append(tx, {
      record: joinId(id, 0),
      isNew: true,
      event: {
        type: JOURNAL_OPENED,
        version: 1,
        body: { predecessor, reason: succession?.reason ?? null, noted },
        sealed: null,
      },
      author: { actor: 'system', staff: null, approver: null, shift: null, desk: null },
      commandId: null,
    });
  });
  return { journal: id, generation };
}

/** UUIDs are made in time order (version 7), so their 16 bytes append at the right edge of the table. */
export function commandKey(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
