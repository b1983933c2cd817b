// Readers and a printer made of code, as a desk can be pointed at them: serial paths and a TCP address.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cards from '../../../resources/sample/cards.json' with { type: 'json' };
import type { IdCard } from '../../backend/devices/card-reader/id-card.ts';
import { PRINTER_PROFILES } from '../../backend/devices/printer/printer-profile.ts';
import {
  openCardReaderSimulator,
  type CardReaderSimulator,
} from '../../backend/devices/simulator/card-reader.simulator.ts';
import {
  openLineReaderSimulator,
  type LineReaderSimulator,
} from '../../backend/devices/simulator/line-reader.simulator.ts';
import {
  startPrinterSimulator,
  type PrinterBehaviour,
  type PrinterSimulator,
  type SimulatedJob,
} from '../../backend/devices/simulator/printer.simulator.ts';
import { layPtyCable, type PtyCable } from '../../backend/devices/simulator/pty.ts';
import { drawSlip } from '../../backend/devices/simulator/slip-image.ts';

/** A slip that came out of the simulated printer. */
export interface PrintedSlip {
  /** 1, 2, … since the start. */
  readonly count: number;
  /** Path of its picture; null where the printer could not make anything of the bytes. */
  readonly picture: string | null;
  readonly job: SimulatedJob;
}

export interface SimulatedDesk extends AsyncDisposable {
  /** For `--reader`. */
  readonly readerPath: string;
  /** For `--printer`. */
  readonly printerAddress: string;
  readonly reader: Pick<CardReaderSimulator, 'present' | 'remove' | 'misbehave' | 'behave'>;
  readonly cable: Pick<PtyCable, 'unplug'>;
  /** To be set up in the settings: what reads tags, and what scans codes. */
  readonly tagReaderPath: string;
  readonly tagReader: LineReaderSimulator;
  readonly scannerPath: string;
  readonly scanner: LineReaderSimulator;
  /** Holds the scanner to the last slip that came out; nothing where it shows no code. */
  scanSlip(): void;
  /** `off`: nobody answers at the address any more. */
  printer(behaviour: PrinterBehaviour | 'off'): Promise<void>;
}

export interface SimulatedDeskOptions {
  /** Where the pictures of slips go; it is made. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly printerPort: number;
  /** Called in the order of printing, once the picture is written. */
  readonly onSlip: (slip: PrintedSlip) => void;
  /** A picture could not be drawn or written. */
  readonly onError: (error: unknown) => void;
}

/** The five invented cards, one of each layout that there is, in the order of the menu. */
export const SAMPLE_CARDS = Object.values(cards) as readonly IdCard[];

const timers = { setTimeout, clearTimeout };
const paper = PRINTER_PROFILES.rom80;

/** Another program answers at the printer's port. Nothing was started. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';

  constructor(port: number, cause: unknown) {
    super(`Port ${port} of 127.0.0.1 is taken: choose another one.`, { cause });
  }
}

/** Starts all of them, on 127.0.0.1 and a pty only. Rejects with PtyCableError or PortTakenError. */
export async function startSimulatedDesk(options: SimulatedDeskOptions): Promise<SimulatedDesk> {
  await using stack = new AsyncDisposableStack();
  await mkdir(options.folder, { recursive: true });
  const cableFolder = await mkdtemp(join(tmpdir(), 'foyer-reader-'));
  stack.defer(() => rm(cableFolder, { recursive: true, force: true }));
  const cable = await layPtyCable(cableFolder);
  stack.defer(() => cable.unplug());
  const reader = await openCardReaderSimulator({ path: cable.devicePath, timers });
  stack.defer(() => reader.close());
  const lineReader = async (name: string) => {
    const own = join(cableFolder, name);
    await mkdir(own);
    const laid = await layPtyCable(own);
    stack.defer(() => laid.unplug());
    const simulator = await openLineReaderSimulator({ path: laid.devicePath, timers });
    stack.defer(() => simulator.close());
    return { path: laid.deskPath, simulator };
  };
  const tagReader = await lineReader('tags');
  const scanner = await lineReader('codes');
  let code: string | null = null;
  const slips = createSlipWriter({
    ...options,
    onSlip(slip) {
      code = codeOn(slip.job);
      options.onSlip(slip);
    },
  });
  stack.defer(slips.written);
  const printer = await startSwitchedPrinter(options.printerPort, slips.write);
  stack.defer(() => printer.turn('off'));
  const started = stack.move();
  return {
    readerPath: cable.deskPath,
    printerAddress: `tcp://127.0.0.1:${printer.port}`,
    reader,
    cable,
    tagReaderPath: tagReader.path,
    tagReader: tagReader.simulator,
    scannerPath: scanner.path,
    scanner: scanner.simulator,
    scanSlip() {
      if (code !== null) scanner.simulator.scan(code);
    },
    printer: printer.turn,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

function codeOn({ lines }: SimulatedJob): string | null {
  const qr = lines?.find((line) => line.kind === 'qr');
  return qr?.kind === 'qr' ? qr.data : null;
}

/** A printer with a switch: off, nobody answers at its port; on again, it has the same one. */
async function startSwitchedPrinter(wanted: number, onJob: (job: SimulatedJob) => void) {
  const start = (port: number): Promise<PrinterSimulator> =>
    startPrinterSimulator({ port, paper, timers, onJob }).catch((error: unknown) => {
      throw new PortTakenError(port, error);
    });
  let on: PrinterSimulator | null = await start(wanted);
  const { port } = on;
  return {
    port,
    async turn(behaviour: PrinterBehaviour | 'off'): Promise<void> {
      if (behaviour === 'off') {
        await on?.close();
        on = null;
        return;
      }
      on ??= await start(port);
      on.behave(behaviour);
    },
  };
}

/** Draws and writes slips one after the other. The names tell their order and nothing of whose they are. */
function createSlipWriter({ folder, onSlip, onError }: SimulatedDeskOptions) {
  let count = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    write(job: SimulatedJob): void {
      count += 1;
      const nth = count;
      writing = writing.then(() => draw(nth, job)).catch(onError);
    },
    /** Settles when every slip so far lies in the folder. */
    written: (): Promise<void> => writing,
  };

  async function draw(nth: number, job: SimulatedJob): Promise<void> {
    const picture = job.lines ? join(folder, `slip-${String(nth).padStart(4, '0')}.png`) : null;
    if (picture && job.lines) await writeFile(picture, await drawSlip(job.lines, paper));
    onSlip({ count: nth, picture, job });
  }
}
