// The app without its windows: main's own keeper of the backend, in a process that can be killed.
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import {
  createBackendProcess,
  type BackendChild,
  type StartMessage,
} from '../../electron/main/backend-process.ts';
import type { BackendStatus } from '../../electron/api/desktop.contract.ts';
import { forkWithPorts } from '../support/forked-process.ts';

/** What the supervisor tells: the backend's status, and which process that is. */
export interface Told {
  readonly status: BackendStatus;
  readonly backendPid: number;
}

interface Message {
  readonly data: StartMessage | { readonly type: 'port' };
  readonly ports: readonly MessagePort[];
}

interface ParentPort {
  on(event: 'message', listener: (message: Message) => void): void;
  postMessage(message: Told): void;
}

const BACKEND = join(import.meta.dirname, '../../electron/backend/index.ts');
const { parentPort } = process as unknown as { parentPort: ParentPort };

let backendPid = 0;

function die(error: unknown): never {
  process.stderr.write(`the keeper failed: ${String(error)}\n`);
  process.exit(1);
}

const backend = createBackendProcess({
  fork() {
    const child = forkWithPorts(BACKEND);
    backendPid = child.pid;
    return child as unknown as BackendChild;
  },
  now: () => performance.now(),
  later(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  changed(status) {
    parentPort.postMessage({ status, backendPid });
    // Whoever stands at the desk presses "start again" and does not wait for the seconds to pass.
    if (status.state === 'lost' || status.state === 'gaveUp') backend.retry().catch(die);
  },
});

parentPort.on('message', ({ data, ports }) => {
  if (data.type === 'start') backend.open(() => Promise.resolve(data)).catch(die);
  else for (const port of ports) backend.connect(port as unknown as Parameters<typeof backend.connect>[0]);
});
