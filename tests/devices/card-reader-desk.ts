// A desk with a card reader on a cable, for the device tests: what the reader reports is waited for, not timed.
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { ReaderSetting } from '../../electron/api/devices.contract.ts';
import { createCardReader, defaultCadence } from '../../electron/backend/devices/card-reader/card-reader.ts';
import type { CardReader, ReaderCadence } from '../../electron/backend/devices/card-reader/card-reader.ts';
import type { ReaderEvent } from '../../electron/backend/devices/card-reader/reader-event.ts';
import { openCardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import type { CardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import type { PtyCable } from '../../electron/backend/devices/simulator/pty.ts';
import { cableForTest } from '../support/pty.ts';

const timers = { setTimeout, clearTimeout };

/** The product's own cadence, only quicker, so that silence and reopening need not be sat out. */
export const quickCadence: ReaderCadence = {
  ...defaultCadence,
  answerMs: 150,
  readMs: 400,
  findMs: 30,
  presenceMs: 30,
  reopenMs: [20, 50, 100],
};

/** The frame of a whole `read` answer as recorded, by the name of its file. */
export function fixtureFrame(name: string): Uint8Array {
  const url = new URL(`./card-reader-fixtures/${name}.hex`, import.meta.url);
  return Buffer.from(readFileSync(url, 'utf8').trim(), 'hex');
}

export interface Desk {
  reader: CardReader;
  /** Every event so far. */
  events: readonly ReaderEvent[];
  /** Waits for the next event like this one, counted from the last one waited for. */
  next: <K extends ReaderEvent['kind']>(kind: K) => Promise<Extract<ReaderEvent, { kind: K }>>;
  /** Waits until the reader stands like this. */
  becomes: (state: string) => Promise<void>;
}

/** A desk whose reader is at `path`; it is stopped when the test is over. */
export function deskAt(path: string, cadence: ReaderCadence = quickCadence): Desk {
  const reader = createCardReader({ port: { path }, timers, cadence });
  const events: ReaderEvent[] = [];
  let wake = Promise.withResolvers<void>();
  let read = 0;
  reader.subscribe((event) => {
    events.push(event);
    wake.resolve();
    wake = Promise.withResolvers();
  });
  onTestFinished(() => reader.stop());
  reader.start();
  return {
    reader,
    events,
    next: async (kind) => {
      type Wanted = Extract<ReaderEvent, { kind: typeof kind }>;
      for (;;) {
        const event = events[read];
        read += event === undefined ? 0 : 1;
        if (event?.kind === kind) return event as Wanted;
        if (event === undefined) await wake.promise;
      }
    },
    becomes: async (state) => {
      while (reader.state().state !== state) await wake.promise;
    },
  };
}

export interface DeskAndReader extends Desk {
  cable: PtyCable;
  simulator: CardReaderSimulator;
  /** What the desk sent, in hex, since the simulated reader was last plugged in. */
  heard: () => string;
  /** Pulls the cable out of both. */
  pull: () => Promise<void>;
  /** Plugs it in again, with a reader that was never spoken to. */
  plugIn: () => Promise<CardReaderSimulator>;
}

/** A desk, a cable and a simulated reader, talking. */
export async function deskWithReader(cadence?: ReaderCadence): Promise<DeskAndReader> {
  const cable = await cableForTest();
  let heard = '';
  const plugSimulatorIn = async () => {
    heard = '';
    const plugged = await openCardReaderSimulator({
      path: cable.devicePath,
      timers,
      onCommandBytes: (chunk) => {
        heard += Buffer.from(chunk).toString('hex');
      },
    });
    onTestFinished(() => plugged.close());
    return plugged;
  };
  const simulator = await plugSimulatorIn();
  const desk = deskAt(cable.deskPath, cadence);
  await desk.becomes('ready');
  return {
    ...desk,
    cable,
    simulator,
    heard: () => heard,
    pull: () => cable.unplug(),
    plugIn: async () => {
      await cable.replug();
      return plugSimulatorIn();
    },
  };
}

/** What an admin types for a reader at a path of its own. */
export const readerAt = (path: string): ReaderSetting => ({ port: { path }, baudRate: 115_200 });
