// The main process of a small app that uses everything the host covers.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  ipcMain,
  MessageChannelMain,
  net,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import type { UtilityProcess } from 'electron';

const FOLDER = import.meta.dirname;
const POLICY = "default-src 'self'; img-src app: data:; script-src 'self'";

/** What the tests look at, as `globalThis.fixture` of the main process. */
export interface FixtureState {
  secondStarts: string[][];
  backendSaid: unknown[];
  windowsAsked: string[];
  backend(): UtilityProcess;
  restartBackend(): void;
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

async function servePage(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/asked') return Response.json({ url: request.url, method: request.method });
  const file = await net.fetch(pathToFileURL(join(FOLDER, 'page', pathname)).href);
  const headers = {
    'content-type': file.headers.get('content-type') ?? '',
    'content-security-policy': POLICY,
  };
  return new Response(file.body, { headers });
}

function startBackend(seen: FixtureState): UtilityProcess {
  const backend = utilityProcess.fork(join(FOLDER, 'backend.ts'), ['--desk=1'], {
    serviceName: 'backend',
    stdio: 'pipe',
  });
  backend.on('message', (message: unknown) => seen.backendSaid.push(message));
  return backend;
}

function openWindow(seen: FixtureState): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: { preload: join(FOLDER, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.windowsAsked.push(url);
    return { action: 'deny' };
  });
  return window;
}

function handleCalls(backend: () => UtilityProcess): void {
  ipcMain.handle('echo', (_event, value: unknown) => value);
  ipcMain.handle('who', (event) => event.senderFrame?.url);
  ipcMain.handle('fail', () => {
    throw new RangeError('no such key');
  });
  ipcMain.on('want-port', (event) => {
    const { port1, port2 } = new MessageChannelMain();
    backend().postMessage({ hello: 'window' }, [port1]);
    event.sender.postMessage('port', null, [port2]);
  });
}

async function run(): Promise<void> {
  await app.whenReady();
  protocol.handle('app', servePage);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  const seen: FixtureState = {
    secondStarts: [],
    backendSaid: [],
    windowsAsked: [],
    backend: () => backend,
    restartBackend: () => void (backend = startBackend(seen)),
  };
  let backend = startBackend(seen);
  handleCalls(() => backend);
  app.on('second-instance', (_event, argv) => seen.secondStarts.push(argv));
  Object.assign(globalThis, { fixture: seen });
  await openWindow(seen).loadURL('app://bundle/index.html');
}

function giveUp(error: unknown): void {
  process.stderr.write(`${String(error)}\n`);
  app.exit(1);
}

if (app.requestSingleInstanceLock()) run().catch(giveUp);
else app.quit();
