// The devices of training mode: a card reader and a slip printer made of code, inside this process.
import cards from '../../../resources/sample/cards.json' with { type: 'json' };
import { BAUD_RATES, type PrinterSetting, type ReaderSetting } from '../../api/devices.contract.ts';
import type { PracticePrinter } from '../../api/training.contract.ts';
import type { IdCard } from '../devices/card-reader/id-card.ts';
import { openSerialLink, type OpenSerialLink } from '../devices/serial/serial-link.ts';
import { PRINTER_PROFILES } from '../devices/printer/printer-profile.ts';
import type { Slip } from '../devices/printer/slip.ts';
import { createCardReaderSimulator } from '../devices/simulator/card-reader.simulator.ts';
import type { PrintedLine } from '../devices/simulator/printer-decoder.ts';
import { startPrinterSimulator } from '../devices/simulator/printer.simulator.ts';
import type { Timers } from '../devices/timers.ts';
import { markedForTraining } from './training.slip.ts';

/** What stands at a desk where none was set up in the settings. */
export interface StandIns {
  readonly reader: ReaderSetting;
  readonly printer: PrinterSetting;
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
const PAPER = PRINTER_PROFILES.rom80;
/** As long as a card lies on a reader. */
const CARD_MS = 3000;
/** More than anybody wants to look at again. */
const KEPT = 20;

/** Starts the printer on a free port of this machine. Rejects where there is none. */
export async function startTrainingDevices(timers: Timers): Promise<TrainingDevices> {
  let hear: (chunk: Uint8Array) => void = () => {};
  let listener: () => void = () => {};
  let taking: NodeJS.Timeout | undefined;
  let behaviour: PracticePrinter = 'healthy';
  let count = 0;
  const kept = new Map<number, readonly PrintedLine[]>();
  const reader = createCardReaderSimulator({ write: (bytes) => hear(bytes), timers });
  const printer = await startPrinterSimulator({
    ...{ port: 0, paper: PAPER, timers },
    onJob({ complete, lines }) {
      if (!complete || lines === null) return;
      count += 1;
      kept.set(count, lines);
      kept.delete(count - KEPT);
      listener();
    },
  });

  const openPort: OpenSerialLink = async (options) => {
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
      await printer.close();
    },
  };
}
