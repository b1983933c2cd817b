// Planted: breaks everything-resolves.
import { tower } from './tower.ts';
export const units = [tower];
