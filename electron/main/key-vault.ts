// The OS's place for secrets, as Electron's safeStorage gives it.
import { safeStorage } from 'electron';
import type { KeyVault } from './property-key.ts';

/**
 * Call when the app is ready. Null where the OS has no store. On Linux without a key ring Electron would encrypt with
 * a password that is public: that counts as none.
 */
export async function openKeyVault(platform: NodeJS.Platform): Promise<KeyVault | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    seal: (text) => safeStorage.encryptStringAsync(text),
    async unseal(sealed) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      return { text: result, stale: shouldReEncrypt };
    },
  };
}
