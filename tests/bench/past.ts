// Writes a desk's past fast: what its appending, sealing and folding would have written, a record at a time, in bulk.
import { countOf, joinId } from '../../head-office/protocol/ids.ts';
import { encodeWire, GENESIS_HASH, hashWire, type WireEvent } from '../../head-office/protocol/wire.ts';
import type { Tx } from '../../electron/backend/database/handle.ts';
import {
  definitionOf,
  metaOf,
  type EventCatalogue,
  type NewEvent,
} from '../../electron/backend/journal/events.ts';
import { commandKey } from '../../electron/backend/journal/journal.ts';
import {
  findHead,
  forgetCounts,
  findCommandPlace,
  insertCommandDone,
  insertEvent,
  readCounter,
  writeCounter,
} from '../../electron/backend/journal/journal.store.ts';
import { sealContext } from '../../electron/backend/journal/open-event.ts';
import type { AnyProjector } from '../../electron/backend/journal/projector.ts';
import { seal } from '../../electron/backend/privacy/sealing.ts';
import { uuidv7At } from '../support/ids.ts';
import { actor, type BenchDesk } from './desk.ts';

export interface Past {
  newRecord(): number;
  /** `K-L1-261121-0042`: the next of a register on the day of this moment (UTC ms). */
  nextNumber(letter: string, at: number): string;
  /**
   * The whole history of a new record, each event a command of its own that was answered so. The row is saved once, as
   * the last event leaves it.
   */
  write<C extends EventCatalogue>(
    projector: AnyProjector,
    record: number,
    events: readonly PastEvent<C>[],
  ): void;
}

/** An event as it is appended, with the answer of its command; none where it was part of the one before. */
export type PastEvent<C extends EventCatalogue> = NewEvent<C> & {
  readonly happenedAt: number;
  readonly answer: object | null;
};

/** As wide as a command's own; nobody sends one again. */
const FINGERPRINT = 'x'.repeat(43);

/** Runs `work` in one transaction. The journal goes on behind it as if its commands had been called. */
export function writePast({ backend, random, parts }: BenchDesk, work: (past: Past) => void): void {
  const { journal, database } = backend;
  const { keys, tools } = journal.projection;
  const { author } = actor;
  const calendar = parts.calendar();
  database.write((tx) => {
    const head = findHead(tx, journal.id);
    let seq = head ? countOf(head.id) : 0;
    let hash: Uint8Array = head?.hash ?? GENESIS_HASH;
    let day = '';
    const counts = new Map<string, number>();
    const countUp = (name: string): number => {
      const count = (counts.get(name) ?? readCounter(tx, name)) + 1;
      counts.set(name, count);
      return count;
    };
    const dayAt = (at: number): string => {
      const today = calendar.dayOf(at);
      if (today > day) day = today;
      return day;
    };
    work({
      newRecord: () => joinId(journal.id, countUp(`record:${journal.id}`)),
      nextNumber(letter, at) {
        const today = dayAt(at);
        const count = String(countUp(`${letter}:${author.desk}:${today}`)).padStart(4, '0');
        return `${letter}-${author.desk}-${today.slice(2).replaceAll('-', '')}-${count}`;
      },
      write(projector, record, events) {
        let state: unknown = null;
        let clock = 0;
        let command = '';
        const key = keys.make(tx, record);
        for (const { type, body, sealed, happenedAt, answer } of events) {
          seq += 1;
          if (answer !== null) command = uuidv7At(happenedAt);
          const place = { journal: journal.id, seq, record, type };
          const wrap = (plain: object) =>
            seal(key, sealContext(place), Buffer.from(JSON.stringify(plain)), random).toString('base64');
          clock = Math.max(happenedAt, clock + 1);
          const wire: WireEvent = {
            ...{
              ...place,
              ...author,
              command,
              happenedAt,
              recordedAt: happenedAt,
              day: dayAt(happenedAt),
              clock,
            },
            ...{ version: definitionOf(projector.catalogue, type)?.version ?? 1, body },
            sealed: sealed === null ? null : wrap(sealed),
          };
          const bytes = encodeWire(wire);
          hash = hashWire(hash, bytes);
          const id = joinId(journal.id, seq);
          insertEvent(tx, { id, record, clock, wire: bytes, hash });
          state = projector.fold(state, { ...metaOf(id, wire), type, body, sealed }, tools).state;
          if (answer !== null) noteDone(tx, command, answer);
        }
        if (state !== null) projector.save(tx, record, state, null);
      },
    });
    writeCounter(tx, `day:${journal.id}`, Number(day.replaceAll('-', '')));
    // The counts of days that are over are forgotten, as the desk itself does it.
    for (const [name, count] of counts) {
      if (name.startsWith('record:') || name.endsWith(day)) writeCounter(tx, name, count);
      else forgetCounts(tx, name.slice(0, -day.length), day);
    }
  });
}

function noteDone(tx: Tx, command: string, answer: object): void {
  insertCommandDone(tx, findCommandPlace(tx, commandKey(command)), {
    result: JSON.stringify(answer),
    fingerprint: FINGERPRINT,
  });
}
