// The single-instance lock: a file that says who is first, and a socket that hears of later starts.
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { isAlive } from './run.directory.ts';

export interface SecondStart {
  argv: string[];
  cwd: string;
  data: unknown;
}

export interface InstanceLock {
  /** Decides at once. The loser tells the first instance; `told` resolves when that is done or has failed. */
  request(data?: unknown): boolean;
  told: Promise<void>;
}

const RETRIES = 40;
const RETRY_MS = 50;

/** Process ids are used again; the start time tells a new owner of the number from the old one. */
function startTime(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isHeld(file: string): boolean {
  const [pid = '', started = ''] = readFileSync(file, 'utf8').split(' ');
  return isAlive(Number(pid)) && startTime(Number(pid)) === started;
}

function takeFile(file: string): boolean {
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx', 0o600);
      writeSync(descriptor, `${process.pid} ${startTime(process.pid)}`);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(file)) return false;
      rmSync(file, { force: true });
    }
  }
}

/** The socket has no file: an abstract name, so that a killed run leaves nothing. */
function socketName(userData: string): string {
  return `\0electron-host-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`;
}

function tell(name: string, start: SecondStart, retries: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name, () => socket.end(JSON.stringify(start)));
    socket.on('close', () => resolve());
    socket.on('error', () => {
      if (retries > 0) setTimeout(() => void tell(name, start, retries - 1).then(resolve), RETRY_MS);
    });
  });
}

export function createInstanceLock(
  userData: () => string,
  onSecond: (start: SecondStart) => void,
): InstanceLock {
  let held = false;

  function listen(file: string): void {
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('end', () => onSecond(JSON.parse(text) as SecondStart));
      socket.on('error', () => undefined);
    });
    server.listen(socketName(userData()));
    server.unref();
    process.on('exit', () => rmSync(file, { force: true }));
  }

  const lock: InstanceLock = {
    told: Promise.resolve(),
    request(data) {
      if (held) return true;
      mkdirSync(userData(), { recursive: true });
      const file = join(userData(), 'electron-host.lock');
      held = takeFile(file);
      if (held) listen(file);
      else
        lock.told = tell(socketName(userData()), { argv: process.argv, cwd: process.cwd(), data }, RETRIES);
      return held;
    },
  };
  return lock;
}
