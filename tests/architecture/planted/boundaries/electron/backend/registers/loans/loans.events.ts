// Planted: breaks registers-do-not-import-neighbours, by passing on.
export { keys } from '../keys/index.ts';
