// Appends one event: number it, seal it, link it into the chain, fold it into its record's rows.
import type { KeyObject } from 'node:crypto';
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import {
  decodeWire,
  encodeWire,
  GENESIS_HASH,
  hashWire,
  type Actor,
  type JsonObject,
  type WireEvent,
} from '../../../head-office/protocol/wire.ts';
import type { Db, Tx } from '../database/handle.ts';
import { seal } from '../privacy/sealing.ts';
import type { BusinessDay, Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { Refusal } from '../shared/refusal.ts';
import { metaOf } from './events.ts';
import { RECORD_ERASED } from './generic-events.ts';
import {
  findHead,
  findLastOfRecord,
  insertEvent,
  listRecordEvents,
  readCounter,
  writeCounter,
} from './journal.store.ts';
import { sealContext } from './open-event.ts';
import { projectLatest, type Projection } from './project.ts';

/** Who writes: stands on every event. */
export interface Author {
  readonly actor: Actor;
  readonly staff: number | null;
  readonly approver: number | null;
  readonly shift: number | null;
  readonly desk: string | null;
}

export interface Appending {
  readonly record: number;
  /** Spares the look for events, key and rows of a record that was numbered a moment ago. */
  readonly isNew: boolean;
  /** The record's state as it stands, where the caller has just read it. */
  readonly known?: object;
  readonly event: {
    readonly type: string;
    readonly version: number;
    readonly body: JsonObject;
    readonly sealed: JsonObject | null;
    readonly happenedAt?: number;
  };
  readonly author: Author;
  readonly commandId: string | null;
}

export interface AppenderParts {
  readonly journal: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  readonly projection: Projection;
}

/** Writes events of one journal within one transaction. Calendar, day and the chain's end are read there once. */
export interface Writer {
  /** The day it writes under: the local date, and never before the latest one that it already wrote under. */
  day(): BusinessDay;
  /** Answers the record's state by the event. */
  append(appending: Appending): unknown;
}

export type OpenWriter = (tx: Tx) => Writer;

/** Makes the one function that writes events of this journal. */
export function createAppender(parts: AppenderParts): OpenWriter {
  const { journal, clock, random, projection } = parts;
  return (tx) => {
    let calendar: Calendar | null = null;
    let latest: BusinessDay | null = null;
    let head: { readonly seq: number; readonly hash: Uint8Array } | null = null;

    function day(): BusinessDay {
      calendar ??= parts.calendar();
      const today = calendar.dayOf(clock.now());
      latest ??= readDay(tx, journal);
      return today > latest ? today : latest;
    }

    /** The same, noted as written under. */
    function beginDay(): BusinessDay {
      const now = day();
      if (now !== latest) writeCounter(tx, dayCounter(journal), Number(now.replaceAll('-', '')));
      return (latest = now);
    }

    function append({ record, isNew, known, event, author, commandId }: Appending): unknown {
      const now = clock.now();
      const written = beginDay();
      head ??= headOf(tx, journal);
      const seq = head.seq + 1;
      const last = isNew ? undefined : findLastOfRecord(tx, record);
      const place = { journal, seq, record, type: event.type };
      const sealed = event.sealed === null ? null : sealJson(tx, place, event.sealed, isNew);
      const wire: WireEvent = {
        ...place,
        ...author,
        command: commandId,
        version: event.version,
        happenedAt: event.happenedAt ?? now,
        recordedAt: now,
        day: written,
        clock: Math.max(now, (last?.clock ?? -1) + 1),
        body: event.body,
        sealed,
      };
      const bytes = encodeWire(wire);
      const id = joinId(journal, seq);
      const hash = hashWire(head.hash, bytes);
      insertEvent(tx, { id, record, clock: wire.clock, wire: bytes, hash });
      head = { seq, hash };
      const opened = { ...metaOf(id, wire), type: event.type, body: event.body, sealed: event.sealed };
      return projectLatest(projection, tx, opened, isNew ? null : known);
    }

    return { day, append };
  };

  function sealJson(
    tx: Tx,
    place: Pick<WireEvent, 'journal' | 'seq' | 'record' | 'type'>,
    plain: JsonObject,
    isNew: boolean,
  ): string {
    const { keys } = projection;
    const key = isNew
      ? keys.make(tx, place.record)
      : (keys.find(tx, place.record) ?? makeFirstKey(projection, tx, place.record));
    return seal(key, sealContext(place), Buffer.from(JSON.stringify(plain)), random).toString('base64');
  }
}

/**
 * The key of a record that never sealed anything. An erased record gets no second key, or the erased would come back;
 * one whose key is not here gets none either, or its own would find the place taken.
 */
function makeFirstKey(projection: Projection, tx: Tx, record: number): KeyObject {
  const events = listRecordEvents(tx, record).map(({ wire }) => decodeWire(wire));
  if (events.some((event) => event?.type === RECORD_ERASED)) throw new Refusal('RECORD_ERASED', undefined);
  if (events.some((event) => event?.sealed)) throw new Refusal('RECORD_LOCKED', undefined);
  return projection.keys.make(tx, record);
}

function headOf(db: Db, journal: number): { readonly seq: number; readonly hash: Uint8Array } {
  const head = findHead(db, journal);
  return head ? { seq: countOf(head.id), hash: head.hash } : { seq: 0, hash: GENESIS_HASH };
}

const dayCounter = (journal: number): string => `day:${journal}`;

/** The latest day that the journal wrote under; one before all days where it never wrote. */
function readDay(db: Db, journal: number): BusinessDay {
  const digits = String(readCounter(db, dayCounter(journal))).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
