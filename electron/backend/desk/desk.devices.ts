// The desk's readers and printer, running: what they tell goes out as desk messages.
import type { BackendConfig } from '../../api/boot.ts';
import type { DeskMessage, DeskStatus, ReaderState } from '../../api/desk.contract.ts';
import {
  BAUD_RATES,
  type LineReaderSetting,
  type LineReaderTest,
  type PrinterSetting,
  type PrinterTest,
  type ReaderSetting,
  type ReaderTest,
} from '../../api/devices.contract.ts';
import type { Database } from '../database/database.ts';
import type { ReaderEvent } from '../devices/card-reader/reader-event.ts';
import {
  answered,
  cancelled,
  PrintJobError,
  type PrintAnswer,
  type PrintJob,
} from '../devices/printer/print-jobs.rules.ts';
import { createPrintJobStore } from '../devices/printer/print-jobs.store.ts';
import type { PrintQueue } from '../devices/printer/print-queue.ts';
import { createRasteriserLoader } from '../devices/printer/slip-rasteriser.ts';
import type { Slip } from '../devices/printer/slip.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { readingOf, type CardReadings } from './desk.card.ts';
import type { StandIns } from '../training/training.devices.ts';
import type { LineEvent } from '../devices/line-reader/line-reader.ts';
import type { StateEvent } from '../devices/serial/serial-device.ts';
import type { DeviceSettings } from './desk.device-settings.ts';
import { asItCame, createLineReaders } from './desk.line-readers.ts';
import { createPrinterPlace } from './desk.printer.ts';
import { createReaderPlace, refusalOf } from './desk.reader.ts';

export interface DeskDevicesParts extends CardReadings {
  /** What the command line says; it wins over the settings. */
  readonly config: Pick<BackendConfig, 'reader' | 'printer'>;
  readonly settings: Pick<DeviceSettings, 'reader' | 'printer' | 'lineReaders'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly dayOf: (ms: number) => string;
  readonly renderSlip: (job: PrintJob) => Slip | null;
  readonly publish: (message: DeskMessage) => void;
  /** The scan code of what wears an RFID tag; null for a tag that is bound to nothing. */
  readonly codeOfTag: (uid: string) => string | null;
  /** The scan code of what bears this in plain letters. */
  readonly codeOfLabel: (text: string) => string | null;
  /** In training mode: what stands here where nothing is set up, and the mark on every slip. */
  readonly standIns?: StandIns | undefined;
}

export interface DeskDevices {
  readonly readerState: () => ReaderState;
  readonly lineReaders: () => DeskStatus['lineReaders'];
  readonly printerState: () => Pick<DeskStatus, 'printer' | 'printerProblem' | 'paperNearEnd'>;
  /** Jobs that wait for the printer or for a person. */
  readonly openJobs: () => PrintJob[];
  /** The queue before the printer that stands here now; null where there is none, and jobs wait in the table. */
  readonly queue: PrintQueue | null;
  /** A person's answer about a job, also where no printer stands. Throw PrintJobError. */
  resolveJob(id: number, answer: PrintAnswer): void;
  cancelJob(id: number): void;
  /** Put another reader or printer in place, or none. Settle when it stands there. */
  useReader(setting: ReaderSetting | null): Promise<void>;
  usePrinter(setting: PrinterSetting | null): Promise<void>;
  useLineReaders(settings: readonly LineReaderSetting[]): Promise<void>;
  testReader(waitMs: number, signal: AbortSignal): Promise<ReaderTest>;
  /** Null where no reader has this id. */
  testLineReader(id: string, waitMs: number, signal: AbortSignal): Promise<LineReaderTest | null>;
  /** Null where there is no printer. */
  testPrinter(slipFor: (setting: PrinterSetting) => Slip, signal: AbortSignal): Promise<PrinterTest | null>;
  start(): void;
  stop(): Promise<void>;
}

const timers = { setTimeout, clearTimeout };

