// Planted: breaks registers-do-not-import-neighbours.
import { keys } from '../keys/index.ts';
export const loans = keys;
