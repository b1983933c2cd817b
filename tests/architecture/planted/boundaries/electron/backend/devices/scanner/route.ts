// Planted: breaks devices-know-no-registers.
import { keys } from '../../registers/index.ts';
export const route = keys;
