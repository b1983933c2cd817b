// The talk with a reader on one open port: find, select, read, then watch the card until it is taken away.
import type { CardRefusal, ReaderEvent } from './reader-event.ts';
import { readAnswer, sdtStatus } from './sdt-command.ts';
import type { SdtCommand } from './sdt-command.ts';
import { createSdtExchange } from './sdt-exchange.ts';
import type { ExchangeTimes, SdtReply } from './sdt-exchange.ts';
import { decodeCardText } from './sdt-text.ts';
import type { CardTextReading } from './sdt-text.ts';
import type { Talk } from '../serial/serial-device.ts';
import { pause } from '../timers.ts';
import type { Timers } from '../timers.ts';

export interface SessionCadence extends ExchangeTimes {
  /** Between two looks for a card, in ms. */
  findMs: number;
  /** Between two looks whether the card that was read still lies there, in ms. */
  presenceMs: number;
  /** So many questions in a row without a usable answer, and the reader counts as offline. */
  silentLimit: number;
}

/** A radio field flickers: one bad answer does not mean that the card is gone. */
const removedAfter = 2;

/**
 * Talks until the port closes or the reader falls silent. A card is reported once, until it was taken away: that the
 * reader finds nothing after a read proves nothing, for a card that was read keeps quiet. So its presence is asked for.
 */
export function runSdtSession(deps: {
  write: (bytes: Uint8Array) => void;
  timers: Timers;
  cadence: SessionCadence;
  report: (event: ReaderEvent) => void;
}): Talk {
  const { cadence, report, timers } = deps;
  const exchange = createSdtExchange({ write: deps.write, timers, times: cadence });
  const over = new AbortController();
  let misses = 0;
  let selectLost = false;
  let samFault = false;
  let shownNumber: string | null = null;
  let lastRefusal: CardRefusal | null = null;

  function end(): void {
    over.abort();
    exchange.end();
  }

  async function ask(command: SdtCommand): Promise<SdtReply> {
    const reply = await exchange.ask(command);
    if (reply.kind === 'status') {
      misses = 0;
      // A reader without licence may still find cards; only one that it read shows that all is well.
      if (isSamFault(reply)) samFault = true;
      else if (command === 'read' && reply.status === sdtStatus.success) samFault = false;
      report(
        samFault ? { kind: 'state', state: 'fault', cause: 'SAM_FAULT' } : { kind: 'state', state: 'ready' },
      );
    } else if (reply.kind !== 'ended') {
      misses += 1;
      if (misses >= cadence.silentLimit) end();
    }
    return reply;
  }

  async function talk(): Promise<Awaited<Talk['ended']>> {
    while (!over.signal.aborted) {
      await lookForCard();
      await pause(timers, cadence.findMs, over.signal);
    }
    forgetCard();
    return misses >= cadence.silentLimit ? 'silent' : 'closed';
  }

  async function lookForCard(): Promise<void> {
    const found = await ask('find');
    if (hasStatus(found, sdtStatus.noCard)) {
      lastRefusal = null;
      forgetCard();
    }
    if (!hasStatus(found, sdtStatus.cardFound)) return;
    const selected = await ask('select');
    // A card on the move often fails here; the next look finds it lying still.
    if (hasStatus(selected, sdtStatus.selectFailed, sdtStatus.noCard)) return;
    // One answer lost on the way is no word about the card: it answers the next look as well.
    if (selected.kind === 'silence' && !selectLost) {
      selectLost = true;
      return;
    }
    selectLost = false;
    const read = hasStatus(selected, sdtStatus.success) ? await ask('read') : selected;
    if (hasStatus(read, sdtStatus.success)) {
      showCard(read);
      await watchCard();
    } else {
      refuse(refusalFor(read));
    }
  }

  function showCard(read: SdtReply): void {
    const reading = readingOf(read);
    if (!reading.ok) {
      refuse(reading.reason);
    } else if (reading.card.number !== shownNumber) {
      forgetCard();
      lastRefusal = null;
      shownNumber = reading.card.number;
      report({ kind: 'card', card: reading.card });
    }
  }

  /** Returns when the card is gone, or when this reader cannot say: then the next empty look tells. */
  async function watchCard(): Promise<void> {
    let gone = 0;
    while (gone < removedAfter) {
      await pause(timers, cadence.presenceMs, over.signal);
      const reply = await ask('presence');
      if (reply.kind !== 'status' || hasStatus(reply, ...presenceUnknown)) return;
      gone = hasStatus(reply, sdtStatus.success, sdtStatus.noSuchItem) ? 0 : gone + 1;
    }
    forgetCard();
  }

  function forgetCard(): void {
    if (shownNumber !== null) report({ kind: 'removed' });
    shownNumber = null;
  }

  function refuse(reason: CardRefusal | null): void {
    if (reason === null || reason === lastRefusal) return;
    lastRefusal = reason;
    report({ kind: 'refused', reason });
  }

  return { receive: (chunk) => exchange.receive(chunk), end, ended: talk() };
}

function isSamFault(reply: SdtReply): boolean {
  return hasStatus(reply, sdtStatus.selfTestFailed, sdtStatus.samNotLicensed);
}

const presenceUnknown = [sdtStatus.unknownCommand, sdtStatus.notAuthorised, sdtStatus.unrecognised] as const;

function hasStatus(reply: SdtReply, ...statuses: readonly number[]): boolean {
  return reply.kind === 'status' && statuses.includes(reply.status);
}

/** Takes the text and leaves the photo behind: nothing of it is kept. */
function readingOf(read: SdtReply): CardTextReading | { ok: false; reason: 'BAD_FRAME' } {
  if (read.kind !== 'status' || read.data.length < readAnswer.text) return { ok: false, reason: 'BAD_FRAME' };
  const textLength = read.data.readUInt16BE(readAnswer.textLength);
  const photoLength = read.data.readUInt16BE(readAnswer.photoLength);
  const textEnd = readAnswer.text + textLength;
  if (read.data.length !== textEnd + photoLength) return { ok: false, reason: 'BAD_FRAME' };
  return decodeCardText(read.data.subarray(readAnswer.text, textEnd));
}

/** What the desk is told about a card that could not be read; null when the reader itself is the matter. */
function refusalFor(reply: SdtReply): CardRefusal | null {
  if (reply.kind === 'garbled') return 'BAD_FRAME';
  if (reply.kind === 'silence') return 'READER_ERROR';
  if (reply.kind === 'ended' || isSamFault(reply)) return null;
  switch (reply.status) {
    case sdtStatus.cardRefusedReader:
    case sdtStatus.readerRefusedCard:
    case sdtStatus.informationCheckFailed:
      return 'AUTHENTICATION';
    case sdtStatus.wrongCardType:
      return 'WRONG_CARD_TYPE';
    case sdtStatus.readFailed:
    case sdtStatus.noRandomNumber:
    case sdtStatus.noCard:
    case sdtStatus.selectFailed:
      return 'MOVED';
    default:
      return 'READER_ERROR';
  }
}
