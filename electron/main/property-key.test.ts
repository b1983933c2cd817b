// The property key on a real disk: made once, found again, never replaced.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPropertyKey, replacePropertyKey } from './property-key.ts';
import type { KeyVault } from './property-key.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-key-'));
  file = join(folder, 'keys', 'a.key');
});
afterEach(() => rm(folder, { recursive: true }));

const random = (bytes: number) => new Uint8Array(bytes).fill(7);
const otherRandom = (bytes: number) => new Uint8Array(bytes).fill(9);
const KEY = random(32);

/** A vault that turns every byte round; `stale` as after a change of the OS password. */
const vault = (stale = false): KeyVault => ({
  seal: async (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0xff) as Buffer,
  unseal: async (sealed) => ({
    text: Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8'),
    stale,
  }),
});
const brokenVault: KeyVault = {
  seal: () => Promise.reject(new Error('the key ring is closed')),
  unseal: () => Promise.reject(new Error('the key ring is closed')),
};

describe('the property key', () => {
  test('is made at the first start and found at the second', async () => {
    const first = await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    const second = await openPropertyKey({ file, databaseExists: true, vault: vault(), random: otherRandom });
    expect(first).toEqual({ key: KEY, store: 'os' });
    expect(second).toEqual(first);
  });

  test('does not stand readable in its file where the OS has a store', async () => {
    await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    expect(await readFile(file, 'utf8')).not.toContain(Buffer.from(KEY).toString('base64'));
  });

  test('lies in a file for this user alone, and says so, where the OS has none', async () => {
    const opened = await openPropertyKey({ file, databaseExists: false, vault: null, random });
    expect(opened).toEqual({ key: KEY, store: 'file' });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await openPropertyKey({ file, databaseExists: true, vault: vault(), random })).toEqual(opened);
  });

  test('is replaced where another one came back, and the file that was there is kept', async () => {
    const found = otherRandom(32);
    await replacePropertyKey({ file, key: KEY, vault: null });
    await replacePropertyKey({ file, key: found, vault: vault() });
    await replacePropertyKey({ file, key: found, vault: vault() });
    const opened = await openPropertyKey({ file, databaseExists: true, vault: vault(), random });
    expect(opened).toEqual({ key: found, store: 'os' });
    expect(await readFile(`${file}.replaced-1`, 'utf8')).toContain(Buffer.from(KEY).toString('base64'));
    expect((await stat(`${file}.replaced-2`)).mode & 0o777).toBe(0o600);
  });

  test('is never made for a database that is already there', async () => {
    expect(await openPropertyKey({ file, databaseExists: true, vault: vault(), random })).toEqual({
      key: null,
      store: 'os',
    });
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['half written', '{"store":"os","key":"AAA'],
    ['empty', ''],
    ['of the wrong length', '{"store":"file","key":"AAAA"}'],
    ['sealed for another account', '{"store":"os","key":"AAAA"}'],
  ])('a key file %s starts the desk locked and stays as it is', async (_what, content) => {
    await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    await writeFile(file, content);
    const opened = await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    expect(opened.key).toBeNull();
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  test('a closed key ring at a later start locks the desk and keeps the key', async () => {
    await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    const locked = await openPropertyKey({ file, databaseExists: true, vault: brokenVault, random });
    expect(locked).toEqual({ key: null, store: 'os' });
    expect((await openPropertyKey({ file, databaseExists: true, vault: vault(), random })).key).toEqual(KEY);
  });

  test('a key that cannot be stored stops the start instead of being used', async () => {
    const opening = openPropertyKey({ file, databaseExists: false, vault: brokenVault, random });
    await expect(opening).rejects.toThrow('the key ring is closed');
  });

  test('is sealed anew when the OS has changed its own key', async () => {
    await openPropertyKey({ file, databaseExists: false, vault: vault(), random });
    const before = await stat(file);
    expect((await openPropertyKey({ file, databaseExists: true, vault: vault(true), random })).key).toEqual(
      KEY,
    );
    expect((await stat(file)).ino).not.toBe(before.ino);
    expect((await openPropertyKey({ file, databaseExists: true, vault: vault(), random })).key).toEqual(KEY);
  });
});
