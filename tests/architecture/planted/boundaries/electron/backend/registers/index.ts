// Innocent: here for others to import.
import { keys } from './keys/index.ts';
export { keys };
