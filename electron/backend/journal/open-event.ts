// Opens a stored event for folding: decode, upcast, unseal, check its shape. Answers an issue instead of throwing.
import type { KeyObject } from 'node:crypto';
import { decodeWire, type JsonObject, type WireEvent } from '../../../head-office/protocol/wire.ts';
import { unseal } from '../privacy/sealing.ts';
import { definitionOf, metaOf, type EventCatalogue, type EventContent } from './events.ts';
import type { StoredEvent } from './journal.store.ts';

/** Why an event could not be folded, or only in part. Shown to staff; the event itself is kept and forwarded. */
export type OpenIssue = 'NEWER_PROGRAM' | 'UNREADABLE' | 'LOCKED';

export interface Opened {
  /** Ready to fold; null where its type or version is unknown here, or its content is not what its version says. */
  readonly event: unknown;
  readonly issue: OpenIssue | null;
}

/** The place of a ciphertext: it opens nowhere else. */
export function sealContext(event: Pick<WireEvent, 'journal' | 'seq' | 'record' | 'type'>): string {
  return `${event.journal}:${event.seq}:${event.record}:${event.type}`;
}

/**
 * `key` is the record's data key, null where there is none; `erased` says that it was destroyed on purpose. Without
 * a key the sealed half opens as null: quietly when erased, as LOCKED when not.
 */
export function openEvent(
  stored: StoredEvent,
  catalogue: EventCatalogue,
  key: KeyObject | null,
  erased: boolean,
): Opened {
  const wire = decodeWire(stored.wire);
  if (wire === null) return { event: null, issue: 'UNREADABLE' };
  const definition = definitionOf(catalogue, wire.type);
  if (!definition || wire.version > definition.version) return { event: null, issue: 'NEWER_PROGRAM' };

  const plain = wire.sealed !== null && key !== null ? readSealed(wire, key) : null;
  const locked = wire.sealed !== null && plain === null && !erased;
  let content: EventContent = { body: wire.body, sealed: plain };
  try {
    for (let version = wire.version; version < definition.version; version += 1) {
      const upcast = definition.upcasts?.[version];
      if (!upcast) return { event: null, issue: 'UNREADABLE' };
      content = upcast(content);
    }
  } catch {
    return { event: null, issue: 'UNREADABLE' };
  }
  const body = definition.body.safeParse(content.body);
  const sealed = content.sealed === null ? null : definition.sealed?.safeParse(content.sealed);
  if (!body.success || (sealed && !sealed.success)) return { event: null, issue: 'UNREADABLE' };
  const event = {
    ...metaOf(stored.id, wire),
    type: wire.type,
    body: body.data,
    sealed: sealed?.data ?? null,
  };
  return { event, issue: locked ? 'LOCKED' : null };
}

/** The sealed half in the clear, or null where this is not its key. */
export function readSealed(wire: WireEvent, key: KeyObject): JsonObject | null {
  const plain = unseal(key, sealContext(wire), Buffer.from(wire.sealed ?? '', 'base64'));
  if (plain === null) return null;
  try {
    const value: unknown = JSON.parse(plain.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
