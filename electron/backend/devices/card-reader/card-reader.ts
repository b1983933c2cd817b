// The ID card reader on the desk: the talk of its protocol on a serial port that is kept open.
import {
  createSerialDevice,
  REOPEN_MS,
  type SerialDevice,
  type SerialPlace,
} from '../serial/serial-device.ts';
import type { CardEvent } from './reader-event.ts';
import { runSdtSession } from './sdt-session.ts';
import type { SessionCadence } from './sdt-session.ts';

export type CardReader = SerialDevice<CardEvent>;

export interface ReaderCadence extends SessionCadence {
  /** Pauses before the port is opened again, in ms; the last one repeats. */
  reopenMs: readonly [number, ...number[]];
}

/** What readers in the field are used to: vendors poll every 100 to 1000 ms; a card takes up to a second to read. */
export const defaultCadence: ReaderCadence = {
  answerMs: 800,
  readMs: 3000,
  gapMs: 200,
  findMs: 300,
  presenceMs: 150,
  silentLimit: 3,
  reopenMs: REOPEN_MS,
};

export interface CardReaderDeps extends Omit<SerialPlace, 'baudRate'> {
  /** Bits per second; readers leave the factory with 115200. */
  baudRate?: number;
  cadence?: ReaderCadence;
}

/** A reader that stands still until `start`. */
export function createCardReader(deps: CardReaderDeps): CardReader {
  const { baudRate = 115200, cadence = defaultCadence, timers, ...place } = deps;
  return createSerialDevice<CardEvent>(
    { ...place, timers, baudRate, reopenMs: cadence.reopenMs },
    ({ write, report }) => runSdtSession({ write, report, timers, cadence }),
  );
}
