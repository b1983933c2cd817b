// Planted: breaks registers-do-not-import-neighbours, by a type.
import type { keys } from '../keys/index.ts';
export type Neighbour = typeof keys;
