// Planted: breaks the-renderer-runs-no-node.
import { readFileSync } from 'node:fs';
export const read = readFileSync;
