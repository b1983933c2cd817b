// A card reader made of code: answers on a line as the real module does, and misbehaves on request.
import type { IdCard } from '../card-reader/id-card.ts';
import { sdtCommands, sdtStatus } from '../card-reader/sdt-command.ts';
import type { SdtCommand } from '../card-reader/sdt-command.ts';
import { createFrameParser, encodeFrame } from '../card-reader/sdt-frame.ts';
import { openSerialLink } from '../serial/serial-link.ts';
import type { Timers } from '../timers.ts';
import { encodeReadAnswer } from './card-reader.encoder.ts';

/** What an answer may suffer; `{ status }` answers with that status byte instead. */
export type ReaderFault =
  | 'silence'
  | 'wrongChecksum'
  | 'hugeLength'
  | 'truncated'
  | 'falsePreamble'
  | 'gluedAnswers'
  | { status: number };

/** How an answer gets on the line: at once, byte by byte, or in pieces of uneven size with pauses of some ms. */
export type ReaderDelivery = 'whole' | 'byteByByte' | 'fragments';

export interface CardReaderSimulator {
  /** Lays a card on the reader: an invented one, or the frame of a whole `read` answer. */
  present(card: IdCard | Uint8Array): void;
  remove(): void;
  /** Spoils answers: all, or those to some commands, for a number of times or until `behave`. */
  misbehave(fault: ReaderFault, on?: { commands?: readonly SdtCommand[]; times?: number }): void;
  behave(): void;
  deliver(how: ReaderDelivery): void;
}

interface Card {
  answer: Uint8Array;
  /** A card that was read keeps quiet until it has left the field. */
  step: 'new' | 'found' | 'selected' | 'read';
}

const truncatedAt = 700;
const fragmentBytes = [1, 7, 60, 3, 31, 2] as const;
const fragmentPausesMs = [0, 4, 1] as const;
const garbage = Uint8Array.from([0x00, 0x55, 0xaa, 0xaa, 0xaa, 0x96, 0x69, 0xff, 0xff, 0xaa, 0x13]);

/** The reader itself, on any line; feed it with `receive`. */
export function createCardReaderSimulator(deps: {
  write: (bytes: Uint8Array) => void;
  timers: Timers;
}): CardReaderSimulator & { receive(chunk: Uint8Array): void } {
  const parser = createFrameParser();
  let card: Card | null = null;
  let spoiling: { fault: ReaderFault; commands: readonly SdtCommand[]; times: number } | null = null;
  let delivery: ReaderDelivery = 'whole';

  function handle(payload: Uint8Array): void {
    const command = commandOf(payload);
    if (command === null) {
      send(statusAnswer(sdtStatus.unknownCommand));
      return;
    }
    const answer = answerTo(command);
    const fault = takeFault(command);
    if (fault === null) send(answer);
    else if (fault !== 'silence') send(spoil(answer, fault));
  }

  function answerTo(command: SdtCommand): Uint8Array {
    switch (command) {
      case 'find':
        if (card === null || card.step === 'read') return statusAnswer(sdtStatus.noCard);
        card.step = 'found';
        return statusAnswer(sdtStatus.cardFound, 4);
      case 'select':
        if (card?.step !== 'found') return statusAnswer(sdtStatus.selectFailed);
        card.step = 'selected';
        return statusAnswer(sdtStatus.success, 8);
      case 'read':
        if (card?.step !== 'selected' && card?.step !== 'read') return statusAnswer(sdtStatus.readFailed);
        card.step = 'read';
        return card.answer;
      case 'presence':
        return statusAnswer(card?.step === 'read' ? sdtStatus.noSuchItem : sdtStatus.readFailed);
    }
  }

  function takeFault(command: SdtCommand): ReaderFault | null {
    if (spoiling === null || !spoiling.commands.includes(command)) return null;
    const { fault } = spoiling;
    spoiling.times -= 1;
    if (spoiling.times <= 0) spoiling = null;
    return fault;
  }

  function send(bytes: Uint8Array): void {
    switch (delivery) {
      case 'whole':
        deps.write(bytes);
        break;
      case 'byteByByte':
        for (let at = 0; at < bytes.length; at += 1) deps.write(bytes.subarray(at, at + 1));
        break;
      case 'fragments':
        sendFragments(bytes, 0);
        break;
    }
  }

  function sendFragments(bytes: Uint8Array, piece: number): void {
    const size = fragmentBytes[piece % fragmentBytes.length] ?? 1;
    deps.write(bytes.subarray(0, size));
    if (bytes.length <= size) return;
    const pauseMs = fragmentPausesMs[piece % fragmentPausesMs.length] ?? 0;
    deps.timers.setTimeout(() => sendFragments(bytes.subarray(size), piece + 1), pauseMs);
  }

  return {
    present(shown) {
      card = {
        answer: shown instanceof Uint8Array ? shown : encodeFrame(encodeReadAnswer(shown)),
        step: 'new',
      };
    },
    remove() {
      card = null;
    },
    misbehave(fault, { commands = allCommands, times = Number.POSITIVE_INFINITY } = {}) {
      spoiling = { fault, commands, times };
    },
    behave() {
      spoiling = null;
    },
    deliver(how) {
      delivery = how;
    },
    receive(chunk) {
      for (const event of parser.push(chunk)) {
        if (event.kind === 'frame') handle(event.payload);
        else send(statusAnswer(sdtStatus.badChecksum));
      }
    },
  };
}

