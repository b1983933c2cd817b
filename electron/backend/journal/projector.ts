// The face that turns one noun's events into rows: fold is pure, load/save/remove are its store.
import type { Db, Tx } from '../database/handle.ts';
import type { EventCatalogue, OpenedEvent } from './events.ts';

/** What a fold may ask for besides the event: pure functions of the property's secrets. */
export interface FoldTools {
  /** Finds equal values of a kind without keeping them. */
  blindIndex(kind: string, value: string): string;
}

/**
 * The state after an event. `issue` names what the event says that the state did not allow: it becomes a row that
 * staff see and resolve. A fold never refuses and never throws.
 */
export interface Folded<State> {
  readonly state: State | null;
  readonly issue?: string;
}

export interface Projector<C extends EventCatalogue, State> {
  /** What event types begin with: `visit` for `visit.arrived`. */
  readonly noun: string;
  readonly catalogue: C;
  /** Pure and total. `state` is null before the record's first event. */
  fold(state: State | null, event: OpenedEvent<C>, tools: FoldTools): Folded<State>;
  load(db: Db, record: number): State | null;
  /** `before` is the state that the rows hold, null where there are none, or where `load` does not read them. */
  save(tx: Tx, record: number, state: State, before: State | null): void;
  remove(tx: Tx, record: number): void;
}

/** A projector whose types only its own register knows. */
export interface AnyProjector {
  readonly noun: string;
  readonly catalogue: EventCatalogue;
  fold(state: unknown, event: unknown, tools: FoldTools): Folded<unknown>;
  load(db: Db, record: number): unknown;
  save(tx: Tx, record: number, state: unknown, before: unknown): void;
  remove(tx: Tx, record: number): void;
}

/** Hands a register's projector to the journal, which folds every noun alike and looks into none. */
export function projector<C extends EventCatalogue, State>(face: Projector<C, State>): AnyProjector {
  return {
    noun: face.noun,
    catalogue: face.catalogue,
    fold: (state, event, tools) => face.fold(state as State | null, event as OpenedEvent<C>, tools),
    load: (db, record) => face.load(db, record),
    save: (tx, record, state, before) => face.save(tx, record, state as State, before as State | null),
    remove: (tx, record) => face.remove(tx, record),
  };
}
