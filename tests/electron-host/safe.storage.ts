// safeStorage: AES-256-GCM with a key in a file of the user's data folder, standing in for the system's key ring.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { strict } from './strict.ts';

const PREFIX = Buffer.from('host1');
const NONCE = 12;
const TAG = 16;

export function createSafeStorage(userData: () => string, isReady: () => boolean) {
  function key(): Buffer {
    const file = join(userData(), 'electron-host.key');
    if (!existsSync(file)) {
      mkdirSync(userData(), { recursive: true });
      writeFileSync(file, randomBytes(32), { mode: 0o600 });
    }
    return readFileSync(file);
  }

  function encryptString(plainText: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), sealed]);
  }

  function decryptString(encrypted: Buffer): string {
    const start = PREFIX.length + NONCE;
    if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX) || encrypted.length < start + TAG) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    }
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(PREFIX.length, start));
    decipher.setAuthTag(encrypted.subarray(start, start + TAG));
    return Buffer.concat([decipher.update(encrypted.subarray(start + TAG)), decipher.final()]).toString(
      'utf8',
    );
  }

  const current = {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (plainText: string) => encryptString(plainText),
    decryptStringAsync: async (encrypted: Buffer) => ({
      result: decryptString(encrypted),
      shouldReEncrypt: false,
    }),
  } satisfies Partial<Electron.SafeStorage>;
  const old = {
    isEncryptionAvailable: isReady,
    getSelectedStorageBackend: () => 'basic_text',
    encryptString,
    decryptString,
  };
  return strict('safeStorage', { ...current, ...old });
}
