// The wire form of a journal's events: what is hashed, stored and sent, byte for byte.
import { hash } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type Actor = 'staff' | 'system' | 'import' | 'headOffice';

/** One event as it is written down. Nothing personal stands outside `sealed`. Times are UTC milliseconds. */
export interface WireEvent {
  readonly journal: number;
  /** Runs from 1 without gaps inside its journal. */
  readonly seq: number;
  /** The command (UUID) that appended it; null where no command did. */
  readonly command: string | null;
  readonly record: number;
  readonly type: string;
  readonly version: number;
  readonly happenedAt: number;
  readonly recordedAt: number;
  /** Business date of recording in the property's zone, `YYYY-MM-DD`; never runs backwards inside a journal. */
  readonly day: string;
  /** Orders a record's events: at least the wall clock, and always above every clock known of that record. */
  readonly clock: number;
  readonly actor: Actor;
  readonly staff: number | null;
  readonly approver: number | null;
  readonly shift: number | null;
  readonly desk: string | null;
  readonly body: JsonObject;
  /** Base64 of nonce (12) ‖ ciphertext ‖ tag (16), AES-256-GCM under the record's own key; null where nothing is sealed. */
  readonly sealed: string | null;
}

/** The hash before a journal's first event. */
export const GENESIS_HASH: Buffer = Buffer.alloc(32);

/**
 * The stored bytes of an event: UTF-8 JSON of its fields in the order of `WireEvent`. Encoded once, when it is
 * appended; everybody after that hashes and forwards the stored bytes and never encodes again.
 */
export function encodeWire(event: WireEvent): Buffer {
  const { journal, seq, command, record, type, version, happenedAt, recordedAt, day, clock } = event;
  const { actor, staff, approver, shift, desk, body, sealed } = event;
  return Buffer.from(
    JSON.stringify({
      ...{ journal, seq, command, record, type, version, happenedAt, recordedAt, day, clock },
      ...{ actor, staff, approver, shift, desk, body, sealed },
    }),
  );
}

/** SHA-256 over the hash before and the stored bytes: the link that makes the journal a chain. */
export function hashWire(previous: Uint8Array, wire: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([previous, wire]), 'buffer');
}

/**
 * Reads stored bytes back. Answers null for bytes that are not an event of this layout, so that a damaged or
 * foreign line is a finding and never an exception. A body is any JSON object: its register judges it.
 */
export function decodeWire(wire: Uint8Array): WireEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(wire).toString('utf8'));
  } catch {
    return null;
  }
  return isWireEvent(value) ? value : null;
}

const actors: ReadonlySet<unknown> = new Set<Actor>(['staff', 'system', 'import', 'headOffice']);
/** The last moment that a calendar of this kind reaches (ECMA-262 time values), and so the last clock. */
export const LAST_INSTANT = 8.64e15;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isInstant = (value: unknown): boolean => isCount(value) && value <= LAST_INSTANT;
const isCountOrNull = (value: unknown): boolean => value === null || isCount(value);
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

function isWireEvent(value: unknown): value is WireEvent {
  if (typeof value !== 'object' || value === null) return false;
  const e = value as Record<keyof WireEvent, unknown>;
  return (
    [e.journal, e.seq, e.record, e.version].every(isCount) &&
    [e.happenedAt, e.recordedAt, e.clock].every(isInstant) &&
    [e.staff, e.approver, e.shift].every(isCountOrNull) &&
    [e.command, e.desk, e.sealed].every(isTextOrNull) &&
    typeof e.type === 'string' &&
    typeof e.day === 'string' &&
    actors.has(e.actor) &&
    typeof e.body === 'object' &&
    e.body !== null &&
    !Array.isArray(e.body)
  );
}
