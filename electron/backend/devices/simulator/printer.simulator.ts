// A network printer made of code: takes jobs on a TCP port, answers for its state, and misbehaves on request.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Timers } from '../timers.ts';
import {
  decodePrintJob,
  PrinterDecodeError,
  type PrintedLine,
  type PrintedPaper,
} from './printer-decoder.ts';
import { createRealTimeSplitter } from './printer-realtime.ts';

/**
 * `mute`: prints and never answers. `closesAtOnce`: hangs up as soon as it is called. `resetsMidJob`: breaks the line
 * after the first bytes of a job. `neverReads`: accepts the call and then does nothing. `reportsByItself`: sends
 * automatic status reports (ASB) all the time and reads slowly. `losesPaper`: runs out of paper during the job.
 */
export type PrinterBehaviour =
  | 'healthy'
  | 'nearEnd'
  | 'paperOut'
  | 'coverOpen'
  | 'losesPaper'
  | 'mute'
  | 'closesAtOnce'
  | 'resetsMidJob'
  | 'neverReads'
  | 'reportsByItself';

export interface SimulatedJob {
  /** The job as it came, without status questions. */
  readonly bytes: Buffer;
  /** False when the line broke before the sender was done. */
  readonly complete: boolean;
  /** Null when the bytes are nothing that this printer can print; `problem` then says why. */
  readonly lines: readonly PrintedLine[] | null;
  readonly problem: string | null;
}

export interface PrinterSimulator {
  readonly port: number;
  /** From the next connection on. */
  readonly behave: (behaviour: PrinterBehaviour) => void;
  /** Hangs up on everybody and frees the port. */
  readonly close: () => Promise<void>;
}

export interface PrinterSimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly paper: PrintedPaper;
  readonly timers: Timers;
  readonly onJob: (job: SimulatedJob) => void;
  readonly behaviour?: PrinterBehaviour;
}

// Answers to DLE EOT 1 to 4: bits 1 and 4 are always set.
const HEALTHY = [0x12, 0x12, 0x12, 0x12] as const;
const ANSWERS: Partial<Record<PrinterBehaviour, readonly number[]>> = {
  nearEnd: [0x12, 0x12, 0x12, 0x1e],
  paperOut: [0x1a, 0x32, 0x12, 0x7e],
  coverOpen: [0x1a, 0x16, 0x12, 0x12],
};
const STATUS_REPORT = Buffer.from([0x10, 0x00, 0x00, 0x0f]);
const SLOW_READ_MS = 40;

/** Listens on 127.0.0.1. Rejects when the port is taken. */
export async function startPrinterSimulator(options: PrinterSimulatorOptions): Promise<PrinterSimulator> {
  const sockets = new Set<Socket>();
  let behaviour = options.behaviour ?? 'healthy';

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, behaviour, options);
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    behave: (next) => {
      behaviour = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(socket: Socket, behaviour: PrinterBehaviour, options: PrinterSimulatorOptions): void {
  const split = createRealTimeSplitter();
  const received: Buffer[] = [];
  const bytesReceived = () => received.reduce((sum, chunk) => sum + chunk.length, 0);

  // The sender may break the line at any time; 'close' follows.
  socket.on('error', () => {});
  if (behaviour === 'closesAtOnce') {
    socket.destroy();
    return;
  }
  if (behaviour === 'neverReads') {
    socket.pause();
    return;
  }

  const answer = (question: number) => {
    if (behaviour === 'mute' || !socket.writable) return;
    const lostPaper = behaviour === 'losesPaper' && bytesReceived() > 0;
    const answers = ANSWERS[lostPaper ? 'paperOut' : behaviour] ?? HEALTHY;
    socket.write(Buffer.from([answers[question - 1] ?? 0x12]));
  };
  const takeJob = (complete: boolean) => {
    const bytes = Buffer.concat(received.splice(0));
    if (bytes.length > 0) options.onJob({ bytes, complete, ...print(bytes, options.paper) });
  };

  let ended = false;
  socket.on('data', (chunk) => {
    const { job, questions } = split(chunk);
    if (job.length > 0) received.push(job);
    for (const question of questions) answer(question);
    if (behaviour === 'resetsMidJob' && job.length > 0) socket.resetAndDestroy();
    if (behaviour === 'reportsByItself') readSlowly(socket, options.timers);
  });
  socket.on('end', () => {
    ended = true;
    takeJob(true);
    socket.end();
  });
  socket.on('close', () => {
    if (!ended) takeJob(false);
  });
}

function readSlowly(socket: Socket, timers: Timers): void {
  socket.write(STATUS_REPORT);
  socket.pause();
  timers.setTimeout(() => socket.resume(), SLOW_READ_MS);
}

function print(bytes: Buffer, paper: PrintedPaper): Pick<SimulatedJob, 'lines' | 'problem'> {
  try {
    return { lines: decodePrintJob(bytes, paper), problem: null };
  } catch (error) {
    if (!(error instanceof PrinterDecodeError)) throw error;
    return { lines: null, problem: error.message };
  }
}