export function createDeskDevices(parts: DeskDevicesParts): DeskDevices {
  const { config, settings, clock, dayOf, log, publish, standIns } = parts;
  const mark = standIns?.mark ?? ((slip: Slip) => slip);
  const store = createPrintJobStore(parts.database);
  const changed = (): void => publish({ kind: 'status' });
  const reader = createReaderPlace(
    timers,
    (event) => publish(toMessage(event, parts)),
    config.reader === null
      ? (settings.reader() ?? standIns?.reader ?? null)
      : { port: { path: config.reader }, baudRate: BAUD_RATES[0] },
    standIns?.openPort,
  );
  const standing = (all: readonly LineReaderSetting[]): readonly LineReaderSetting[] =>
    all.length > 0 ? all : (standIns?.lineReaders ?? []);
  const lineReaders = createLineReaders({
    ...{ timers, first: standing(settings.lineReaders()), open: standIns?.openPort },
    onEvent: (event) => publish(scannedBy(event, parts)),
  });
  const printer = createPrinterPlace(
    {
      ...{ store, clock, dayOf, timers, loadRasteriser: createRasteriserLoader() },
      renderSlip(job) {
        const slip = parts.renderSlip(job);
        return slip && mark(slip);
      },
      onChange: changed,
      onError: (error) => void log.error('a slip could not be printed', error),
    },
    config.printer === null
      ? (settings.printer() ?? standIns?.printer ?? null)
      : { connection: { kind: 'tcp', ...config.printer }, profile: 'rom80', answersStatus: true },
  );
  function jobOf(id: number): PrintJob {
    const job = store.find(id);
    if (!job) throw new PrintJobError(id, null);
    return job;
  }

  return {
    get queue() {
      return printer.queue();
    },
    openJobs: store.open,
    resolveJob(id, answer) {
      const queue = printer.queue();
      if (queue) queue.resolve(id, answer);
      else store.save(answered(jobOf(id), answer, clock.now()));
    },
    cancelJob(id) {
      const queue = printer.queue();
      if (queue) queue.cancel(id);
      else store.save(cancelled(jobOf(id), clock.now()));
    },
    readerState: reader.state,
    lineReaders: lineReaders.states,
    printerState: printer.state,
    useReader: (setting) => reader.use(setting ?? standIns?.reader ?? null).finally(changed),
    usePrinter: (setting) => printer.use(setting ?? standIns?.printer ?? null).finally(changed),
    useLineReaders: (all) => lineReaders.use(standing(all)).finally(changed),
    testReader: reader.test,
    testLineReader: lineReaders.test,
    testPrinter: (slipFor, signal) =>
      printer.test((setting) => mark(slipFor(setting)), signal).finally(changed),
    start() {
      printer.start();
      reader.start();
      lineReaders.start();
    },
    async stop() {
      await Promise.all([reader.stop(), lineReaders.stop(), printer.stop()]);
    },
  };
}

function toMessage(event: ReaderEvent, parts: CardReadings): DeskMessage {
  switch (event.kind) {
    case 'state':
      return { kind: 'status' };
    case 'card':
      return { kind: 'card', card: readingOf(event.card, parts) };
    case 'removed':
      return { kind: 'cardRemoved' };
    case 'refused':
      return { kind: 'cardRefused', reason: refusalOf(event.reason) };
  }
}

/** A bound tag is its thing's scan code, from whichever page. What is not of the reader's format goes on as it came: the window says that it knows nothing by it. */
function scannedBy(
  event: LineEvent | StateEvent,
  { codeOfTag, codeOfLabel }: Pick<DeskDevicesParts, 'codeOfTag' | 'codeOfLabel'>,
): DeskMessage {
  switch (event.kind) {
    case 'state':
      return { kind: 'status' };
    case 'tag': {
      const { uid } = event;
      const code = uid === null ? null : codeOfTag(uid);
      return { kind: 'scanned', text: code ?? uid ?? asItCame(event.seen) };
    }
    case 'code':
      return { kind: 'scanned', text: codeOfLabel(event.text) ?? event.text };
  }
}
