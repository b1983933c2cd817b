// A printing system (CUPS) of one test file's own: real, on a port of its own, in a folder that goes with it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './printer-desk.ts';

const run = promisify(execFile);

export interface PrivateCups extends AsyncDisposable {
  /** `host:port`. */
  readonly server: string;
  /** A queue that hands its bytes on untouched to a network printer on this machine. */
  addQueue(name: string, printerPort: number): Promise<void>;
  /** Runs a command of CUPS on this system and answers what it wrote. */
  cups(command: string, ...args: string[]): Promise<string>;
}

const ALLOW = 'Order allow,deny\nAllow all\n';

/** Starts one. Throws when cupsd is missing (`npm test -- device` installs it) or does not come up. */
export async function startPrivateCups(): Promise<PrivateCups> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-cups-'));
  // What brings the bytes to a printer runs as a user of its own and has to reach them.
  chmodSync(folder, 0o755);
  const server = `127.0.0.1:${await freePort()}`;
  const part = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  writeFileSync(
    join(folder, 'cupsd.conf'),
    [
      `Listen ${server}`,
      'Browsing Off\nWebInterface No\nDefaultAuthType None',
      `<Location />\n${ALLOW}</Location>\n<Location /admin>\n${ALLOW}</Location>`,
      `<Policy default>\n<Limit All>\n${ALLOW}</Limit>\n</Policy>\n`,
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'cups-files.conf'),
    [
      ...[`ServerRoot ${part('root')}`, `RequestRoot ${part('requests')}`, `StateDir ${part('state')}`],
      ...[`CacheDir ${part('cache')}`, `ErrorLog ${folder}/errors`, `AccessLog ${folder}/accesses`],
      `PageLog ${folder}/pages\n`,
    ].join('\n'),
  );
  const files = ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')];
  const daemon = spawn('/usr/sbin/cupsd', files, { stdio: 'ignore' });
  const failed = once(daemon, 'error').then(([error]) => Promise.reject(error as Error));
  // Looked at below; without this a failure in a quiet moment would end the test run.
  failed.catch(() => undefined);

  const cups = async (command: string, ...args: string[]): Promise<string> => {
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', CUPS_SERVER: server };
    return (await run(command, args, { env })).stdout;
  };
  await Promise.race([failed, isUp(() => cups('lpstat', '-r'))]);
  return {
    server,
    cups,
    async addQueue(name, printerPort) {
      await cups('lpadmin', '-p', name, '-v', `socket://127.0.0.1:${printerPort}`, '-m', 'raw', '-E');
    },
    async [Symbol.asyncDispose]() {
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isUp(ask: () => Promise<string>): Promise<void> {
  for (let tries = 200; tries > 0; tries -= 1) {
    if (/is running/.test(await ask().catch(() => ''))) return;
    await sleep(50);
  }
  throw new Error('The private printing system did not come up.');
}
