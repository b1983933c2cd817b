// A cable between two serial ports made of pseudo terminals; it can be pulled and plugged in again.
import { spawn } from 'node:child_process';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The pseudo terminals did not come up; the usual reason is that `socat` is not installed. */
export class PtyCableError extends Error {
  constructor(cause: unknown) {
    super('No pair of pseudo terminals: install socat and try again.', { cause });
    this.name = 'PtyCableError';
  }
}

export interface PtyCable {
  /** The port that the desk opens. */
  deskPath: string;
  /** The port that the simulated device opens. */
  devicePath: string;
  /** Pulls the cable: both ports vanish. Does nothing when it is out. */
  unplug(): Promise<void>;
  /** Plugs it in again at the same paths. Rejects with PtyCableError. */
  replug(): Promise<void>;
}

const comesUpWithinMs = 5000;
const lookEveryMs = 10;

/** Lays a cable whose ends are links in `folder`. Needs socat; Linux and macOS. Rejects with PtyCableError. */
export async function layPtyCable(folder: string): Promise<PtyCable> {
  const deskPath = join(folder, 'ttyDESK');
  const devicePath = join(folder, 'ttyDEVICE');
  let unplug = await plugIn(deskPath, devicePath);
  return {
    deskPath,
    devicePath,
    unplug: () => unplug(),
    async replug() {
      unplug = await plugIn(deskPath, devicePath);
    },
  };
}

async function plugIn(deskPath: string, devicePath: string): Promise<() => Promise<void>> {
  const ends = [deskPath, devicePath].map((path) => `pty,raw,echo=0,link=${path}`);
  // The shell ends socat when its input closes, so that a program that dies leaves no cable behind.
  const script =
    'command -v socat >/dev/null || exit; socat "$@" & cable=$!; cat >/dev/null; kill "$cable"; wait "$cable"';
  const shell = spawn('sh', ['-c', script, 'sh', ...ends], { stdio: ['pipe', 'ignore', 'ignore'] });
  const gone = new Promise<void>((resolve) => {
    shell.once('exit', () => resolve());
    shell.once('error', () => resolve());
  });
  shell.stdin.on('error', () => undefined);
  const unplug = async (): Promise<void> => {
    shell.stdin.end();
    await gone;
    await Promise.all([deskPath, devicePath].map((path) => rm(path, { force: true })));
  };
  try {
    await Promise.race([bothExist(deskPath, devicePath), gone]);
    await Promise.all([deskPath, devicePath].map((path) => access(path)));
    return unplug;
  } catch (error) {
    await unplug();
    throw new PtyCableError(error);
  }
}

async function bothExist(...paths: string[]): Promise<void> {
  for (let tries = comesUpWithinMs / lookEveryMs; ; tries -= 1) {
    try {
      await Promise.all(paths.map((path) => access(path)));
      return;
    } catch (error) {
      if (tries <= 0) throw error;
      await sleep(lookEveryMs);
    }
  }
}
