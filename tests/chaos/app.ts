// The app as a process tree that can be killed: keeper and backend, on one data folder, with a printer.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { BackendConfig } from '../../electron/api/boot.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { TEST_KEY } from '../support/desk.ts';
import { forkWithPorts, type ForkedProcess } from '../support/forked-process.ts';
import type { Told } from './supervisor.ts';

/** `backend`: it alone, and the keeper starts another. `app`: both at once, and somebody starts the app again. */
export type Victim = 'backend' | 'app';

export interface App {
  /** Settles when the backend serves, with a window of its own on it. Rejects when it refuses to open. */
  window(): Promise<ApiClient>;
  /** SIGKILL, now. After `app`, `start` again. */
  kill(victim: Victim): void;
  /** Settles when the backend that was killed is gone; one that nobody buried counts as gone after a while. */
  gone(): Promise<void>;
  start(): void;
  /** Ends the app, by SIGKILL too. */
  end(): Promise<void>;
}

const GONE_WITHIN_MS = 2000;
const SUPERVISOR = join(import.meta.dirname, 'supervisor.ts');

export function createApp(config: BackendConfig): App {
  let keeper: ForkedProcess | null = null;
  let told: Told = { status: { state: 'starting' }, backendPid: 0 };
  let killed = 0;
  let changed = Promise.withResolvers<void>();
  let closeWindow = (): void => {};

  function start(): void {
    const started = forkWithPorts(SUPERVISOR, { leads: true });
    keeper = started;
    started.on('message', (message) => {
      if (keeper !== started) return;
      told = message as Told;
      changed.resolve();
      changed = Promise.withResolvers();
    });
    started.postMessage({ type: 'start', propertyKey: TEST_KEY, config });
  }

  async function ready(): Promise<void> {
    while (told.status.state !== 'ready' || told.backendPid === killed) {
      if (told.status.state === 'refused') throw new Error(`the folder was refused: ${told.status.code}`);
      await changed.promise;
    }
  }

  return {
    start,
    async window() {
      await ready();
      const { port1, port2 } = new MessageChannel();
      keeper?.postMessage({ type: 'port' }, [port1]);
      closeWindow = () => port2.close();
      const api: ApiClient = createORPCClient(new RPCLink({ port: port2 }));
      port2.start();
      return api;
    },
    kill(victim) {
      closeWindow();
      killed = told.backendPid;
      if (victim === 'backend') process.kill(killed, 'SIGKILL');
      else if (keeper) process.kill(-keeper.pid, 'SIGKILL');
    },
    async gone() {
      const late = performance.now() + GONE_WITHIN_MS;
      while (exists(killed) && performance.now() < late) await sleep(2);
    },
    async end() {
      const last = keeper;
      keeper = null;
      closeWindow();
      if (last && exists(last.pid)) process.kill(-last.pid, 'SIGKILL');
      await last?.gone;
    },
  };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
