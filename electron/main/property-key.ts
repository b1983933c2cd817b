// The property key: 32 random bytes that open a property's secrets, kept by the OS outside the data folder.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const KEY_BYTES = 32;

/** Where the OS keeps secrets (Electron's safeStorage). `null` from the factory: this machine has no such place. */
export interface KeyVault {
  seal(text: string): Promise<Buffer>;
  /** `stale`: sealed with a key of the OS that has been replaced since. */
  unseal(sealed: Buffer): Promise<{ readonly text: string; readonly stale: boolean }>;
}

export interface OpenedKey {
  /** Null: there is a database, or a key file, but no key that opens. The backend then starts locked. */
  readonly key: Uint8Array | null;
  /** `file`: readable by whoever runs as this user; the window shows a warning. */
  readonly store: 'os' | 'file';
}

const keyFileShape = z.object({ store: z.enum(['os', 'file']), key: z.base64() });
type KeyFile = z.infer<typeof keyFileShape>;

/**
 * Reads the key of a data folder, or makes it when there is neither a key nor a database yet. A new key is on the
 * disk before this resolves. Never replaces a key, and never makes one for a database that exists. Rejects only
 * when a new key cannot be written; then no backend may start.
 */
export async function openPropertyKey(deps: {
  readonly file: string;
  readonly databaseExists: boolean;
  readonly vault: KeyVault | null;
  readonly random: (bytes: number) => Uint8Array;
}): Promise<OpenedKey> {
  const { file, vault } = deps;
  const text = await readIfThere(file);
  if (text !== null) return readKey(text, file, vault);
  const store = vault ? 'os' : 'file';
  if (deps.databaseExists) return { key: null, store };
  const key = deps.random(KEY_BYTES);
  await writeKey(file, key, vault);
  return { key, store };
}

/**
 * Puts another key in the place of one that is gone or opens nothing: it came from the recovery sheet, or somebody chose
 * to go on without the old one. A file that is there is renamed and kept. The key is on the disk before this resolves.
 */
export async function replacePropertyKey(deps: {
  readonly file: string;
  readonly key: Uint8Array;
  readonly vault: KeyVault | null;
}): Promise<void> {
  const { file, key, vault } = deps;
  let kept = 1;
  while ((await readIfThere(`${file}.replaced-${kept}`)) !== null) kept += 1;
  if ((await readIfThere(file)) !== null) await rename(file, `${file}.replaced-${kept}`);
  await writeKey(file, key, vault);
}

async function readKey(text: string, file: string, vault: KeyVault | null): Promise<OpenedKey> {
  const stored = parse(text);
  const lost: OpenedKey = { key: null, store: stored?.store ?? (vault ? 'os' : 'file') };
  if (!stored) return lost;
  const bytes = Buffer.from(stored.key, 'base64');
  if (stored.store === 'file') return { ...lost, key: sized(bytes) };
  if (!vault) return lost;
  try {
    const unsealed = await vault.unseal(bytes);
    const key = sized(Buffer.from(unsealed.text, 'base64'));
    if (key && unsealed.stale) await writeKey(file, key, vault);
    return { ...lost, key };
  } catch {
    return lost;
  }
}

function sized(bytes: Buffer): Uint8Array | null {
  return bytes.length === KEY_BYTES ? new Uint8Array(bytes) : null;
}

function parse(text: string): KeyFile | null {
  try {
    return keyFileShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    // A key that cannot be read now may be readable after a repair: locked, but never replaced.
    return '';
  }
}

async function writeKey(file: string, key: Uint8Array, vault: KeyVault | null): Promise<void> {
  const plain = Buffer.from(key).toString('base64');
  const content: KeyFile = vault
    ? { store: 'os', key: (await vault.seal(plain)).toString('base64') }
    : { store: 'file', key: plain };
  const made = await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  await writeSynced(part, JSON.stringify(content));
  await rename(part, file);
  await syncFolder(dirname(file));
  // A folder that was made for it is a name in another one, which a power cut could take as well.
  for (let at = dirname(file); made !== undefined && at.startsWith(made); at = dirname(at)) {
    await syncFolder(dirname(at));
  }
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name itself survive a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
