// app://foyer: gives the window its own files, each page with a policy and a nonce made for this load.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { APP_SCHEME, contentPolicy, mediaType, resolveAsset, withNonce } from './content-policy.ts';

/** Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `root` read-only. Anything it does not know answers 404 and says nothing of what lies on the disk. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? resolveAsset(root, request.url) : null;
    const type = file === null ? null : mediaType(file);
    if (file === null || type === null) return notFound();
    try {
      const bytes = await readFile(file);
      return type.startsWith('text/html') ? page(bytes.toString('utf8'), type) : asset(bytes, type);
    } catch {
      return notFound();
    }
  });
}

function page(html: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(withNonce(html, nonce), {
    headers: { ...COMMON, 'content-type': type, 'content-security-policy': contentPolicy(nonce) },
  });
}

function asset(bytes: Buffer<ArrayBuffer>, type: string): Response {
  return new Response(bytes, { headers: { ...COMMON, 'content-type': type } });
}

function notFound(): Response {
  return new Response('', { status: 404, headers: COMMON });
}

const COMMON = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
