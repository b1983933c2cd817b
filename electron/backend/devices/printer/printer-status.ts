// What a printer says of itself: the answers to DLE EOT, picked out of whatever else it sends.

/** Everything a printer can say is wrong with it, worst first where several hold. */
export type PrinterTrouble = 'COVER_OPEN' | 'PAPER_OUT' | 'PRINTER_ERROR' | 'OFFLINE';

export interface PrinterStatus {
  /** Null: it can print. */
  readonly trouble: PrinterTrouble | null;
  readonly paperNearEnd: boolean;
}

/** The four questions, in the order in which `readStatus` wants their answers. */
export const STATUS_QUESTIONS = [1, 2, 3, 4] as const;

/**
 * Meaning of the four answer bytes (Epson ESC/POS, DLE EOT n=1..4): offline; cover, paper stop and error; kind of
 * error; paper sensors.
 */
export function readStatus(answers: readonly [number, number, number, number]): PrinterStatus {
  const [printer, offlineCause, error, paper] = answers;
  const paperNearEnd = (paper & 0x0c) !== 0;
  if ((offlineCause & 0x04) !== 0) return { trouble: 'COVER_OPEN', paperNearEnd };
  if ((offlineCause & 0x20) !== 0 || (paper & 0x60) !== 0) return { trouble: 'PAPER_OUT', paperNearEnd };
  if ((offlineCause & 0x40) !== 0 || (error & 0x68) !== 0) return { trouble: 'PRINTER_ERROR', paperNearEnd };
  if ((printer & 0x08) !== 0) return { trouble: 'OFFLINE', paperNearEnd };
  return { trouble: null, paperNearEnd };
}

/**
 * Picks the answers out of the bytes that a printer sends, across chunks. An answer has bits 0 and 7 clear, 1 and 4
 * set; an automatic status report is four bytes of which the first has bit 1 clear too, and none of it is an answer.
 */
export function createAnswerFilter(): (bytes: Uint8Array) => number[] {
  let reportBytesLeft = 0;
  return (bytes) => {
    const answers: number[] = [];
    for (const byte of bytes) {
      if (reportBytesLeft > 0 && (byte & 0x90) === 0) {
        reportBytesLeft -= 1;
        continue;
      }
      reportBytesLeft = 0;
      if ((byte & 0x93) === 0x12) answers.push(byte);
      else if ((byte & 0x93) === 0x10) reportBytesLeft = 3;
    }
    return answers;
  };
}
