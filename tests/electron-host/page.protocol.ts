// What main and the preload's isolated world say to each other.
import type { Wire } from './wire.codec.ts';

/** The isolated world that the preload runs in. */
export const WORLD = 'electron-preload';
/** The function that the world calls to reach main, given to that world only. */
export const BINDING = '__electronHostSend';
/** The function in the world that main calls. */
export const RECEIVER = '__electronHostReceive';

export type ToMain =
  | { type: 'invoke'; id: number; channel: string; args: Wire }
  | { type: 'send'; channel: string; args: Wire }
  | { type: 'port'; id: number; data: Wire };

export type ToPreload =
  | { type: 'reply'; id: number; ok: boolean; value: Wire }
  | { type: 'event'; channel: string; args: Wire; ports: number[] }
  | { type: 'port'; id: number; data: Wire };
