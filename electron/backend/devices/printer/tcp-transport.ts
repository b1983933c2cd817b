// Jobs to a network printer on a raw TCP port (usually 9100), without losing the last bytes of a slip.
import { connect, type Socket } from 'node:net';
import { askStatus } from './escpos-commands.ts';
import { createAnswerFilter, readStatus, STATUS_QUESTIONS, type PrinterStatus } from './printer-status.ts';
import type { Outcome, Transport, TransportProblem } from './printer-transport.ts';

export interface TcpLimits {
  readonly connectMs: number;
  /** For one answer to a status question. */
  readonly answerMs: number;
  /** Nothing sent, nothing heard: after the job the end of waiting, within it a stall. */
  readonly quietMs: number;
  /** For the printer to hang up, however much it talks meanwhile. */
  readonly farewellMs: number;
}

const TCP_LIMITS: TcpLimits = { connectMs: 2000, answerMs: 1000, quietMs: 3000, farewellMs: 30_000 };

export interface TcpTransportOptions {
  readonly host: string;
  readonly port: number;
  readonly limits?: TcpLimits;
  /** False for printers known never to answer: saves them the waiting, and their silence counts as printed. */
  readonly answersStatus?: boolean;
}

/** A transport that opens one connection for each job. */
export function createTcpTransport(options: TcpTransportOptions): Transport {
  const limits = options.limits ?? TCP_LIMITS;
  const asks = options.answersStatus ?? true;
  // Many network modules never answer. That is seen once and not waited for again with every slip.
  let knownMute = false;

  const deliver = async (line: PrinterLine, bytes: Buffer): Promise<Outcome> => {
    const before = asks && !knownMute ? await line.askStatus() : null;
    const lost = line.problem() ?? before?.trouble ?? null;
    if (lost !== null) return { outcome: 'refused', problem: lost };
    knownMute ||= before === null;

    await line.write(bytes);
    const after = before !== null ? await line.askStatus() : null;
    const farewell = await line.finish();
    if (after !== null && after.trouble !== null) return { outcome: 'unknown', problem: after.trouble };
    if (farewell === null || (farewell === 'NO_ANSWER' && (after !== null || !asks))) {
      return { outcome: 'printed', paperNearEnd: after?.paperNearEnd ?? false };
    }
    return { outcome: 'unknown', problem: farewell };
  };

  return {
    async send(bytes, signal) {
      if (bytes.length === 0) throw new RangeError('a print job needs at least one byte');
      if (signal.aborted) return { outcome: 'refused', problem: 'STOPPED' };
      const line = await openLine(options.host, options.port, limits, signal);
      if (line === null) return { outcome: 'refused', problem: signal.aborted ? 'STOPPED' : 'UNREACHABLE' };
      try {
        return await deliver(line, bytes);
      } finally {
        line.close();
      }
    },
  };
}

interface PrinterLine {
  /** Null when it does not answer in time, or cannot any more. */
  readonly askStatus: () => Promise<PrinterStatus | null>;
  /** Settles when the bytes are with the operating system or never will be. */
  readonly write: (bytes: Buffer) => Promise<void>;
  /** Half-closes and waits for the printer to hang up. Null: it did, having taken everything. */
  readonly finish: () => Promise<TransportProblem | null>;
  readonly problem: () => TransportProblem | null;
  readonly close: () => void;
}

async function openLine(
  host: string,
  port: number,
  limits: TcpLimits,
  signal: AbortSignal,
): Promise<PrinterLine | null> {
  const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
  const abandon = () => socket.destroy();
  signal.addEventListener('abort', abandon, { once: true });
  const timer = setTimeout(abandon, limits.connectMs);
  const connected = await new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true));
    socket.once('close', () => settle(false));
    // 'close' follows every error; without a listener the error would end the process.
    socket.on('error', () => {});
  });
  clearTimeout(timer);
  socket.once('close', () => signal.removeEventListener('abort', abandon));
  if (!connected) signal.removeEventListener('abort', abandon);
  return connected ? watchLine(socket, limits, signal) : null;
}

function watchLine(socket: Socket, limits: TcpLimits, signal: AbortSignal): PrinterLine {
  const filter = createAnswerFilter();
  let answers: number[] = [];
  let problem: TransportProblem | null = null;
  let begun = false;
  let finishing = false;
  let quiet = false;
  let wake: () => void = () => {};
  const fail = (what: TransportProblem) => {
    problem ??= what;
    wake();
  };

  // Reading never stops: closing a socket with unread bytes resets it, and the printer then drops the slip.
  socket.on('data', (chunk) => {
    // What talks without end is no printer, and must not fill the memory meanwhile.
    const heard = filter(chunk);
    if (answers.length === 0) answers = heard.slice(0, 1);
    wake();
  });
  socket.on('end', () => (finishing ? wake() : fail('CLOSED_EARLY')));
  socket.on('timeout', () => {
    quiet = true;
    wake();
  });
  // Whether a printer that hangs up sends an end or a reset is chance as long as no job has begun.
  const broken = () => (signal.aborted ? 'STOPPED' : begun ? 'CONNECTION_LOST' : 'CLOSED_EARLY');
  socket.on('error', () => fail(broken()));
  socket.on('close', () => (finishing && !signal.aborted ? wake() : fail(broken())));

  /** Waits until `done` holds, the line fails, or the time is over. */
  const waitUntil = async (done: () => boolean, ms: number): Promise<void> => {
    if (done() || problem !== null) return;
    await new Promise<void>((settle) => {
      const timer = setTimeout(settle, ms);
      wake = () => {
        if (!done() && problem === null) return;
        clearTimeout(timer);
        settle();
      };
    });
    wake = () => {};
  };

  const ask = async (which: 1 | 2 | 3 | 4): Promise<number | null> => {
    if (problem !== null) return null;
    answers = [];
    socket.write(askStatus(which));
    await waitUntil(() => answers.length > 0, limits.answerMs);
    return answers[0] ?? null;
  };

  return {
    async askStatus() {
      const bytes: number[] = [];
      for (const question of STATUS_QUESTIONS) {
        const answer = await ask(question);
        if (answer === null) return null;
        bytes.push(answer);
      }
      const [printer = 0, offlineCause = 0, error = 0, paper = 0] = bytes;
      return readStatus([printer, offlineCause, error, paper]);
    },
    async write(bytes) {
      begun = true;
      let written = false;
      socket.setTimeout(limits.quietMs);
      socket.write(bytes, () => {
        written = true;
        wake();
      });
      await waitUntil(() => written || quiet, limits.farewellMs);
      if (!written) fail('STALLED');
    },
    async finish() {
      if (problem !== null) return problem;
      finishing = true;
      quiet = false;
      socket.setTimeout(limits.quietMs);
      socket.end();
      await waitUntil(() => socket.closed || quiet, limits.farewellMs);
      return problem ?? (socket.closed ? null : 'NO_ANSWER');
    },
    problem: () => problem,
    close: () => socket.destroy(),
  };
}
