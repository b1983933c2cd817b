// Routes the messages of message channels whose ends may be in main, in a page or in a utility process.
import type { Wire } from './wire.codec.ts';

/** Whoever holds an end: gets its messages, and is told once when the other end has closed. */
export interface PortHolder {
  deliver(data: Wire): void;
  closed(): void;
}

interface End {
  peer: number;
  holder: PortHolder | undefined;
  /** Messages that came while nobody held the end. */
  queue: Wire[];
}

export interface PortExchange {
  /** Makes a channel and returns the ids of its two ends, held by nobody yet. */
  createChannel(): [number, number];
  /** Gives the end to a holder, with the messages that waited; the former holder hears nothing more. */
  hold(id: number, holder: PortHolder): void;
  /** Takes the end from its holder, with what it had not read; messages queue until someone holds it again. */
  release(id: number, unread: Wire[]): void;
  /** Sends from this end to the other one, in order; nothing happens when the channel is closed. */
  post(id: number, data: Wire): void;
  close(id: number): void;
}

export function createPortExchange(): PortExchange {
  const ends = new Map<number, End>();
  let lastId = 0;

  function createEnd(id: number, peer: number): number {
    ends.set(id, { peer, holder: undefined, queue: [] });
    return id;
  }

  return {
    createChannel() {
      const first = ++lastId;
      const second = ++lastId;
      return [createEnd(first, second), createEnd(second, first)];
    },
    hold(id, holder) {
      const end = ends.get(id);
      if (!end) {
        holder.closed();
        return;
      }
      end.holder = holder;
      for (const data of end.queue.splice(0)) holder.deliver(data);
    },
    release(id, unread) {
      const end = ends.get(id);
      if (!end) return;
      end.holder = undefined;
      end.queue.push(...unread);
    },
    post(id, data) {
      const peer = ends.get(ends.get(id)?.peer ?? 0);
      if (peer?.holder) peer.holder.deliver(data);
      else peer?.queue.push(data);
    },
    close(id) {
      const end = ends.get(id);
      if (!end) return;
      const peer = ends.get(end.peer);
      ends.delete(id);
      ends.delete(end.peer);
      peer?.holder?.closed();
    },
  };
}
