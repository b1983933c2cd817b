// Planted: breaks shipped-code-imports-no-tools.
import { pack } from '../tools/pack.ts';
export const update = pack;
