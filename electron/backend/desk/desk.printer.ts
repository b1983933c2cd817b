// The place where the desk's slip printer stands: another one can be put there while slips wait, and none is lost.
import type { PrinterSetting, PrinterTest } from '../../api/devices.contract.ts';
import type { DeskStatus } from '../../api/desk.contract.ts';
import { NoSlipFontError } from '../devices/printer/no-slip-font-error.ts';
import { openTransport } from '../devices/printer/open-transport.ts';
import type { PrintJob } from '../devices/printer/print-jobs.rules.ts';
import {
  createPrintQueue,
  loadEncoder,
  type PrintQueue,
  type PrintQueueDeps,
} from '../devices/printer/print-queue.ts';
import { PRINTER_PROFILES, type PrinterProfile } from '../devices/printer/printer-profile.ts';
import type { Transport } from '../devices/printer/printer-transport.ts';
import type { Slip } from '../devices/printer/slip.ts';

export interface PrinterPlace {
  /** Null while there is no printer; slips then wait in the table. */
  readonly queue: () => PrintQueue | null;
  readonly state: () => Pick<DeskStatus, 'printer' | 'printerProblem' | 'paperNearEnd'>;
  /** The slip on the line comes to its end, or is broken off; those that wait go to the new printer. */
  use(setting: PrinterSetting | null): Promise<void>;
  /** Prints a slip that is not kept, in its turn. Null where there is no printer. */
  test(slipFor: (setting: PrinterSetting) => Slip, signal: AbortSignal): Promise<PrinterTest | null>;
  start(): void;
  stop(): Promise<void>;
}

export type PrinterPlaceParts = Omit<PrintQueueDeps, 'transport' | 'profile'>;

interface Standing {
  readonly setting: PrinterSetting;
  readonly profile: PrinterProfile;
  readonly transport: Transport;
  readonly queue: PrintQueue;
}

/** A healthy printer is done with a slip well within this time. */
const GRACE_MS = 3000;
/** After the start, when the desk has its windows open: drawing libraries take a while, and no visitor waits for them. */
const IDLE_MS = 3000;

export function createPrinterPlace(parts: PrinterPlaceParts, first: PrinterSetting | null): PrinterPlace {
  const { store, timers, loadRasteriser } = parts;
  let standing = first && stand(first);
  let started = false;
  let change: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function stand(setting: PrinterSetting): Standing {
    const transport = openTransport(setting.connection, setting.answersStatus);
    const profile = PRINTER_PROFILES[setting.profile];
    return { setting, profile, transport, queue: createPrintQueue({ ...parts, transport, profile }) };
  }

  const put = async (setting: PrinterSetting | null): Promise<void> => {
    const before = standing;
    standing = null;
    await before?.queue.stop(GRACE_MS);
    standing = setting && stand(setting);
    if (started && standing) begin(standing);
  };

  const begin = ({ queue }: Standing): void => {
    queue.start();
    timers.clearTimeout(idle);
    // A machine without a Chinese font is told of by the first slip that needs one.
    const load = () => Promise.all([loadEncoder(), loadRasteriser()]).catch(() => undefined);
    idle = timers.setTimeout(() => void load(), IDLE_MS);
    idle.unref();
  };

  return {
    queue: () => standing?.queue ?? null,
    state: () => stateOf(store.open(), standing?.queue ?? null),
    use(setting) {
      const done = change.then(() => put(setting));
      change = done.catch(() => undefined);
      return done;
    },
    async test(slipFor, signal) {
      if (standing === null) return null;
      const { setting, profile, transport, queue } = standing;
      try {
        const { encodeSlip } = await loadEncoder();
        const bytes = await encodeSlip(slipFor(setting), profile, loadRasteriser);
        const outcome = await transport.send(bytes, signal);
        queue.learn(outcome);
        return outcome;
      } catch (error) {
        if (error instanceof NoSlipFontError) return { outcome: 'refused', problem: 'NO_FONT' };
        throw error;
      }
    },
    start() {
      started = true;
      if (standing) begin(standing);
    },
    async stop() {
      started = false;
      timers.clearTimeout(idle);
      await change;
      await standing?.queue.stop();
    },
  };
}

function stateOf(open: readonly PrintJob[], queue: PrintQueue | null): ReturnType<PrinterPlace['state']> {
  if (queue === null) return { printer: 'off', printerProblem: null, paperNearEnd: false };
  const { problem, paperNearEnd } = queue.condition();
  const seen = { printerProblem: problem, paperNearEnd };
  if (open.some((job) => job.state === 'unknown')) return { printer: 'asks', ...seen };
  if (open.some((job) => job.state === 'failed')) return { printer: 'waiting', ...seen };
  if (problem === null) return { printer: 'ready', ...seen };
  return { printer: open.length > 0 ? 'waiting' : 'trouble', ...seen };
}
