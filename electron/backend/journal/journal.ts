// The journal of this installation: commands append to it, views follow it, pulled journals join it.
import { JOURNAL_BITS, joinId } from '../../../head-office/protocol/ids.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import { LATEST_INSTANT } from '../../api/call.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import { blindIndex } from '../privacy/sealing.ts';
import { createRecordKeys } from '../privacy/record-keys.ts';
import type { Secrets } from '../privacy/secrets.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { Refusal } from '../shared/refusal.ts';
import { createAppender, type Author } from './append.ts';
import { createCommand, type Command } from './command.ts';
import { CLOCK_CONFIRMED, JOURNAL_OPENED } from './generic-events.ts';
import {
  findCommandPlace,
  findEvent,
  findHead,
  insertCommandDone,
  type CommandPlace,
} from './journal.store.ts';
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
  /** In ms; a day unless told. The sample property is written with a clock that leaps. */
  readonly clockJumpLimit?: number;
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
  command<Result>(claim: Claim, author: Author, work: (command: Command) => Result): Result;
  /**
   * Does something that keeps itself (a print job's answer) and notes it as done: the same claim again gives the
   * first answer. A crash between the two leaves it to be done again.
   */
  once<Result>(claim: Claim, author: Author, work: () => Result): Result;
  /** The same without a claim, for what the program does by itself (sample, imports, closing). */
  system<Result>(author: Author, work: (command: Command) => Result): Result;
  /** How far the machine's clock and the journal's latest event are apart, where that is over a day. */
  clockJump(): ClockJump | null;
  /** Somebody says that the clock is right: the journal goes on from here. */
  confirmClock(author: Author): void;
  /**
   * Called after each commit with the nouns whose rows changed. A listener must not throw: the command is done, and
   * its caller is to hear that. Answers the way to stop listening.
   */
  onChange(listener: (nouns: ReadonlySet<string>) => void): () => void;
}

/** What a command is: the same id for another action, by somebody else or with another input is refused. */
export interface Claim {
  /** Names the call: `visitors.register`. */
  readonly action: string;
  readonly input: { readonly commandId: string };
}

/** Two moments, UTC ms. */
export interface ClockJump {
  readonly journalAt: number;
  readonly clockAt: number;
}

/** A desk may be closed for a night, not for longer without somebody looking at the clock. */
const CLOCK_JUMP_LIMIT = 24 * 3_600_000;

/** How events become rows, for a journal and for whoever rebuilds or mends one. */
export function createProjection({
  secrets,
  random,
  projectors,
}: Pick<JournalParts, 'secrets' | 'random' | 'projectors'>): Projection {
  return {
    nouns: new Map(projectors.map((face) => [face.noun, face])),
    keys: createRecordKeys(secrets.recordWrapping, random),
    tools: { blindIndex: rememberLast((kind, value) => blindIndex(secrets.blindIndex, kind, value)) },
  };
}

