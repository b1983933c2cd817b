// Planted: breaks the-renderer-imports-the-contract-only.
import { find } from '../../../electron/backend/registers/keys/keys.store.ts';
export const lend = find;
