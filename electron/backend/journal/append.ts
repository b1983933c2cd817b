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

export type Append = (tx: Tx, appending: Appending) => void;

/** The day a journal writes under: the local date, and never before the latest one it already wrote under. */
export function recordingDay(db: Db, journal: number, calendar: Calendar, now: number): BusinessDay {
  return dayAt(db, journal, calendar, now).day;
}

/** `begins`: nothing was written under this day yet. */
function dayAt(
  db: Db,
  journal: number,
  calendar: Calendar,
  now: number,
): { readonly day: BusinessDay; readonly begins: boolean } {
  const today = calendar.dayOf(now);
  const latest = readCounter(db, dayCounter(journal));
  if (dayNumber(today) > latest) return { day: today, begins: true };
  return { day: fromDayNumber(latest), begins: false };
}

/** Makes the one function that writes events of this journal. */
export function createAppender(parts: AppenderParts): Append {
  const { journal, clock, random, projection } = parts;
  return (tx, { record, isNew, known, event, author, commandId }) => {
    const now = clock.now();
    const { day, begins } = dayAt(tx, journal, parts.calendar(), now);
    if (begins) writeCounter(tx, dayCounter(journal), dayNumber(day));
    const head = findHead(tx, journal);
    const seq = head ? countOf(head.id) + 1 : 1;
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
      day,
      clock: Math.max(now, (last?.clock ?? -1) + 1),
      body: event.body,
      sealed,
    };
    const bytes = encodeWire(wire);
    const id = joinId(journal, seq);
    insertEvent(tx, {
      id,
      record,
      clock: wire.clock,
      wire: bytes,
      hash: hashWire(head?.hash ?? GENESIS_HASH, bytes),
    });
    const opened = { ...metaOf(id, wire), type: event.type, body: event.body, sealed: event.sealed };
    projectLatest(projection, tx, opened, isNew ? null : known);
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

const dayCounter = (journal: number): string => `day:${journal}`;
const dayNumber = (day: BusinessDay): number => Number(day.replaceAll('-', ''));
const fromDayNumber = (value: number): BusinessDay =>
  String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
