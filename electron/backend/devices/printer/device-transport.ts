// Jobs to a printer behind a device file (/dev/usb/lp0), written by a child so that a stuck printer never stops us.
import { askStatus } from './escpos-commands.ts';
import { runChild, type ChildEnd } from './child.ts';
import { createAnswerFilter, readStatus, STATUS_QUESTIONS, type PrinterStatus } from './printer-status.ts';
import type { Outcome, Transport, TransportProblem } from './printer-transport.ts';

export interface DeviceLimits {
  /** For the answers to all status questions. */
  readonly answerMs: number;
  /** For a whole job: a printer out of paper takes no more bytes. */
  readonly jobMs: number;
}

const DEVICE_LIMITS: DeviceLimits = { answerMs: 1000, jobMs: 30_000 };

export interface DeviceTransportOptions {
  /** A character device; anything else is never written to. */
  readonly path: string;
  readonly limits?: DeviceLimits;
  /** False for printers known never to answer. */
  readonly answersStatus?: boolean;
}

// The path is an argument of the script and never part of its text. Each says `open` before the first byte leaves.
const LOOK = '[ -c "$1" ] || exit 65; [ -w "$1" ] || exit 66; ';
const SEND = `${LOOK}exec 3> "$1"; echo open; exec cat >&3`;
const ASK = `${LOOK}exec 3<> "$1"; echo open; cat >&3; exec cat <&3`;
const OPEN = Buffer.from('open\n');

/** What the system kept us from: the file is not there, not ours to write, or another program holds it. */
const UNOPENED: Readonly<Record<number, TransportProblem>> = { 65: 'UNREACHABLE', 66: 'NOT_ALLOWED' };

/** A transport that opens the device once a job, and once for each round of status questions. Linux and macOS. */
export function createDeviceTransport(options: DeviceTransportOptions): Transport {
  const { path, limits = DEVICE_LIMITS } = options;
  const asks = options.answersStatus ?? true;
  // A cable of one direction is noticed once and not waited for again with every slip.
  let knownMute = false;

  const ask = async (signal: AbortSignal): Promise<PrinterStatus | null> => {
    const input = Buffer.concat(STATUS_QUESTIONS.map((question) => askStatus(question)));
    const end = await runChild({
      ...{ command: '/bin/sh', args: ['-c', ASK, 'sh', path], input, signal, limitMs: limits.answerMs },
      enough: (output) => answersIn(output) !== null,
    });
    const answers = answersIn(end.output);
    return answers && readStatus(answers);
  };

  return {
    async send(bytes, signal): Promise<Outcome> {
      if (bytes.length === 0) throw new RangeError('a print job needs at least one byte');
      const before = asks && !knownMute ? await ask(signal) : null;
      if (before !== null && before.trouble !== null) return { outcome: 'refused', problem: before.trouble };

      const args = ['-c', SEND, 'sh', path];
      const end = await runChild({
        ...{ command: '/bin/sh', args, input: bytes, signal, limitMs: limits.jobMs },
      });
      const problem = problemOf(end);
      if (!end.output.subarray(0, OPEN.length).equals(OPEN)) {
        return { outcome: 'refused', problem: problem ?? 'UNREACHABLE' };
      }
      // Only a printer that is there can be called mute.
      knownMute ||= before === null;
      const after = before === null ? null : await ask(signal);
      if (after !== null && after.trouble !== null) return { outcome: 'unknown', problem: after.trouble };
      if (problem !== null) return { outcome: 'unknown', problem };
      return { outcome: 'printed', paperNearEnd: after?.paperNearEnd ?? false };
    },
  };
}

/** Null: every byte went to the device. */
function problemOf(end: ChildEnd): TransportProblem | null {
  switch (end.end) {
    case 'exited':
      if (end.code === 0) return null;
      return end.output.length > 0 ? 'CONNECTION_LOST' : (UNOPENED[end.code ?? 0] ?? 'IN_USE');
    case 'late':
      return 'STALLED';
    case 'stopped':
      return 'STOPPED';
    case 'ended':
    case 'missing':
      return 'UNREACHABLE';
  }
}

function answersIn(output: Buffer): [number, number, number, number] | null {
  const [printer, offlineCause, error, paper] = createAnswerFilter()(output.subarray(OPEN.length));
  return printer === undefined || offlineCause === undefined || error === undefined || paper === undefined
    ? null
    : [printer, offlineCause, error, paper];
}
