// Planted: breaks rules-use-no-node.
import { hostname } from 'node:os';
export const isLate = hostname;
