// session, protocol and net: what the app's pages may ask for, and who answers.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Electron from 'electron';
import type { CdpSession } from './cdp.client.ts';
import type { RequestRules } from './request.interceptor.ts';
import { strict } from './strict.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

/** Electron's name of each permission, and Chromium's descriptor. */
const PERMISSIONS: [string, { name: string; sysex?: boolean }][] = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['geolocation', { name: 'geolocation' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['window-management', { name: 'window-management' }],
];

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
};

/** Files only, as a Response with the type that the file's name says. */
async function fetchFile(address: string): Promise<Response> {
  if (!address.startsWith('file:'))
    throw new Error(`The electron host's net.fetch covers file: only, not ${address}`);
  const path = fileURLToPath(address.replace(/[?#].*$/, ''));
  try {
    const type = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(path), { headers: { 'content-type': type } });
  } catch (error) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error });
  }
}

export function createSession(rules: RequestRules) {
  let requestHandler: RequestHandler = null;
  let checkHandler: CheckHandler = null;

  function askRequest(contents: unknown, permission: string): Promise<boolean> {
    const handler = requestHandler as ((...args: unknown[]) => void) | null;
    if (!handler) return Promise.resolve(true);
    return new Promise((resolve) =>
      handler(contents, permission, resolve, { isMainFrame: true, requestingUrl: '' }),
    );
  }

  async function isGranted(contents: unknown, permission: string): Promise<boolean> {
    const check = checkHandler as ((...args: unknown[]) => boolean) | null;
    return (
      (check?.(contents, permission, '', { isMainFrame: true }) ?? true) && askRequest(contents, permission)
    );
  }

  const session = strict('session', {
    setPermissionRequestHandler: (handler: RequestHandler) => void (requestHandler = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => void (checkHandler = handler),
    setDevicePermissionHandler: () => undefined,
    webRequest: strict('webRequest', {
      onBeforeRequest: (...args: unknown[]) =>
        void (rules.beforeRequest = args.at(-1) as RequestRules['beforeRequest']),
      onHeadersReceived: (...args: unknown[]) =>
        void (rules.headersReceived = args.at(-1) as RequestRules['headersReceived']),
    }),
  } satisfies Partial<Record<keyof Electron.Session, unknown>>);

  return {
    session,
    module: strict('session', { defaultSession: session }),
    net: strict('net', { fetch: fetchFile }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: () => undefined,
      handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
        if (rules.handlers.has(scheme)) throw new Error(`The scheme ${scheme} has already been registered`);
        rules.handlers.set(scheme, handler);
      },
    } satisfies Partial<Record<keyof Electron.Protocol, unknown>>),
    /** Asks the app's handlers once for every permission and tells Chromium, which cannot ask later. */
    async applyPermissions(root: CdpSession, contents: unknown): Promise<void> {
      for (const [permission, descriptor] of PERMISSIONS) {
        const setting = (await isGranted(contents, permission)) ? 'granted' : 'denied';
        await root.send('Browser.setPermission', { permission: descriptor, setting });
      }
    },
  };
}
