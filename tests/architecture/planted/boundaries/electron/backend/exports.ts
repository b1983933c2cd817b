// Planted: breaks registers-are-entered-by-their-face.
import { find } from './registers/keys/keys.store.ts';
export const rows = find;
