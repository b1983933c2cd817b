// A tag reader or a scanner made of code: sends on a line what real ones send, for as long as a tag is held.
import { openSerialLink } from '../serial/serial-link.ts';
import type { Timers } from '../timers.ts';

/** How a simulated tag reader writes: ten digits and CR LF, an RDM6300 frame, or a binary frame. */
export type TagWire = 'dec10' | 'rdm6300' | 'binary';

export interface LineReaderSimulator {
  /** A tag comes near: it is sent again and again until `remove`, as readers do. */
  present(uid: string, wire?: TagWire): void;
  remove(): void;
  /** A scanner reads a code: the text and CR. */
  scan(text: string): void;
  /** Any bytes, in this one piece. */
  send(bytes: Uint8Array): void;
}

/** Readers repeat a held tag 2 to 20 times a second. */
const REPEAT_MS = 100;

export function createLineReaderSimulator(deps: {
  write: (bytes: Uint8Array) => void;
  timers: Timers;
}): LineReaderSimulator {
  const { write, timers } = deps;
  let repeating: NodeJS.Timeout | undefined;

  function repeat(bytes: Uint8Array): void {
    write(bytes);
    repeating = timers.setTimeout(() => repeat(bytes), REPEAT_MS);
    repeating.unref();
  }

  function remove(): void {
    timers.clearTimeout(repeating);
  }

  return {
    present(uid, wire = 'dec10') {
      remove();
      repeat(encodeTag(uid, wire));
    },
    remove,
    scan: (text) => write(Buffer.from(`${text}\r`)),
    send: write,
  };
}

/** `uid` in hex: four bytes for the ten digits and for RDM6300, which puts a version byte before them. */
export function encodeTag(uid: string, wire: TagWire): Buffer {
  const bytes = Buffer.from(uid, 'hex');
  switch (wire) {
    case 'dec10':
      return Buffer.from(`${String(bytes.readUInt32BE()).padStart(10, '0')}\r\n`);
    case 'rdm6300': {
      const number = Buffer.from([1, ...bytes]);
      const digits = Buffer.from([...number, xor(number)])
        .toString('hex')
        .toUpperCase();
      return Buffer.from(`\u0002${digits}\u0003`, 'latin1');
    }
    case 'binary': {
      const body = Buffer.from([bytes.length + 5, 1, ...bytes]);
      return Buffer.from([2, ...body, xor(body), 3]);
    }
  }
}

/** Puts a simulated reader on a serial port (its end of a pty pair). Rejects with SerialLinkError. */
export async function openLineReaderSimulator(deps: {
  path: string;
  timers: Timers;
}): Promise<LineReaderSimulator & { close(): Promise<void> }> {
  const link = await openSerialLink({ path: deps.path, baudRate: 9600, onData: () => undefined });
  const simulator = createLineReaderSimulator({ write: (bytes) => link.write(bytes), timers: deps.timers });
  return {
    ...simulator,
    close() {
      simulator.remove();
      return link.close();
    },
  };
}

function xor(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
