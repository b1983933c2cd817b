// The printer that outlives every kill, and the passes and receipts that came out of it.
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import type { PrintedLine } from '../../electron/backend/devices/simulator/printer-decoder.ts';
import {
  startPrinterSimulator,
  type SimulatedJob,
} from '../../electron/backend/devices/simulator/printer.simulator.ts';
import type { Paper } from './ledger.rules.ts';

export interface ChaosPrinter {
  readonly port: number;
  /** Whole papers, up to the cut. */
  readonly papers: readonly Paper[];
  /** Slips that end in the middle: the sender was killed. */
  torn(): number;
  close(): Promise<void>;
}

export async function startChaosPrinter(): Promise<ChaosPrinter> {
  const papers: Paper[] = [];
  let torn = 0;
  const simulator = await startPrinterSimulator({
    port: 0,
    paper: PRINTER_PROFILES.rom80,
    timers: { setTimeout, clearTimeout },
    onJob(job) {
      const paper = readPaper(job);
      if (paper) papers.push(paper);
      else torn += 1;
    },
  });
  return { port: simulator.port, papers, torn: () => torn, close: simulator.close };
}

function readPaper({ lines }: SimulatedJob): Paper | null {
  if (lines?.at(-1)?.kind !== 'cut') return null;
  const text = lines.map(textOf).join('\n');
  const number = /[VD]-[A-Z0-9]+-\d{6}-\d{4,}/.exec(text)?.[0];
  if (number === undefined) return null;
  const copy = /存根联|Desk copy/.test(text) ? 'depositReceiptDesk' : 'depositReceipt';
  const kind = number.startsWith('V') ? 'visitPass' : copy;
  return { number, kind, reprint: Number(/(?:补打|Reprint) (\d+)/.exec(text)?.[1] ?? 0) };
}

function textOf(line: PrintedLine): string {
  return line.kind === 'text' ? line.runs.map((run) => run.text).join('') : '';
}
