// Starts the fixture app on the host for a test, with folders of its own, and looks at its processes.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import type { FixtureState } from './fixture-app/main.ts';

export const HOST = join(import.meta.dirname, 'electron-host');
export const FIXTURE = join(import.meta.dirname, 'fixture-app');

/** What `globalThis` is inside `app.evaluate`. */
export type MainGlobal = typeof globalThis & {
  fixture: FixtureState;
  electronHostRecords: { call: string; args: unknown[] }[];
};

/** What `window` is inside `page.evaluate`. */
export type DeskWindow = Window & {
  inlineRan?: boolean;
  pageRan?: boolean;
  hasPort?: boolean;
  portClosed?: boolean;
  ask(value: unknown): Promise<{ echo: unknown; pid: number }>;
  desk: {
    name: string;
    canRequire(name: string): boolean;
    sum(a: number, b: number): number;
    twice(callback: (value: number) => number): number;
    later(value: unknown): Promise<unknown>;
    refuse(): void;
    refuseLater(): Promise<void>;
    kinds(): { date: Date; map: Map<string, number>; bytes: Uint8Array };
    invoke(channel: string, value?: unknown): Promise<unknown>;
    wantPort(): void;
    onNews(callback: (text: string) => void): void;
  };
};

export interface Started {
  app: ElectronApplication;
  page: Page;
  /** Holds the user data and everything temporary. */
  folder: string;
  close(): Promise<void>;
}

/** The environment of a start whose files all lie below `folder`. */
export function environment(folder: string, extra: Record<string, string> = {}): Record<string, string> {
  const own = { TMPDIR: folder, XDG_CONFIG_HOME: join(folder, 'config'), FOYER_HEADLESS: '1' };
  return { ...(process.env as Record<string, string>), ...own, ...extra };
}

/** Opens the fixture's window and waits for its heading. */
export async function startFixture(extra: Record<string, string> = {}): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'ht-'));
  const app = await _electron.launch({
    executablePath: HOST,
    args: [FIXTURE],
    env: environment(folder, extra),
  });
  const page = await app.firstWindow();
  await page.locator('h1').waitFor();
  return {
    app,
    page,
    folder,
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function parentOf(pid: number): Promise<number | undefined> {
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    return fields[0] === 'Z' ? undefined : Number(fields[1]);
  } catch {
    return undefined;
  }
}

/** The living processes below this one, with their own descendants. */
export async function descendantsOf(root: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)));
  const below = (pid: number): number[] =>
    pids.filter((other) => parents.get(other) === pid).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

/** Those of the processes that still run; one that only waits to be reaped does not. */
export async function stillAlive(pids: readonly number[]): Promise<number[]> {
  const states = await Promise.all(pids.map(async (pid) => ({ pid, parent: await parentOf(pid) })));
  return states.flatMap(({ pid, parent }) => (parent === undefined ? [] : [pid]));
}
