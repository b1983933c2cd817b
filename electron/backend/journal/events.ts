// What a register says about its events: their names, versions, shapes, and how old versions are read today.
import type { z } from 'zod';
import type { JsonObject, WireEvent } from '../../../head-office/protocol/wire.ts';

/** The two halves of an event as an older program wrote it. */
export interface EventContent {
  readonly body: JsonObject;
  readonly sealed: JsonObject | null;
}

/** One kind of event. `upcasts[n]` turns version n into n + 1; it is pure and frozen once shipped. */
export interface EventDefinition<
  Body extends z.ZodType<JsonObject> = z.ZodType<JsonObject>,
  Sealed extends z.ZodType<JsonObject> | null = z.ZodType<JsonObject> | null,
> {
  readonly version: number;
  readonly body: Body;
  /** Everything personal; null where the event holds nothing of the kind. */
  readonly sealed: Sealed;
  readonly upcasts?: Readonly<Record<number, (old: EventContent) => EventContent>>;
}

/** All events of one noun, by full type name (`visit.arrived`). */
export type EventCatalogue = Readonly<Record<string, EventDefinition>>;

/** What every event carries besides its content. */
export type EventMeta = { readonly id: number } & Pick<
  WireEvent,
  | ('record' | 'happenedAt' | 'recordedAt' | 'day' | 'clock')
  | ('actor' | 'staff' | 'approver' | 'shift' | 'desk')
>;

type SealedOf<D extends EventDefinition> = D['sealed'] extends z.ZodType ? z.infer<D['sealed']> : null;

/** An event to be appended: its type, and the content that its definition asks for. */
export type NewEvent<C extends EventCatalogue> = {
  [T in keyof C & string]: {
    readonly type: T;
    readonly body: z.infer<C[T]['body']>;
    readonly sealed: SealedOf<C[T]>;
    /** When it truly happened, where that is not now (entered late). */
    readonly happenedAt?: number;
  };
}[keyof C & string];

/** An event opened for folding. `sealed` is null as well where its key is gone (erased) or not here (locked). */
export type OpenedEvent<C extends EventCatalogue> = {
  [T in keyof C & string]: EventMeta & {
    readonly type: T;
    readonly body: z.infer<C[T]['body']>;
    readonly sealed: SealedOf<C[T]> | null;
  };
}[keyof C & string];

/** The definition of a type; undefined for types that this catalogue lacks, whatever they are called. */
export function definitionOf(catalogue: EventCatalogue, type: string): EventDefinition | undefined {
  return Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
}

export function metaOf(id: number, wire: WireEvent): EventMeta {
  const { record, happenedAt, recordedAt, day, clock, actor, staff, approver, shift, desk } = wire;
  return { id, record, happenedAt, recordedAt, day, clock, actor, staff, approver, shift, desk };
}
