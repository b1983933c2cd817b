// Planted: breaks the-electron-host-is-imported-by-nothing.
import { host } from '../electron-host/host.ts';
export const launch = host;
