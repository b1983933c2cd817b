// How a key is spoken of. Pure.
import type { KeyRow } from '../../../electron/api/keys.contract.ts';

/** What it opens, where its name does not say so already. */
export function opensOf({ name, opens }: Pick<KeyRow, 'name' | 'opens'>): string | null {
  return opens === name ? null : opens;
}
