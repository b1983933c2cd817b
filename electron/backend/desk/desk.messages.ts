// What happens at the desk, to every window that listens: changed registers, device states, cards.
import { EventPublisher } from '@orpc/server';
import type { DeskMessage } from '../../api/desk.contract.ts';

export type DeskMessages = EventPublisher<{ message: DeskMessage }>;

/** A listener that falls behind keeps the newest messages; `changed` and `status` only say "fetch again". */
export function createDeskMessages(): DeskMessages {
  return new EventPublisher<{ message: DeskMessage }>({ maxBufferedEvents: 100 });
}
