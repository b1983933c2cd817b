// ipcMain: calls and messages from preloads, found by channel.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';
import type { Listener } from './strict.ts';

/** What a handler learns about the caller. */
export interface IpcEvent {
  type: 'frame';
  sender: object;
  senderFrame: { url: string };
}

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

export interface IpcMain {
  api: { handle(channel: string, handler: Handler): void; on(channel: string, listener: Listener): void };
  /** Rejects with Electron's wording, which is all that the caller ever learns of an error. */
  invoke(event: IpcEvent, channel: string, args: unknown[]): Promise<unknown>;
  receive(event: IpcEvent, channel: string, args: unknown[]): void;
}

export function createIpcMain(): IpcMain {
  const handlers = new Map<string, Handler>();
  const listeners = new EventEmitter();

  return {
    api: strict('ipcMain', {
      handle(channel: string, handler: Handler) {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        handlers.set(channel, handler);
      },
      on: (channel: string, listener: Listener) => void listeners.on(channel, listener),
    }),
    async invoke(event, channel, args) {
      try {
        const handler = handlers.get(channel);
        if (!handler) throw new Error(`No handler registered for '${channel}'`);
        return await handler(event, ...args);
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
      }
    },
    receive(event, channel, args) {
      listeners.emit(channel, event, ...args);
    },
  };
}
