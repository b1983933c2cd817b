// The place where the desk's card reader stands: another one can be put there while the desk works.
import type { ReaderSetting, ReaderTest } from '../../api/devices.contract.ts';
import { CARD_REFUSALS, type ReaderState } from '../../api/desk.contract.ts';
import { createCardReader, type CardReader } from '../devices/card-reader/card-reader.ts';
import type { CardLayout } from '../devices/card-reader/id-card.ts';
import type { OpenSerialLink } from '../devices/serial/serial-link.ts';
import type { ReaderEvent } from '../devices/card-reader/reader-event.ts';
import type { Timers } from '../devices/timers.ts';

export interface ReaderPlace {
  readonly state: () => ReaderState;
  /** Closes the reader that stands here and puts another one in its place, or none. */
  use(setting: ReaderSetting | null): Promise<void>;
  /**
   * Waits up to `waitMs` for a card and tells its layout. Meanwhile cards are for the test only. Ends early where a
   * person has to do something about the reader first, or when aborted.
   */
  test(waitMs: number, signal: AbortSignal): Promise<ReaderTest>;
  start(): void;
  stop(): Promise<void>;
}

type Refusal = Extract<ReaderTest, { outcome: 'refused' }>['reason'];

export function createReaderPlace(
  timers: Timers,
  onEvent: (event: ReaderEvent) => void,
  first: ReaderSetting | null,
  open?: OpenSerialLink,
): ReaderPlace {
  let reader = first && stand(first);
  let started = false;
  let change: Promise<unknown> = Promise.resolve();
  /** Of the card that lies on the reader: it is reported once only. */
  let lying: CardLayout | null = null;
  const tests = new Set<(event: ReaderEvent) => void>();

  function hear(event: ReaderEvent): void {
    if (event.kind === 'card') lying = event.card.layout;
    if (event.kind === 'removed') lying = null;
    if (event.kind === 'state' || tests.size === 0) onEvent(event);
    for (const test of tests) test(event);
  }

  function stand({ port, baudRate }: ReaderSetting): CardReader {
    const standing = createCardReader({ port, baudRate, timers, ...(open && { open }) });
    standing.subscribe(hear);
    return standing;
  }

  const put = async (setting: ReaderSetting | null): Promise<void> => {
    const before = reader;
    reader = null;
    await before?.stop();
    reader = setting && stand(setting);
    if (started) reader?.start();
  };

  return {
    state: () => stateOf(reader),
    use(setting) {
      const done = change.then(() => put(setting));
      change = done.catch(() => undefined);
      return done;
    },
    test: (waitMs, signal) =>
      new Promise((resolve) => {
        const end = (result: ReaderTest): void => {
          timers.clearTimeout(limit);
          signal.removeEventListener('abort', late);
          tests.delete(look);
          resolve(result);
        };
        const late = (): void => end({ outcome: 'noCard', state: stateOf(reader), cause: causeOf(reader) });
        const look = (event: ReaderEvent): void => {
          if (event.kind === 'card') end({ outcome: 'card', layout: event.card.layout });
          else if (event.kind === 'refused') end({ outcome: 'refused', reason: refusalOf(event.reason) });
          else if (event.kind === 'state' && event.state === 'fault') late();
        };
        const limit = timers.setTimeout(late, waitMs);
        tests.add(look);
        signal.addEventListener('abort', late);
        const state = stateOf(reader);
        if (lying !== null) end({ outcome: 'card', layout: lying });
        else if (state === 'off' || state === 'fault' || signal.aborted) late();
      }),
    start() {
      started = true;
      reader?.start();
    },
    async stop() {
      started = false;
      await change;
      await reader?.stop();
    },
  };
}

/** Refusals that the window knows by name; all others are OTHER to it. */
export function refusalOf(reason: string): Refusal {
  return CARD_REFUSALS.find((known) => known === reason) ?? 'OTHER';
}

function stateOf(reader: CardReader | null): ReaderState {
  const state = reader?.state().state;
  if (state === undefined) return 'off';
  return state === 'absent' ? 'offline' : state;
}

function causeOf(reader: CardReader | null): string | null {
  const state = reader?.state();
  return state !== undefined && 'cause' in state ? state.cause : null;
}
