// The readers of tags and codes on this desk: they come and go while the desk works, and each can be tried alone.
import type { LineReaderSetting, LineReaderTest } from '../../api/devices.contract.ts';
import type { DeskStatus, ReaderState } from '../../api/desk.contract.ts';
import { createLineReader, type LineEvent, type LineReader } from '../devices/line-reader/line-reader.ts';
import type { TagSeen } from '../devices/line-reader/tag-frames.ts';
import { printedOf, readingsOf } from '../devices/line-reader/tag-number.ts';
import { decodeLine, encodingOf } from '../devices/line-reader/text-lines.ts';
import type { DeviceState, StateEvent } from '../devices/serial/serial-device.ts';
import type { OpenSerialLink } from '../devices/serial/serial-link.ts';
import type { Timers } from '../devices/timers.ts';

export interface LineReaders {
  readonly states: () => DeskStatus['lineReaders'];
  /** From now on these stand here; one whose setting stays the same goes on undisturbed. */
  use(settings: readonly LineReaderSetting[]): Promise<void>;
  /**
   * Waits up to `waitMs` for what this reader reads, which is for the test only meanwhile. Ends early where a person
   * has to do something about the reader first, or when aborted. Null where there is none with this id.
   */
  test(id: string, waitMs: number, signal: AbortSignal): Promise<LineReaderTest | null>;
  start(): void;
  stop(): Promise<void>;
}

interface Standing {
  readonly setting: LineReaderSetting;
  readonly reader: LineReader;
}

export function createLineReaders(parts: {
  readonly timers: Timers;
  readonly first: readonly LineReaderSetting[];
  readonly open?: OpenSerialLink | undefined;
  readonly onEvent: (event: LineEvent | StateEvent) => void;
}): LineReaders {
  const { timers, open, onEvent } = parts;
  const tests = new Map<string, Set<(event: LineEvent | StateEvent) => void>>();
  let standing = parts.first.map(stand);
  let started = false;
  let change: Promise<unknown> = Promise.resolve();

  function stand(setting: LineReaderSetting): Standing {
    const { port, baudRate, id } = setting;
    const reader = createLineReader({ port, baudRate, setting, timers, ...(open && { open }) });
    reader.subscribe((event) => {
      const trying = tests.get(id);
      if (event.kind === 'state' || !trying) onEvent(event);
      trying?.forEach((look) => look(event));
    });
    return { setting, reader };
  }

  async function put(settings: readonly LineReaderSetting[]): Promise<void> {
    const before = standing;
    const kept = (setting: LineReaderSetting): Standing | undefined =>
      before.find((each) => JSON.stringify(each.setting) === JSON.stringify(setting));
    const stays = new Set(settings.map(kept));
    // A port has to be closed before another setting opens it.
    await Promise.all(before.filter((each) => !stays.has(each)).map(({ reader }) => reader.stop()));
    standing = settings.map((setting) => kept(setting) ?? stand(setting));
    if (started) for (const { reader } of standing) reader.start();
  }

  return {
    states: () =>
      standing.map(({ setting: { id, kind }, reader }) => ({ id, kind, state: shown(reader.state()) })),
    use(settings) {
      const done = change.then(() => put(settings));
      change = done.catch(() => undefined);
      return done;
    },
    async test(id, waitMs, signal) {
      await change;
      const tried = standing.find(({ setting }) => setting.id === id);
      return tried ? tryOut(tried, waitMs, signal) : null;
    },
    start() {
      started = true;
      for (const { reader } of standing) reader.start();
    },
    async stop() {
      started = false;
      await change;
      await Promise.all(standing.map(({ reader }) => reader.stop()));
    },
  };

  function tryOut(
    { setting, reader }: Standing,
    waitMs: number,
    signal: AbortSignal,
  ): Promise<LineReaderTest> {
    const looks = tests.get(setting.id) ?? new Set();
    tests.set(setting.id, looks);
    return new Promise((resolve) => {
      const end = (result: LineReaderTest): void => {
        timers.clearTimeout(limit);
        signal.removeEventListener('abort', late);
        looks.delete(look);
        if (looks.size === 0) tests.delete(setting.id);
        resolve(result);
      };
      const late = (): void => {
        const state = reader.state();
        end({ outcome: 'nothing', state: shown(state), cause: 'cause' in state ? state.cause : null });
      };
      const look = (event: LineEvent | StateEvent): void => {
        if (event.kind !== 'state') end(resultOf(event));
        else if (event.state === 'fault') late();
      };
      const limit = timers.setTimeout(late, waitMs);
      looks.add(look);
      signal.addEventListener('abort', late);
      if (reader.state().state === 'fault' || signal.aborted) late();
    });
  }
}

function resultOf(event: LineEvent): LineReaderTest {
  if (event.kind === 'tag') {
    const readings = readingsOf(event.seen).map((each) => ({ ...each, printed: printedOf(each.uid) }));
    return { outcome: 'tag', came: asItCame(event.seen), uid: event.uid, readings };
  }
  const { line, text } = event;
  const likeliest = encodingOf(line);
  const readings = [likeliest, likeliest === 'gbk' ? ('utf8' as const) : ('gbk' as const)].map(
    (encoding) => ({
      encoding,
      text: decodeLine(line, encoding),
    }),
  );
  return { outcome: 'code', text, readings };
}

/** Text as it stood on the line, the bytes of a frame in hex. */
export function asItCame(seen: TagSeen): string {
  return seen.kind === 'text'
    ? seen.text
    : seen.bytes
        .toString('hex')
        .toUpperCase()
        .replace(/(..)(?=.)/g, '$1 ');
}

function shown(state: DeviceState): ReaderState {
  return state.state === 'absent' ? 'offline' : state.state;
}