/**
 * Puts a simulated reader on a serial port (its end of a pty pair). Rejects with SerialLinkError.
 * @param onCommandBytes hears what the desk sent, before it is answered.
 */
export async function openCardReaderSimulator(deps: {
  path: string;
  timers: Timers;
  onCommandBytes?: (chunk: Uint8Array) => void;
}): Promise<CardReaderSimulator & { close(): Promise<void> }> {
  let receive: (chunk: Uint8Array) => void = () => undefined;
  const link = await openSerialLink({
    path: deps.path,
    baudRate: 115200,
    onData(chunk) {
      deps.onCommandBytes?.(chunk);
      receive(chunk);
    },
  });
  const simulator = createCardReaderSimulator({ write: (bytes) => link.write(bytes), timers: deps.timers });
  receive = (chunk) => simulator.receive(chunk);
  return { ...simulator, close: () => link.close() };
}

const allCommands = Object.keys(sdtCommands) as SdtCommand[];

function commandOf(payload: Uint8Array): SdtCommand | null {
  const same = (command: SdtCommand): boolean => Buffer.from(sdtCommands[command]).equals(payload);
  return allCommands.find(same) ?? null;
}

/** An answer of status and so many zero bytes, which is all that find and select give. */
function statusAnswer(status: number, dataLength = 0): Uint8Array {
  const payload = Buffer.alloc(3 + dataLength);
  payload[2] = status;
  return encodeFrame(payload);
}

function spoil(answer: Uint8Array, fault: Exclude<ReaderFault, 'silence'>): Uint8Array {
  if (typeof fault === 'object') return statusAnswer(fault.status);
  const spoilt = Buffer.from(answer);
  switch (fault) {
    case 'wrongChecksum':
      spoilt.writeUInt8(spoilt.readUInt8(spoilt.length - 1) ^ 0xff, spoilt.length - 1);
      return spoilt;
    case 'hugeLength':
      spoilt.writeUInt16BE(0xffff, 5);
      return spoilt;
    case 'truncated':
      return spoilt.subarray(0, Math.min(truncatedAt, spoilt.length - 1));
    case 'falsePreamble':
      return Buffer.concat([garbage, spoilt]);
    case 'gluedAnswers':
      return Buffer.concat([spoilt, spoilt]);
  }
}
