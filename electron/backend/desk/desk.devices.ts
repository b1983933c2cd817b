// The desk's reader and printer, running: what they tell goes out as desk messages.
import {
  CARD_REFUSALS,
  type DeskMessage,
  type DeskStatus,
  type ReaderState,
} from '../../api/desk.contract.ts';
import type { BackendConfig } from '../../api/boot.ts';
import { createCardReader, type CardReader } from '../devices/card-reader/card-reader.ts';
import type { ReaderEvent } from '../devices/card-reader/reader-event.ts';
import { createRasteriserLoader } from '../devices/printer/slip-rasteriser.ts';
import { createPrintJobStore } from '../devices/printer/print-jobs.store.ts';
import type { PrintJob } from '../devices/printer/print-jobs.rules.ts';
import { createPrintQueue, type PrintQueue } from '../devices/printer/print-queue.ts';
import { PRINTER_PROFILES } from '../devices/printer/printer-profile.ts';
import type { Slip } from '../devices/printer/slip.ts';
import { createThermalPrinter } from '../devices/printer/thermal-printer.ts';
import { createTcpTransport } from '../devices/printer/tcp-transport.ts';
import type { Database } from '../database/database.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { readingOf, type CardReadings } from './desk.card.ts';

export interface DeskDevicesParts extends CardReadings {
  readonly config: Pick<BackendConfig, 'reader' | 'printer'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly renderSlip: (job: PrintJob) => Slip | null;
  readonly publish: (message: DeskMessage) => void;
}

export interface DeskDevices {
  readonly readerState: () => ReaderState;
  readonly printerState: () => DeskStatus['printer'];
  /** Jobs that wait for the printer or for a person. */
  readonly openJobs: () => PrintJob[];
  /** Null where no printer is set up; jobs then wait in the table. */
  readonly queue: PrintQueue | null;
  start(): void;
  stop(): Promise<void>;
}

const timers = { setTimeout, clearTimeout };

export function createDeskDevices(parts: DeskDevicesParts): DeskDevices {
  const { config, database, publish } = parts;
  const store = createPrintJobStore(database);
  const queue = config.printer && createQueue(parts, config.printer, store);
  const reader = config.reader === null ? null : createCardReader({ port: { path: config.reader }, timers });
  reader?.subscribe((event) => {
    const message = toMessage(event, parts);
    if (message) publish(message);
  });
  return {
    queue,
    openJobs: store.open,
    readerState: () => readerState(reader),
    printerState: () => printerState(store.open(), queue),
    start() {
      queue?.start();
      reader?.start();
    },
    async stop() {
      await Promise.all([reader?.stop(), queue?.stop()]);
    },
  };
}

function createQueue(
  parts: DeskDevicesParts,
  address: NonNullable<BackendConfig['printer']>,
  store: ReturnType<typeof createPrintJobStore>,
): PrintQueue {
  return createPrintQueue({
    store,
    transport: createThermalPrinter(createTcpTransport(address)),
    profile: PRINTER_PROFILES.rom80,
    loadRasteriser: createRasteriserLoader(),
    renderSlip: parts.renderSlip,
    clock: parts.clock,
    timers,
    onChange: () => parts.publish({ kind: 'status' }),
    onError: (error) => void parts.log.error('a slip could not be printed', error),
  });
}

function toMessage(event: ReaderEvent, parts: CardReadings): DeskMessage | null {
  switch (event.kind) {
    case 'state':
      return { kind: 'status' };
    case 'card':
      return { kind: 'card', card: readingOf(event.card, parts) };
    case 'removed':
      return { kind: 'cardRemoved' };
    case 'refused':
      return {
        kind: 'cardRefused',
        reason: CARD_REFUSALS.find((known) => known === event.reason) ?? 'OTHER',
      };
  }
}

function readerState(reader: CardReader | null): ReaderState {
  const state = reader?.state().state;
  if (state === undefined) return 'off';
  return state === 'absent' ? 'offline' : state;
}

function printerState(open: readonly PrintJob[], queue: PrintQueue | null): DeskStatus['printer'] {
  if (!queue) return 'off';
  if (open.some((job) => job.state === 'unknown')) return 'asks';
  return open.some((job) => job.state === 'failed') || queue.condition().problem !== null
    ? 'waiting'
    : 'ready';
}