/** A command asks who has this document and then writes it down: the second time the answer is still there. */
function rememberLast(ask: (kind: string, value: string) => string): typeof ask {
  let last = { kind: '', value: '', answer: '' };
  return (kind, value) => {
    if (last.kind !== kind || last.value !== value) last = { kind, value, answer: ask(kind, value) };
    return last.answer;
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
  const openWriter = createAppender({ journal: id, clock, random, calendar: parts.calendar, projection });
  const head = findHead(database.db, id);
  let lastRecordedAt = head ? recordedAtOf(database.db, head.id) : null;
  const listeners = new Set<(nouns: ReadonlySet<string>) => void>();
  const announce = (nouns: ReadonlySet<string>): void => {
    if (nouns.size > 0) for (const listener of listeners) listener(nouns);
  };

  function run<Result>(claim: Claim | null, author: Author, work: (command: Command) => Result): Result {
    const changed = new Set<string>();
    const result = database.write((tx) => {
      const place = claim && findPlace(tx, claim, author);
      if (place?.done) return JSON.parse(place.done.result) as Result;
      refuseClockJump();
      const command = {
        ...{ tx, writer: openWriter(tx), author, changed, generation, projection },
        commandId: claim?.input.commandId ?? null,
        journal: id,
      };
      const answer = work(createCommand(command));
      if (place) note(tx, place, { claim, author, answer });
      return answer;
    });
    lastRecordedAt = clock.now();
    announce(changed);
    return result;
  }

  function once<Result>(claim: Claim, author: Author, work: () => Result): Result {
    const { done } = findPlace(database.db, claim, author);
    if (done) return JSON.parse(done.result) as Result;
    const answer = work();
    database.write((tx) => note(tx, findPlace(tx, claim, author), { claim, author, answer }));
    return answer;
  }

  /** Throws the refusal COMMAND_REUSED where the id was used for something else, or by somebody else. */
  function findPlace(db: Db, claim: Claim, author: Author): CommandPlace {
    const place = findCommandPlace(db, commandKey(claim.input.commandId));
    if (place.done && place.done.fingerprint !== fingerprintOf(projection, claim, author)) {
      throw new Refusal('COMMAND_REUSED', undefined);
    }
    return place;
  }

  function note(
    tx: Tx,
    place: CommandPlace,
    { claim, author, answer }: { readonly claim: Claim; readonly author: Author; readonly answer: unknown },
  ): void {
    const fingerprint = fingerprintOf(projection, claim, author);
    insertCommandDone(tx, place, { result: JSON.stringify(answer), fingerprint });
  }

  function clockJump(): ClockJump | null {
    const clockAt = clock.now();
    const limit = parts.clockJumpLimit ?? CLOCK_JUMP_LIMIT;
    const far = lastRecordedAt !== null && Math.abs(clockAt - lastRecordedAt) > limit;
    return far ? { journalAt: lastRecordedAt ?? clockAt, clockAt } : null;
  }

  function refuseClockJump(): void {
    const jump = clockJump();
    if (jump) throw new Refusal('CLOCK_JUMP', jump);
  }

  function confirmClock(author: Author): void {
    const jump = clockJump();
    if (!jump) return;
    // No calendar of ours goes so far, nor does any event: nobody can be right about it.
    if (jump.clockAt < 0 || jump.clockAt > LATEST_INSTANT) throw new Refusal('CLOCK_JUMP', jump);
    database.write((tx) => {
      const event = { type: CLOCK_CONFIRMED, version: 1, body: { ...jump }, sealed: null };
      openWriter(tx).append({ record: joinId(id, 0), isNew: false, event, author, commandId: null });
    });
    lastRecordedAt = clock.now();
  }

  return {
    id,
    projection,
    command: (claim, author, work) => run(claim, author, work),
    once,
    clockJump,
    confirmClock,
    system: (author, work) => run(null, author, work),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function beginJournal(
  parts: JournalParts,
  projection: Projection,
): { readonly journal: number; readonly generation: string } {
  const id = 1 + parts.random.below(2 ** JOURNAL_BITS - 1);
  const { clock, random, calendar, succession = null, file } = parts;
  const generation = succession?.generation ?? '';
  const openWriter = createAppender({ journal: id, clock, random, calendar, projection });
  parts.database.write((tx: Tx) => {
    const noted = succession?.noted ?? null;
    const predecessor = succession ? (ownPlace(tx) ?? noted) : null;
    writeOwn(tx, { journal: id, generation, file });
    openWriter(tx).append({
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

function fingerprintOf({ tools }: Projection, { action, input }: Claim, author: Author): string {
  return tools.blindIndex('command', JSON.stringify([action, author.staff, input]));
}

function recordedAtOf(db: Db, event: number): number | null {
  const stored = findEvent(db, event);
  return (stored && decodeWire(stored.wire)?.recordedAt) ?? null;
}

/** A UUID's 16 bytes. The window makes them in time order (version 7), so that commands append at the end of their table. */
export function commandKey(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
