// Frames of the SDT protocol: builds them, and finds them again in whatever a serial line delivers.

const preamble = Buffer.from([0xaa, 0xaa, 0xaa, 0x96, 0x69]);
const lengthAt = preamble.length;
const payloadAt = lengthAt + 2;

/** The shortest frame carries a command of two bytes, the longest text, photo and two fingerprints. */
const lengths = { min: 3, max: 0x0a00 } as const;

/** `CHECKSUM`: whole but damaged. `LENGTH`: it claims an impossible length. `GAP`: it stopped half-way. */
export type FrameDamage = 'CHECKSUM' | 'LENGTH' | 'GAP';

export type FrameEvent = { kind: 'frame'; payload: Buffer } | { kind: 'damaged'; reason: FrameDamage };

export interface FrameParser {
  /** Takes what arrived, in pieces of any size, and gives the frames that are complete now. */
  push(chunk: Uint8Array): FrameEvent[];
  /** Call it when the line fell silent with `midFrame` true: what is missing will not come any more. */
  silence(): FrameEvent[];
  /** Whether something began that is not finished yet. */
  midFrame(): boolean;
  /** Forgets what began, so that a late answer cannot grow into the next one. */
  reset(): void;
}

/** Wraps a payload (command, or status and data): preamble, length with checksum, payload, XOR of all but preamble. */
export function encodeFrame(payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(payloadAt + payload.length + 1);
  preamble.copy(frame);
  frame.writeUInt16BE(payload.length + 1, lengthAt);
  frame.set(payload, payloadAt);
  frame[frame.length - 1] = xor(frame.subarray(lengthAt, -1));
  return frame;
}

/**
 * Finds frames and finds its feet again after garbage, false preambles and half frames: a candidate that fails gives
 * back all but its first byte, for the true frame may have begun inside it.
 */
export function createFrameParser(): FrameParser {
  let held = Buffer.alloc(0);
  let damage: FrameDamage | null = null;

  function takeFrame(): Buffer | null {
    for (;;) {
      held = held.subarray(startOfCandidate(held));
      if (held.length < payloadAt) return null;
      const length = held.readUInt16BE(lengthAt);
      const end = payloadAt + length;
      if (length < lengths.min || length > lengths.max) {
        damage ??= 'LENGTH';
      } else if (held.length < end) {
        return null;
      } else if (xor(held.subarray(lengthAt, end)) === 0) {
        const payload = Buffer.from(held.subarray(payloadAt, end - 1));
        held = held.subarray(end);
        damage = null;
        return payload;
      } else {
        damage = 'CHECKSUM';
      }
      held = held.subarray(1);
    }
  }

  function takeFrames(): FrameEvent[] {
    const events: FrameEvent[] = [];
    for (let payload = takeFrame(); payload !== null; payload = takeFrame()) {
      events.push({ kind: 'frame', payload });
    }
    return events;
  }

  function reportDamage(): FrameEvent[] {
    const reason = damage;
    damage = null;
    return reason === null ? [] : [{ kind: 'damaged', reason }];
  }

  return {
    push(chunk) {
      held = Buffer.concat([held, chunk]);
      const events = takeFrames();
      // A damaged frame with nothing behind it is told at once: waiting for the deadline would cost seconds.
      // An impossible length is more likely garbage before the true answer, and waits for it.
      return held.length === 0 && damage === 'CHECKSUM' ? [...events, ...reportDamage()] : events;
    },
    silence() {
      damage ??= held.length > 0 ? 'GAP' : null;
      const events: FrameEvent[] = [];
      while (held.length > 0) {
        held = held.subarray(1);
        events.push(...takeFrames());
      }
      return [...events, ...reportDamage()];
    },
    midFrame: () => held.length > 0 || damage !== null,
    reset() {
      held = Buffer.alloc(0);
      damage = null;
    },
  };
}

/** Where a frame begins or might begin in the last bytes; behind the end when none can. */
function startOfCandidate(bytes: Buffer): number {
  const whole = bytes.indexOf(preamble);
  if (whole >= 0) return whole;
  for (let kept = Math.min(preamble.length - 1, bytes.length); kept > 0; kept -= 1) {
    const start = bytes.length - kept;
    if (bytes.subarray(start).equals(preamble.subarray(0, kept))) return start;
  }
  return bytes.length;
}

function xor(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
