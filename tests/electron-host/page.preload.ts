// What a sandboxed preload finds around it: require('electron') with ipcRenderer and contextBridge, and process.
// Runs inside the page, in the preload's world.
import type { Bridge } from './page.bridge.ts';
import type { ToMain, ToPreload } from './page.protocol.ts';
import type { Codec } from './wire.codec.ts';

interface IpcEvent {
  ports: MessagePort[];
}
type Listener = (event: IpcEvent, ...args: unknown[]) => void;

export interface PreloadSurroundings {
  require(name: string): unknown;
  /** Takes a batch of messages from main, as JSON. */
  receive(json: string): void;
}

/** Self-contained: its source text runs in the page. */
export function createPreloadSurroundings(
  codec: Codec,
  bridge: Bridge,
  sendText: (text: string) => void,
): PreloadSurroundings {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<number, MessagePort>();
  let lastCall = 0;

  const send = (message: ToMain) => sendText(JSON.stringify(message));

  function removeListener(channel: string, listener: Listener): void {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((known) => known !== listener),
    );
  }

  /** One end of a fresh channel stays here and is joined to main; the other is a real port for the page. */
  function openPort(id: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.addEventListener('message', (event) => {
      if (event.ports.length > 0)
        throw new Error('electron host: a port inside a port message is not covered');
      send({ type: 'port', id, data: codec.encode(event.data) });
    });
    port1.start();
    return port2;
  }

  function receiveOne(message: ToPreload): void {
    if (message.type === 'reply') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) call?.resolve(codec.decode(message.value));
      else call?.reject(codec.decode(message.value));
    } else if (message.type === 'port') {
      ports.get(message.id)?.postMessage(codec.decode(message.data));
    } else {
      const event = { ports: message.ports.map(openPort), sender: ipcRenderer };
      const args = codec.decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) {
        // One listener's error must not keep the batch from the others.
        try {
          listener(event, ...args);
        } catch (error) {
          reportError(error);
        }
      }
    }
  }

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastCall;
      return new Promise((resolve, reject) => {
        send({ type: 'invoke', id, channel, args: codec.encode(args) });
        waiting.set(id, { resolve, reject });
      });
    },
    send(channel: string, ...args: unknown[]): void {
      send({ type: 'send', channel, args: codec.encode(args) });
    },
    on(channel: string, listener: Listener): object {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: removeListener,
    removeListener,
  };
  const electron = { ipcRenderer, contextBridge: { exposeInMainWorld: bridge.expose } };

  return {
    require(name) {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`module not found: ${name}`);
    },
    receive: (json) => (JSON.parse(json) as ToPreload[]).forEach(receiveOne),
  };
}
