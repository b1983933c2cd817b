// What a page may load (CSP) and which file an app:// address stands for.
import { extname, join, normalize, sep } from 'node:path';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://foyer';
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** True for addresses of our own pages; everything else is refused by the security rules. */
export function isOwnPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}

/** One policy per load: own files, and inline styles and scripts only with this load's nonce (Mantine's styles). */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts this load's nonce where index.html holds the place for it. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}

/**
 * The file below `root` that answers an address, or null for one that is refused: another host, a bad escape, a
 * path that leaves the folder. Addresses without a file ending are routes of the window and get index.html.
 */
export function resolveAsset(root: string, address: string): string | null {
  if (!isOwnPage(address)) return null;
  const path = decoded(address);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  if (extname(path) === '') return join(root, 'index.html');
  const file = normalize(join(root, path));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
}

function decoded(address: string): string | null {
  try {
    const path = decodeURIComponent(new URL(address).pathname);
    return path.split('/').includes('..') ? null : path;
  } catch {
    return null;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Media type by file ending, or null: a kind of file that a window has no business loading. */
export function mediaType(file: string): string | null {
  return TYPES[extname(file).toLowerCase()] ?? null;
}
