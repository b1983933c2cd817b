// A reader that speaks unasked, over a serial port: one of tags or one of printed codes. Each thing shown is told once.
import type { LineReaderKind } from '../../../api/devices.contract.ts';
import {
  createSerialDevice,
  type SerialDevice,
  type SerialPlace,
  type Talk,
  type TalkDeps,
} from '../serial/serial-device.ts';
import { createDeadline, type Timers } from '../timers.ts';
import { createTagParser, type TagSeen } from './tag-frames.ts';
import { uidOf, type TagSetting } from './tag-number.ts';
import { createLineParser, decodeLine } from './text-lines.ts';

/** What came, and what it is under the reader's setting: a UID in hex, or the text of a code; null where it is not of the format. */
export type LineEvent =
  | { kind: 'tag'; seen: TagSeen; uid: string | null }
  | { kind: 'code'; line: Buffer; text: string };

export type LineReader = SerialDevice<LineEvent>;

export type LineReaderKindSetting =
  | ({ readonly kind: Extract<LineReaderKind, 'tag'> } & TagSetting)
  | { readonly kind: Extract<LineReaderKind, 'scanner'>; readonly encoding: 'utf8' | 'gbk' };

export interface LineReaderDeps extends SerialPlace {
  setting: LineReaderKindSetting;
  reopenMs?: readonly number[];
}

/** Silence that ends what began, in ms: USB-serial chips hold bytes back for 16 ms, and a slow machine longer. */
const TAG_SILENCE_MS = 200;
const CODE_SILENCE_MS = 60;
/** Readers repeat a tag 2 to 20 times a second while it is held: after so long without it, it was taken away. */
const HELD_MS = 1500;
/** More different tags than this within `HELD_MS` is noise. */
const MOST_HELD = 32;

/** A reader that stands still until `start`. It is never spoken to, so an open port is all that "ready" can mean. */
export function createLineReader({ setting, ...place }: LineReaderDeps): LineReader {
  const { timers } = place;
  return createSerialDevice<LineEvent>(place, (deps) => {
    const talk =
      setting.kind === 'tag' ? hearTags(setting, timers, deps) : hearCodes(setting.encoding, timers, deps);
    deps.report({ kind: 'state', state: 'ready' });
    return talk;
  });
}

function hearTags(setting: TagSetting, timers: Timers, { report }: TalkDeps<LineEvent>): Talk {
  const parser = createTagParser();
  const held = new Map<string, ReturnType<typeof createDeadline>>();

  function tell(seen: TagSeen): void {
    const uid = uidOf(seen, setting);
    const key = uid ?? (seen.kind === 'text' ? seen.text : seen.bytes.toString('hex'));
    const known = held.get(key);
    if (!known && held.size >= MOST_HELD) return;
    const gone = known ?? createDeadline(timers);
    gone.set(HELD_MS, () => held.delete(key));
    if (known) return;
    held.set(key, gone);
    report({ kind: 'tag', seen, uid });
  }

  return hear({
    ...{
      timers,
      silenceMs: TAG_SILENCE_MS,
      push: parser.push,
      silence: parser.silence,
      mid: parser.midTag,
      tell,
    },
    forget: () => held.forEach((gone) => gone.clear()),
  });
}

function hearCodes(encoding: 'utf8' | 'gbk', timers: Timers, { report }: TalkDeps<LineEvent>): Talk {
  const parser = createLineParser();
  return hear({
    ...{
      timers,
      silenceMs: CODE_SILENCE_MS,
      push: parser.push,
      silence: parser.silence,
      mid: parser.midLine,
    },
    tell(line: Buffer) {
      const text = decodeLine(line, encoding);
      if (text !== '') report({ kind: 'code', line, text });
    },
    forget: () => undefined,
  });
}

function hear<Seen>(parts: {
  timers: Timers;
  silenceMs: number;
  push: (chunk: Uint8Array) => readonly Seen[];
  silence: () => readonly Seen[];
  mid: () => boolean;
  tell: (seen: Seen) => void;
  forget: () => void;
}): Talk {
  const rest = createDeadline(parts.timers);
  let over = false;
  const { promise: ended, resolve } = Promise.withResolvers<'closed'>();
  return {
    ended,
    receive(chunk) {
      if (over) return;
      parts.push(chunk).forEach(parts.tell);
      if (parts.mid()) rest.set(parts.silenceMs, () => parts.silence().forEach(parts.tell));
      else rest.clear();
    },
    end() {
      over = true;
      rest.clear();
      parts.forget();
      resolve('closed');
    },
  };
}
