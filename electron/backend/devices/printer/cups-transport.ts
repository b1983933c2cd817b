// Jobs through the printing system of Linux and macOS (CUPS), untouched by it, and followed until they are done.
import { setTimeout as sleep } from 'node:timers/promises';
import { runChild, type ChildEnd } from './child.ts';
import type { Outcome, Transport } from './printer-transport.ts';

export interface CupsLimits {
  /** For one call of lp, lpstat or cancel. */
  readonly callMs: number;
  /** From handing a job over until it is done; then it is called back. */
  readonly jobMs: number;
  /** Between two looks at it. */
  readonly lookMs: number;
}

const CUPS_LIMITS: CupsLimits = { callMs: 5000, jobMs: 30_000, lookMs: 300 };

export interface CupsTransportOptions {
  readonly queue: string;
  readonly limits?: CupsLimits;
  /** `host:port` of another printing system than this machine's own. */
  readonly server?: string;
}

const never = new AbortController().signal;

/**
 * A transport into a queue. No job of ours is left behind in it: one that is not done in time is called back, so that
 * it cannot print after somebody has printed the slip again.
 */
export function createCupsTransport(options: CupsTransportOptions): Transport {
  const { queue, limits = CUPS_LIMITS } = options;
  const run = (command: string, args: readonly string[], signal: AbortSignal, input?: Uint8Array) =>
    runCups(command, args, { limitMs: limits.callMs, signal, server: options.server, input });
  const call = async (command: string, args: readonly string[], signal: AbortSignal) =>
    saidBy(await run(command, args, signal));

  /** What the system says of a job, among those done or not done; null: nothing. */
  const look = async (which: 'completed' | 'not-completed', id: string): Promise<string | null> => {
    const answer = await call('lpstat', ['-l', '-W', which, '-o', queue], never);
    return answer === null ? 'no answer' : jobIn(answer, id);
  };

  /** Waits until a job is done or the time is over; says which. */
  const follow = async (id: string, signal: AbortSignal): Promise<boolean> => {
    for (let waited = 0; waited < limits.jobMs && !signal.aborted; waited += limits.lookMs) {
      if ((await look('not-completed', id)) === null) return true;
      await sleep(limits.lookMs, undefined, { signal }).catch(() => undefined);
    }
    return false;
  };

  return {
    async send(bytes, signal): Promise<Outcome> {
      if (bytes.length === 0) throw new RangeError('a print job needs at least one byte');
      const state = await call('lpstat', ['-p', queue], signal);
      if (signal.aborted) return { outcome: 'refused', problem: 'STOPPED' };
      if (state === null) return { outcome: 'refused', problem: 'UNREACHABLE' };
      if (/\bdisabled since\b/.test(state)) return { outcome: 'refused', problem: 'SPOOLER_STOPPED' };

      // Not broken off by the signal: a job that the system already has would go unseen.
      const handed = await run('lp', ['-d', queue, '-o', 'raw', '-t', 'Foyer'], never, bytes);
      if (handed.end === 'exited' && handed.code !== 0)
        return { outcome: 'refused', problem: 'SPOOLER_STOPPED' };
      const id = /^request id is (\S+)/m.exec(saidBy(handed) ?? '')?.[1];
      if (id === undefined) return { outcome: 'unknown', problem: 'NO_ANSWER' };

      if (await follow(id, signal)) {
        const end = await look('completed', id);
        // Gone from both lists: a system that keeps no history of what it printed.
        return end === null || !/cancel|abort/.test(end)
          ? { outcome: 'printed', paperNearEnd: false }
          : { outcome: 'unknown', problem: 'SPOOLER_FAILED' };
      }
      await call('cancel', [id], never);
      return { outcome: 'unknown', problem: signal.aborted ? 'STOPPED' : 'NO_ANSWER' };
    },
  };
}

/** The queues that this machine prints to, as CUPS names them; none where there is no CUPS. */
export async function listCupsQueues(server?: string): Promise<string[]> {
  const end = await runCups('lpstat', ['-e'], { limitMs: CUPS_LIMITS.callMs, signal: never, server });
  return (saidBy(end) ?? '').split('\n').filter((line) => line !== '');
}

interface CupsCall {
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly server: string | undefined;
  readonly input?: Uint8Array | undefined;
}

function runCups(command: string, args: readonly string[], how: CupsCall): Promise<ChildEnd> {
  const { limitMs, signal, server, input } = how;
  return runChild({
    ...{ command, args: server === undefined ? args : ['-h', server, ...args], limitMs, signal },
    ...(input === undefined ? {} : { input }),
  });
}

/** What a command wrote; null when it failed, was too late or does not exist. */
function saidBy(end: ChildEnd): string | null {
  return end.end === 'exited' && end.code === 0 ? end.output.toString('utf8') : null;
}

/** The lines of one job in the long list; each job begins at the left edge with its id. */
function jobIn(list: string, id: string): string | null {
  return list.split(/\n(?=\S)/).find((entry) => entry.split(/\s/, 1)[0] === id) ?? null;
}
