// The one stream of what happens at the desk, read once and handed on: refetches for data, messages for cards.
import type { ApiClient } from '../../electron/api/contract.ts';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';

/** A card was put down, taken away, or could not be read. */
export type CardMessage = Extract<DeskMessage, { kind: 'card' | 'cardRemoved' | 'cardRefused' }>;

export interface DeskFeed {
  /** Returns the unsubscriber. */
  onCard(listener: (message: CardMessage) => void): () => void;
}

const PAUSE_MS = 1000;

/** Reads for as long as the window lives: a stream that a dead backend cut off is subscribed anew on the next port. */
export function followDesk(deps: {
  readonly api: ApiClient;
  readonly changed: (nouns: readonly string[]) => void;
  /** A reader of tags or codes read something. */
  readonly scanned: (text: string) => void;
}): DeskFeed {
  const listeners = new Set<(message: CardMessage) => void>();

  function hear(message: DeskMessage): void {
    if (message.kind === 'changed') deps.changed(message.nouns);
    else if (message.kind === 'status') deps.changed(['desk']);
    else if (message.kind === 'scanned') deps.scanned(message.text);
    else for (const listener of listeners) listener(message);
  }

  async function read(): Promise<never> {
    for (;;) {
      try {
        for await (const message of await deps.api.desk.watch()) hear(message);
      } catch {
        // Cut off, or refused for a moment: both end in a new subscription; what was missed is refetched then.
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  read().catch(() => {});
  return {
    onCard(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
