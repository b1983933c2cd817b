// app: the life of the program from ready to quit, and the facts about it.
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type Electron from 'electron';
import { createInstanceLock } from './app.lock.ts';
import type { HostOptions } from './host.options.ts';
import { report } from './report.ts';
import { createEvents, createPreventableEvent, strict } from './strict.ts';

export interface AppParts {
  options: HostOptions;
  /** Starts Chromium; called once. */
  start: () => Promise<void>;
  windows: () => { close(): void; destroy(): void }[];
  /** Ends everything the host started; must not throw. */
  end: () => Promise<void>;
}

const EVENTS = [
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'web-contents-created',
] as const;

type PathName = 'userData' | 'temp' | 'logs';

function createCommandLine(switches: ReadonlyMap<string, string>, appended: Map<string, string>) {
  const value = (name: string) => appended.get(name) ?? switches.get(name);
  return strict('app.commandLine', {
    appendSwitch: (name: string, text = '') => void appended.set(name, text),
    hasSwitch: (name: string) => value(name) !== undefined,
    getSwitchValue: (name: string) => value(name) ?? '',
  } satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>);
}

/** Like Electron: the --lang switch, else the system's language. */
function createLocale(
  switches: ReadonlyMap<string, string>,
  appended: ReadonlyMap<string, string>,
): () => string {
  const system = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').split('.')[0]?.replace('_', '-') ?? '';
  const fallback = /^[a-z]{2}(-[A-Z]{2})?$/.test(system) ? system : 'en-US';
  return () => appended.get('lang') || switches.get('lang') || fallback;
}

export function createApp({ options, start, windows, end }: AppParts) {
  const { switches } = options;
  const appended = new Map<string, string>();
  const locale = createLocale(switches, appended);
  const events = createEvents('app', EVENTS);
  const paths = new Map<PathName, string>();
  let name = options.name;
  let ready = false;
  let starting: Promise<void> | undefined;
  let state: 'running' | 'quitting' | 'ended' = 'running';

  function getPath(path: PathName): string {
    const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
    const set = paths.get(path);
    if (set !== undefined) return set;
    if (path === 'temp') return tmpdir();
    if (path === 'userData') return switches.get('user-data-dir') ?? join(config, name);
    if (path === 'logs') return join(getPath('userData'), 'logs');
    throw new Error(`The electron host does not cover app.getPath('${String(path)}')`);
  }

  const lock = createInstanceLock(
    () => getPath('userData'),
    ({ argv, cwd, data }) => events.emit('second-instance', {}, argv, cwd, data),
  );

  function whenReady(): Promise<void> {
    // A program that is ending, such as a second instance, never gets ready.
    if (!starting && state !== 'running') return new Promise(() => undefined);
    starting ??= start().then(() => {
      ready = true;
    });
    return starting;
  }

  async function finish(code: number): Promise<void> {
    if (state === 'ended') return;
    state = 'ended';
    events.emit('quit', {}, code);
    await lock.told;
    await end();
    process.exit(code);
  }

  function finishQuit(): void {
    const event = createPreventableEvent();
    events.emit('will-quit', event);
    if (event.defaultPrevented) state = 'running';
    else finish(0).catch(report);
  }

  /** A window that refuses to close ends the quitting, as in Electron. */
  function quit(): void {
    if (state !== 'running') return;
    const event = createPreventableEvent();
    events.emit('before-quit', event);
    if (event.defaultPrevented) return;
    state = 'quitting';
    if (windows().length === 0) finishQuit();
    else windows().forEach((window) => window.close());
  }

  const app = strict('app', {
    ...events,
    whenReady,
    isReady: () => ready,
    quit,
    exit(code = 0): void {
      windows().forEach((window) => window.destroy());
      finish(code).catch(report);
    },
    requestSingleInstanceLock: (data?: Record<string, unknown>) => lock.request(data),
    getPath,
    setPath: (path: PathName, value: string) => void paths.set(path, value),
    getName: () => name,
    setName(value: string): void {
      name = value;
    },
    getVersion: () => options.version,
    getAppPath: () => options.appPath,
    isPackaged: false,
    getLocale: locale,
    getPreferredSystemLanguages: () => [locale()],
    commandLine: createCommandLine(switches, appended),
    enableSandbox: () => undefined,
    setAppUserModelId: () => undefined,
  } satisfies Partial<Record<keyof Electron.App, unknown>> &
    Pick<Electron.App, 'whenReady' | 'isReady' | 'quit' | 'exit' | 'requestSingleInstanceLock' | 'getName'> &
    Pick<Electron.App, 'setName' | 'getVersion' | 'getAppPath' | 'isPackaged' | 'getLocale'> &
    Pick<Electron.App, 'getPreferredSystemLanguages' | 'enableSandbox' | 'setAppUserModelId'>);

  return {
    app,
    appended,
    locale,
    onContentsCreated: (contents: object) => events.emit('web-contents-created', {}, contents),
    /** A window refused to close: the quitting is off. */
    onCloseRefused: (): void => {
      if (state === 'quitting') state = 'running';
    },
    onAllClosed: (): void => {
      if (state === 'quitting') finishQuit();
      else if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed');
      else quit();
    },
    /** Chromium ended without being asked to. */
    onChromiumGone: (lastWords: string): void => {
      if (state === 'ended') return;
      report(`Chromium ended unexpectedly\n${lastWords}`);
      finish(1).catch(report);
    },
  };
}
