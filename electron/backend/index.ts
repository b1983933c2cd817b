// The backend process: told once where its data lies, it opens them, says so, and serves every port it is handed.
import { mkdirSync } from 'node:fs';
import type { FromBackend, RefusalCode, ToBackend } from '../api/boot.ts';
import { composeBackend, type Backend, type Surroundings } from './compose.ts';
import { DatabaseError, type DatabaseProblem } from './database/database-error.ts';
import { goOnWithoutKey } from './privacy/go-on-without-key.ts';
import { KeyMissingError } from './privacy/secrets.ts';
import { comeToRescue } from './rescue.ts';
import type { ServedPort } from './port-guard.ts';
import { PROJECTORS } from './registers/index.ts';
import { serve } from './serve.ts';
import type { Clock } from './shared/clock.ts';
import { createFileLog, NO_LOG, type Log } from './shared/log.ts';
import { systemRandom } from './shared/random.ts';

interface PortMessage {
  readonly data: ToBackend;
  readonly ports: readonly (ServedPort & { start(): void })[];
}

type StartMessage = Extract<ToBackend, { type: 'start' }>;

/** Electron's `process.parentPort`, as far as it is used here: the backend imports nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (message: PortMessage) => void): void;
  postMessage(message: FromBackend): void;
}

const systemClock: Clock = { now: () => Date.now() };
const refusalCodes: Readonly<Record<DatabaseProblem, RefusalCode>> = {
  DATABASE_NEWER: 'DATABASE_NEWER',
  DATABASE_DAMAGED: 'DATABASE_DAMAGED',
  DATABASE_LOCKED: 'DATABASE_LOCKED',
  DATABASE_UNWRITABLE: 'DISK',
  DISK_FULL: 'DISK',
};

/** What the system says of a folder that takes no file: not even the log could be begun in it. */
const DISK_CODES: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOTDIR', 'EEXIST'],
]);

function listen(parent: ParentPort): void {
  let backend: Backend | null = null;
  /** What a refused folder was to be opened with; null where one is open, or not even a log could be made. */
  let refused: Surroundings | null = null;
  parent.on('message', ({ data, ports }) => {
    if (data.type === 'start') start(data).then((opened) => (backend = opened), crash);
    else if (data.type === 'stop') stop(backend).then(() => process.exit(0), crash);
    else if (data.type === 'rescue') {
      const outcome = refused ? comeToRescue(refused, data.rescue) : NOTHING_TO_RESCUE;
      parent.postMessage({ type: 'rescued', outcome });
    } else if (backend && ports[0]) {
      serve(backend, ports[0]);
      ports[0].start();
    }
  });

  async function start(message: StartMessage): Promise<Backend | null> {
    const { config, propertyKey } = message;
    let log: Log | null = null;
    try {
      mkdirSync(config.dataDir, { recursive: true });
      log = createFileLog(config.dataDir);
      watchForUnforeseen(log);
      const surroundings = { config, propertyKey, clock: systemClock, random: systemRandom, log };
      refused = surroundings;
      if (message.replaceKey && propertyKey) {
        goOnWithoutKey({ ...surroundings, propertyKey, dataDir: config.dataDir, projectors: PROJECTORS });
      }
      const opened = await open(surroundings);
      refused = null;
      log.info('the backend is ready', { version: config.appVersion });
      // Told first: the window's port is on its way while the devices start.
      parent.postMessage({ type: 'ready' });
      opened.start();
      return opened;
    } catch (error) {
      const reference = log?.error('the data folder could not be opened', error) ?? NO_LOG;
      parent.postMessage({ type: 'refused', code: refusalCodeOf(error), reference });
      return null;
    }
  }
}

async function open(surroundings: Surroundings): Promise<Backend> {
  const { property } = surroundings.config;
  if (property === 'desk') return composeBackend(surroundings);
  // What only invented properties need costs a desk's start nothing.
  const { ensureSample } = await import('./sample/ensure-sample.ts');
  await ensureSample(surroundings);
  // A sample that was left for days is opened as it is: nothing in it can be spoilt by a wrong clock.
  const invented = { ...surroundings, clockJumpLimit: Infinity };
  if (property === 'sample') return composeBackend(invented);
  const { openTraining } = await import('./training/open-training.ts');
  return openTraining(invented);
}
const NOTHING_TO_RESCUE = { outcome: 'failed', reference: 'not-refused' } as const;

async function stop(backend: Backend | null): Promise<void> {
  await backend?.care.settle();
  await backend?.close();
}

/** Main starts a new process; what was acknowledged is on disk. */
function crash(): never {
  process.exit(1);
}

function refusalCodeOf(error: unknown): RefusalCode {
  if (error instanceof KeyMissingError) return 'KEY_MISSING';
  if (error instanceof DatabaseError) return refusalCodes[error.problem];
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return DISK_CODES.has(code) ? 'DISK' : 'UNKNOWN';
}

/** A promise that nobody awaited must not end the desk's day; it is written down, and the next call is served. */
function watchForUnforeseen(log: Log): void {
  process.on('unhandledRejection', (error) => log.error('a promise failed unheard', error));
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort) listen(parentPort);
