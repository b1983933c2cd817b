// Planted: breaks preload-passes-the-port-only.
import { hostname } from 'node:os';
export const bridge = hostname;
