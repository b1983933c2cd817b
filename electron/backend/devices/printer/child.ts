// A program run for us by the system: fed, listened to, and ended with everything it started when its time is over.
import { spawn } from 'node:child_process';

export interface ChildOrder {
  readonly command: string;
  /** Handed over as they are: no shell reads them. */
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  /** It is killed after so long, in ms. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** It is killed as soon as this holds for what it wrote so far. */
  readonly enough?: (output: Buffer) => boolean;
}

/**
 * `exited`: by itself, with this code (null: somebody else's signal). `ended`: by us, as it had written enough.
 * `late`: killed at its limit. `stopped`: killed because the caller was aborted. `missing`: there is no such program.
 */
export type ChildEnd =
  | { readonly end: 'exited'; readonly code: number | null; readonly output: Buffer }
  | { readonly end: 'ended' | 'late' | 'stopped' | 'missing'; readonly output: Buffer };

/** What the programs we call read of their surroundings: where they are, and that they speak English. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' };
/** A driver can keep a killed child for good; then it is left behind. */
const BURIAL_MS = 1000;
const OUTPUT_BYTES = 256 * 1024;

/** Runs it to its end. Never rejects. */
export function runChild(order: ChildOrder): Promise<ChildEnd> {
  const { command, args, limitMs, signal } = order;
  let output = Buffer.alloc(0);
  if (signal.aborted) return Promise.resolve({ end: 'stopped', output });
  return new Promise((resolve) => {
    // A process group of its own, so that what a shell started is killed with it.
    const child = spawn(command, args, {
      detached: true,
      env: ENVIRONMENT,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let why: 'ended' | 'late' | 'stopped' | null = null;
    let burial: NodeJS.Timeout | undefined;
    const settle = (end: ChildEnd): void => {
      clearTimeout(limit);
      clearTimeout(burial);
      signal.removeEventListener('abort', abort);
      resolve(end);
    };
    const kill = (reason: 'ended' | 'late' | 'stopped'): void => {
      if (why !== null || child.pid === undefined) return;
      why = reason;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself in this moment; 'close' tells.
      }
      burial = setTimeout(() => settle({ end: reason, output }), BURIAL_MS);
    };
    const abort = (): void => kill('stopped');
    const limit = setTimeout(() => kill('late'), limitMs);
    signal.addEventListener('abort', abort, { once: true });

    child.stdout.on('data', (chunk: Buffer) => {
      output = Buffer.concat([output, chunk]).subarray(0, OUTPUT_BYTES);
      if (order.enough?.(output) === true) kill('ended');
    });
    child.on('error', () => settle({ end: 'missing', output }));
    child.on('close', (code) =>
      settle(why === null ? { end: 'exited', code, output } : { end: why, output }),
    );
    // A child that dies with its input unread breaks the pipe; how it died is told by 'close'.
    child.stdin.on('error', () => {});
    child.stdin.end(order.input ?? new Uint8Array());
  });
}
