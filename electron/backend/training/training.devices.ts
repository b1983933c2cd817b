// The devices of training mode: readers of cards, tags and codes and a slip printer made of code, inside this process.
import cards from '../../../resources/sample/cards.json' with { type: 'json' };
import {
  BAUD_RATES,
  type LineReaderSetting,
  type PrinterSetting,
  type ReaderSetting,
} from '../../api/devices.contract.ts';
import type { PracticePrinter } from '../../api/training.contract.ts';
import type { IdCard } from '../devices/card-reader/id-card.ts';
import { openSerialLink, type OpenSerialLink } from '../devices/serial/serial-link.ts';
import { PRINTER_PROFILES } from '../devices/printer/printer-profile.ts';
import type { Slip } from '../devices/printer/slip.ts';
import { createCardReaderSimulator } from '../devices/simulator/card-reader.simulator.ts';
import {
  createLineReaderSimulator,
  type LineReaderSimulator,
} from '../devices/simulator/line-reader.simulator.ts';
import type { PrintedLine } from '../devices/simulator/printer-decoder.ts';
import { startPrinterSimulator } from '../devices/simulator/printer.simulator.ts';
import type { Timers } from '../devices/timers.ts';
import { markedForTraining } from './training.slip.ts';

/** What stands at a desk where none was set up in the settings. */
export interface StandIns {
  readonly reader: ReaderSetting;
  readonly printer: PrinterSetting;
  /** A tag reader and a scanner. */
  readonly lineReaders: readonly LineReaderSetting[];
  /** Opens the stand-in's port, and every other one as usual. */
  readonly openPort: OpenSerialLink;
  /** What every slip goes through, whichever printer it goes to. */
  readonly mark: (slip: Slip) => Slip;
}

export interface TrainingDevices {
  readonly standIns: StandIns;
  readonly cards: readonly IdCard[];
  /** Lays a card on the reader; it is taken away again, as a hand does. */
  present(card: IdCard): void;
  /** UIDs of fobs that one can bind to a key, or give to a colleague as a badge. */
  readonly tags: readonly string[];
  /** Holds a fob to the tag reader for a moment. */
  presentTag(uid: string): void;
  /** Scans the code on the last slip; nothing where none with a code has come out. */
  scanSlip(): void;
  readonly printer: PracticePrinter;
  /** From the next slip on. */
  turnPrinter(to: PracticePrinter): void;
  /** How many slips have come out. */
  readonly slips: number;
  /** The picture of the nth slip; null where it is not kept any more. Rejects with NoSlipFontError. */
  picture(nth: number): Promise<Buffer | null>;
  /** Hears each slip that comes out. One listener. */
  onSlip(listener: () => void): void;
  close(): Promise<void>;
}

const PORT = 'practice-reader';
const TAG_PORT = 'practice-tag-reader';
const SCAN_PORT = 'practice-scanner';
/** Fobs as they come from the shop. */
const TAGS = ['0063E9AE', '00A1B2C3', '0077C0DE'];
const PAPER = PRINTER_PROFILES.rom80;
/** As long as a card lies on a reader. */
const CARD_MS = 3000;
/** As long as a fob is held to one. */
const TAG_MS = 600;
/** More than anybody wants to look at again. */
const KEPT = 20;

const LINE_READERS: readonly LineReaderSetting[] = [
  {
    ...{ id: '0190a0b0-0000-7000-8000-0000000000a1', kind: 'tag', port: { path: TAG_PORT } },
    ...{ baudRate: 9600, format: 'dec10', byteOrder: 'msb' },
  },
  {
    ...{ id: '0190a0b0-0000-7000-8000-0000000000a2', kind: 'scanner', port: { path: SCAN_PORT } },
    ...{ baudRate: 9600, encoding: 'utf8' },
  },
];

