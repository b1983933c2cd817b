// utilityProcess: forks Node with process.parentPort, and joins its message ports to the exchange.
import { fork } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type Electron from 'electron';
import type { MainPorts } from './port.channel.ts';
import type { PortExchange } from './port.exchange.ts';
import { report } from './report.ts';
import { createEvents, strict } from './strict.ts';
import type { FromChild, ToChild } from './utility.protocol.ts';
import { codec } from './wire.codec.ts';

export interface UtilityParts {
  exchange: PortExchange;
  ports: MainPorts;
  /** Tells the child which Electron its types are of. */
  electronVersion: string;
}

const EVENTS = ['spawn', 'exit', 'message'] as const;
const PREAMBLE = fileURLToPath(new URL('./utility.child.ts', import.meta.url));
const END_MS = 2_000;

function toNodeStdio(stdio: Electron.ForkOptions['stdio']): StdioOptions {
  const [, stdout = 'inherit', stderr = stdout] = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio];
  return ['ignore', stdout, stderr, 'ipc'] as StdioOptions;
}

/** A process ended by a signal has that signal's number as its code. */
function toExitCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? (signal === null ? 1 : constants.signals[signal]);
}

function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}

export function createUtilities({ exchange, ports, electronVersion }: UtilityParts) {
  const children = new Set<ChildProcess>();

  function forkUtility(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) {
    const { execArgv = [], cwd, stdio } = options;
    const env = (options.env ?? process.env) as NodeJS.ProcessEnv;
    const events = createEvents('UtilityProcess', EVENTS);
    const heldPorts = new Set<number>();
    const child = fork(modulePath, args, {
      cwd,
      env: { ...env, FOYER_ELECTRON_HOST: 'chromium', FOYER_ELECTRON_VERSION: electronVersion },
      execArgv: [...execArgv, '--import', PREAMBLE],
      stdio: toNodeStdio(stdio),
    });
    let alive = false;
    children.add(child);

    const send = (message: ToChild) => child.connected && child.send(message, () => undefined);

    function receive(message: FromChild): void {
      if (message.type === 'message') {
        events.emit('message', codec.decode(message.data));
      } else if (message.type === 'port') {
        exchange.post(message.id, message.data);
      } else {
        heldPorts.delete(message.id);
        exchange.close(message.id);
      }
    }

    function hold(id: number): void {
      heldPorts.add(id);
      exchange.hold(id, {
        deliver: (data) => void send({ type: 'port', id, data }),
        closed() {
          heldPorts.delete(id);
          send({ type: 'port-close', id });
        },
      });
    }

    child.on('message', (message) => receive(message as FromChild));
    child.on('spawn', () => {
      alive = true;
      events.emit('spawn');
    });
    // 'exit' can come before the last messages; 'close' comes after them and after the output.
    child.on('close', (code, signal) => {
      alive = false;
      children.delete(child);
      heldPorts.forEach((id) => exchange.close(id));
      heldPorts.clear();
      events.emit('exit', toExitCode(code, signal));
    });
    child.on('error', report);

    return strict('UtilityProcess', {
      ...events,
      get pid() {
        return alive ? child.pid : undefined;
      },
      stdout: child.stdout,
      stderr: child.stderr,
      kill: () => child.kill('SIGTERM'),
      postMessage(message: unknown, transfer: unknown[] = []): void {
        const data = codec.encode(message);
        const ids = transfer.map(ports.take);
        send({ type: 'message', data, ports: ids });
        ids.forEach(hold);
      },
    } satisfies Partial<Record<keyof Electron.UtilityProcess, unknown>> &
      Pick<Electron.UtilityProcess, 'kill' | 'postMessage' | 'pid' | 'stdout' | 'stderr'>);
  }

  return {
    api: strict('utilityProcess', { fork: forkUtility }),
    /** Asks every child to end and kills those that do not. */
    endAll: () => Promise.all([...children].map(endChild)),
  };
}
