// Folds events into rows: on top of the row where the event is the record's latest, from the beginning where not.
import type { Db, Tx } from '../database/handle.ts';
import type { RecordKeys } from '../privacy/record-keys.ts';
import { genericEvents, RECORD_ERASED } from './generic-events.ts';
import { definitionOf } from './events.ts';
import {
  deleteIssues,
  insertIssue,
  listRecordEvents,
  listRecordsWithIssue,
  type StoredEvent,
} from './journal.store.ts';
import { openEvent } from './open-event.ts';
import type { AnyProjector, FoldTools } from './projector.ts';
import { decodeWire, type JsonObject } from '../../../head-office/protocol/wire.ts';

export interface Projection {
  readonly nouns: ReadonlyMap<string, AnyProjector>;
  readonly keys: RecordKeys;
  readonly tools: FoldTools;
}

/** What the fold of one record came to. */
interface Outcome {
  readonly state: unknown;
  readonly issues: readonly { readonly event: number; readonly kind: string }[];
}

/** The noun that an event type belongs to: `visit` for `visit.arrived`. */
export function nounOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}

/**
 * Applies an event that sorts after all others of its record, and answers the state by it. `event` is what `openEvent`
 * would have made of it; `known` is the record's state where the caller has it, null before its first event.
 */
export function projectLatest(
  projection: Projection,
  tx: Tx,
  event: { readonly id: number; readonly record: number; readonly type: string },
  known: object | null | undefined,
): unknown {
  const noun = projection.nouns.get(nounOf(event.type));
  if (!noun) return known;
  if (!definitionOf(noun.catalogue, event.type)) {
    insertIssue(tx, event.id, event.record, 'NEWER_PROGRAM');
    return known;
  }
  const state = known === undefined ? noun.load(tx, event.record) : known;
  const folded = noun.fold(state, event, projection.tools);
  if (folded.state !== null) noun.save(tx, event.record, folded.state, state);
  if (folded.issue !== undefined) insertIssue(tx, event.id, event.record, folded.issue);
  return folded.state;
}

/**
 * Folds again whatever an earlier, older program could not: call when a database is opened. Records that are still
 * ahead of this program stay marked.
 */
export function projectNewer(projection: Projection, tx: Tx): void {
  for (const record of listRecordsWithIssue(tx, 'NEWER_PROGRAM')) projectAgain(projection, tx, record);
}

/** Deletes a record's rows and folds all of its events again. */
export function projectAgain(projection: Projection, tx: Tx, record: number): void {
  const events = listRecordEvents(tx, record);
  const noun = nounOfRecord(projection, events);
  deleteIssues(tx, record);
  const outcome = foldRecord(projection, tx, record, events, noun);
  if (noun) {
    noun.remove(tx, record);
    if (outcome.state !== null) noun.save(tx, record, outcome.state, null);
  }
  for (const issue of outcome.issues) insertIssue(tx, issue.event, record, issue.kind);
}

/** A record's state as its own events up to a clock (UTC ms) make it; null before the first of them. */
export function stateAt(projection: Projection, db: Db, record: number, clock: number): unknown {
  const events = listRecordEvents(db, record);
  const until = events.filter((event) => event.clock <= clock);
  return foldRecord(projection, db, record, until, nounOfRecord(projection, events)).state;
}

/** One event of a record, and what it made of the state; null before the first event, and where the state began anew. */
export interface Step {
  readonly id: number;
  readonly type: string;
  readonly sealed: JsonObject | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A record's own story, oldest event first; without the events that this program cannot open. */
export function stepsOf(projection: Projection, db: Db, record: number): Step[] {
  const events = listRecordEvents(db, record);
  const steps: Step[] = [];
  foldRecord(projection, db, record, events, nounOfRecord(projection, events), (step) => steps.push(step));
  return steps;
}

function foldRecord(
  { keys, tools }: Projection,
  db: Db,
  record: number,
  events: readonly StoredEvent[],
  noun: AnyProjector | undefined,
  onStep?: (step: Step) => void,
): Outcome {
  const erased = events.some((stored) => decodeWire(stored.wire)?.type === RECORD_ERASED);
  const key = keys.find(db, record);
  const issues: { event: number; kind: string }[] = [];
  let state: unknown = null;
  for (const stored of events) {
    const type = decodeWire(stored.wire)?.type;
    if (type !== undefined && definitionOf(genericEvents, type)) continue;
    const opened = openEvent(stored, noun?.catalogue ?? genericEvents, key, erased);
    if (opened.issue) issues.push({ event: stored.id, kind: opened.issue });
    if (opened.event === null || !noun || type === undefined) continue;
    const folded = noun.fold(state, opened.event, tools);
    if (onStep) {
      const { sealed } = opened.event as { readonly sealed: JsonObject | null };
      onStep({ id: stored.id, type, sealed, before: state, after: folded.state });
    }
    state = folded.state;
    if (folded.issue !== undefined) issues.push({ event: stored.id, kind: folded.issue });
  }
  return { state, issues };
}

/** A record's noun stands in the types of its own events; the generic ones say nothing of it. */
function nounOfRecord({ nouns }: Projection, events: readonly StoredEvent[]): AnyProjector | undefined {
  for (const stored of events) {
    const type = decodeWire(stored.wire)?.type ?? '';
    if (definitionOf(genericEvents, type)) continue;
    const noun = nouns.get(nounOf(type));
    if (noun) return noun;
  }
  return undefined;
}