/** A line without a cable, on which only the device speaks. What is written while nobody has it open is lost. */
function createPracticeLine(timers: Timers) {
  let hear: ((chunk: Uint8Array) => void) | null = null;
  return {
    // In a turn of its own, as bytes on a cable arrive.
    write: (bytes: Uint8Array): void => void timers.setTimeout(() => hear?.(bytes), 0),
    async open(onData: (chunk: Uint8Array) => void): ReturnType<OpenSerialLink> {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      hear = onData;
      return {
        closed,
        write: () => {},
        async close() {
          hear = null;
          resolve();
        },
      };
    },
  };
}

/** Starts the printer on a free port of this machine. Rejects where there is none. */
export async function startTrainingDevices(timers: Timers): Promise<TrainingDevices> {
  let hear: (chunk: Uint8Array) => void = () => {};
  let listener: () => void = () => {};
  let taking: NodeJS.Timeout | undefined;
  let letting: NodeJS.Timeout | undefined;
  let behaviour: PracticePrinter = 'healthy';
  let count = 0;
  let code: string | null = null;
  const kept = new Map<number, readonly PrintedLine[]>();
  const reader = createCardReaderSimulator({ write: (bytes) => hear(bytes), timers });
  const printer = await startPrinterSimulator({
    ...{ port: 0, paper: PAPER, timers },
    onJob({ complete, lines }) {
      if (!complete || lines === null) return;
      count += 1;
      const printed = lines.find((line) => line.kind === 'qr');
      code = printed?.kind === 'qr' ? printed.data : null;
      kept.set(count, lines);
      kept.delete(count - KEPT);
      listener();
    },
  });

  const [tagLine, codeLine] = [createPracticeLine(timers), createPracticeLine(timers)];
  const [tagReader, scanner] = [tagLine, codeLine].map(({ write }) =>
    createLineReaderSimulator({ write, timers }),
  ) as [LineReaderSimulator, LineReaderSimulator];
  const speakers = new Map([
    [TAG_PORT, tagLine.open],
    [SCAN_PORT, codeLine.open],
  ]);
  const openPort: OpenSerialLink = async (options) => {
    const spoken = speakers.get(options.path);
    if (spoken) return spoken(options.onData);
    if (options.path !== PORT) return openSerialLink(options);
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    let open = true;
    hear = options.onData;
    return {
      closed,
      write(bytes) {
        // In a turn of its own, as bytes on a cable arrive.
        timers.setTimeout(() => open && reader.receive(bytes), 0);
      },
      async close() {
        open = false;
        resolve();
      },
    };
  };

  return {
    standIns: {
      reader: { port: { path: PORT }, baudRate: BAUD_RATES[0] },
      printer: {
        connection: { kind: 'tcp', host: '127.0.0.1', port: printer.port },
        ...{ profile: 'rom80', answersStatus: true },
      },
      lineReaders: LINE_READERS,
      openPort,
      mark: markedForTraining,
    },
    cards: Object.values(cards) as readonly IdCard[],
    present(card) {
      reader.present(card);
      timers.clearTimeout(taking);
      taking = timers.setTimeout(() => reader.remove(), CARD_MS);
      taking.unref();
    },
    tags: TAGS,
    presentTag(uid) {
      tagReader.present(uid);
      timers.clearTimeout(letting);
      letting = timers.setTimeout(() => tagReader.remove(), TAG_MS);
      letting.unref();
    },
    scanSlip() {
      if (code !== null) scanner.scan(code);
    },
    get printer() {
      return behaviour;
    },
    turnPrinter(to) {
      behaviour = to;
      printer.behave(to);
    },
    get slips() {
      return count;
    },
    async picture(nth) {
      const lines = kept.get(nth);
      if (!lines) return null;
      // Drawing libraries take a while to load; whoever looks at no slip does not wait for them.
      const { drawSlip } = await import('../devices/simulator/slip-image.ts');
      return drawSlip(lines, PAPER);
    },
    onSlip(next) {
      listener = next;
    },
    async close() {
      timers.clearTimeout(taking);
      timers.clearTimeout(letting);
      tagReader.remove();
      await printer.close();
    },
  };
}
