// What main and a utility process say to each other over Node's IPC channel.
import type { Wire } from './wire.codec.ts';

export type ToChild =
  | { type: 'message'; data: Wire; ports: number[] }
  | { type: 'port'; id: number; data: Wire }
  | { type: 'port-close'; id: number };

export type FromChild =
  | { type: 'message'; data: Wire }
  | { type: 'port'; id: number; data: Wire }
  | { type: 'port-close'; id: number };
