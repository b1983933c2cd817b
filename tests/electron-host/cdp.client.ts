// Speaks the Chrome DevTools Protocol over Chromium's pipe: commands out, replies and events in.
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';

/** One conversation with the browser or with one page; command and event types are Playwright's. */
export interface CdpSession {
  send: CDPSession['send'];
  on: CDPSession['on'];
}

export interface CdpClient {
  root: CdpSession;
  session(sessionId: string): CdpSession;
  /** Forgets a session: commands still waiting on it reject. */
  release(sessionId: string): void;
  /** The pipe is gone: everything waiting rejects, and later commands too. */
  end(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

interface Waiting {
  sessionId: string | undefined;
  method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Calls back with each NUL-terminated text of the stream. */
function readMessages(stream: Readable, onText: (text: string) => void): void {
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      onText(Buffer.concat([...chunks, chunk.subarray(start, end)]).toString('utf8'));
      chunks = [];
      start = end + 1;
    }
    if (start < chunk.length) chunks.push(chunk.subarray(start));
  });
}

/** Takes the two ends of the pipe; nothing is sent until the first command. */
export function createCdpClient(input: Readable, output: Writable): CdpClient {
  const waiting = new Map<number, Waiting>();
  const emitters = new Map<string | undefined, EventEmitter>();
  let lastId = 0;
  let ended = false;

  function rejectAll(matches: (entry: Waiting) => boolean): void {
    for (const [id, entry] of waiting) {
      if (!matches(entry)) continue;
      waiting.delete(id);
      entry.reject(new Error(`${entry.method}: the page or the browser is gone`));
    }
  }

  function send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    if (ended) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { sessionId, method, resolve, reject });
      output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  readMessages(input, (text) => {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined) {
      emitters.get(message.sessionId)?.emit(message.method ?? '', message.params);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) entry?.reject(new Error(`${entry.method}: ${message.error.message}`));
    else entry?.resolve(message.result);
  });

  function createSession(sessionId: string | undefined): CdpSession {
    const emitter = new EventEmitter();
    emitters.set(sessionId, emitter);
    return {
      send: ((method: string, params?: unknown) => send(sessionId, method, params)) as CDPSession['send'],
      on: emitter.on.bind(emitter) as unknown as CDPSession['on'],
    };
  }

  return {
    root: createSession(undefined),
    session: createSession,
    release(sessionId) {
      emitters.delete(sessionId);
      rejectAll((entry) => entry.sessionId === sessionId);
    },
    end() {
      ended = true;
      rejectAll(() => true);
    },
  };
}
