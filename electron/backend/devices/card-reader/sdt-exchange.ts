// Asks a card reader one thing at a time and gives what came of it. Never rejects, never leaves a question open.
import { encodeFrame, createFrameParser } from './sdt-frame.ts';
import type { FrameEvent } from './sdt-frame.ts';
import { readAnswer, sdtCommands, sdtStatus } from './sdt-command.ts';
import type { SdtCommand } from './sdt-command.ts';
import { createDeadline } from '../timers.ts';
import type { Timers } from '../timers.ts';

/** `garbled`: it came damaged, twice. `silence`: nothing in time. `ended`: the line is gone or we are stopping. */
export type SdtReply =
  | { kind: 'status'; status: number; data: Buffer }
  | { kind: 'garbled' }
  | { kind: 'silence' }
  | { kind: 'ended' };

export interface ExchangeTimes {
  /** How long the reader may take to answer, in ms; reading a card takes it longest. */
  answerMs: number;
  readMs: number;
  /** How long it may stop in the middle of a frame, in ms. */
  gapMs: number;
}

export interface SdtExchange {
  /** Sends a command and waits for its answer; sends it once more when either side found it damaged. */
  ask(command: SdtCommand): Promise<SdtReply>;
  /** Takes what arrived from the reader. */
  receive(chunk: Uint8Array): void;
  /** Answers what is open with `ended`; every later question too. */
  end(): void;
}

const statusWords = 3;
const resendStatuses: readonly number[] = [
  sdtStatus.badChecksum,
  sdtStatus.badLength,
  sdtStatus.unknownCommand,
  sdtStatus.unrecognised,
];

/** One exchange lives as long as one open port. */
export function createSdtExchange(deps: {
  write: (bytes: Uint8Array) => void;
  timers: Timers;
  times: ExchangeTimes;
}): SdtExchange {
  const parser = createFrameParser();
  const answerDue = createDeadline(deps.timers);
  const restDue = createDeadline(deps.timers);
  let open: { command: SdtCommand; settle: (reply: SdtReply) => void } | null = null;
  let ended = false;

  function settle(reply: SdtReply): void {
    answerDue.clear();
    restDue.clear();
    // What is still on its way belongs to this question and must not answer the next one.
    parser.reset();
    const { settle: resolve } = open ?? {};
    open = null;
    resolve?.(reply);
  }

  function askOnce(command: SdtCommand): Promise<SdtReply> {
    if (ended) return Promise.resolve({ kind: 'ended' });
    return new Promise((resolve) => {
      open = { command, settle: resolve };
      const ms = command === 'read' ? deps.times.readMs : deps.times.answerMs;
      answerDue.set(ms, () => settle({ kind: 'silence' }));
      deps.write(encodeFrame(Uint8Array.from(sdtCommands[command])));
    });
  }

  function take(events: readonly FrameEvent[]): void {
    for (const event of events) {
      if (open === null) return;
      if (event.kind === 'damaged') {
        settle({ kind: 'garbled' });
      } else if (event.payload.length >= statusWords) {
        const status = event.payload[statusWords - 1] ?? 0;
        const data = event.payload.subarray(statusWords);
        if (canAnswer(open.command, status, data)) settle({ kind: 'status', status, data });
      }
    }
  }

  return {
    async ask(command) {
      const reply = await askOnce(command);
      return wantsResend(reply) ? askOnce(command) : reply;
    },
    receive(chunk) {
      // Readers do not speak unasked; some vendors' do, and are not listened to.
      if (open === null) return;
      take(parser.push(chunk));
      if (open !== null && parser.midFrame()) restDue.set(deps.times.gapMs, () => take(parser.silence()));
      else restDue.clear();
    },
    end() {
      ended = true;
      settle({ kind: 'ended' });
    },
  };
}

function wantsResend(reply: SdtReply): boolean {
  return reply.kind === 'garbled' || (reply.kind === 'status' && resendStatuses.includes(reply.status));
}

/** Keeps a late answer to an earlier command from passing as the answer to this one. */
function canAnswer(command: SdtCommand, status: number, data: Buffer): boolean {
  if (status === sdtStatus.cardFound) return command === 'find';
  if (status !== sdtStatus.success) return true;
  const isCardContent = data.length > readAnswer.text && data.readUInt16BE(readAnswer.textLength) > 0;
  switch (command) {
    case 'find':
      return false;
    case 'select':
      return !isCardContent;
    case 'read':
      return isCardContent;
    case 'presence':
      return true;
  }
}
