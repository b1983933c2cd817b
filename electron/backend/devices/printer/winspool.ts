// The printing system of Windows, as far as we call it. Behind it stands winspool.drv or, in tests, a fake.

/**
 * What we need of winspool.drv. Each call blocks until the spooler answers and throws WinspoolError. One job is (from
 * Microsoft's "Send data directly to a printer"): open, startDoc, startPage, write until all is taken, endPage, endDoc,
 * close; abort in place of endDoc throws it away.
 */
export interface Winspool {
  /** The local queues and those of others that this account is connected to. */
  queues(): string[];
  open(queue: string): PrinterHandle;
  /** Its PRINTER_STATUS bits. */
  printerStatus(printer: PrinterHandle): number;
  /** Begins a document of type RAW, which no driver touches; answers the id of its job. */
  startDoc(printer: PrinterHandle, title: string): number;
  startPage(printer: PrinterHandle): void;
  /** Answers how many of the bytes were taken. */
  write(printer: PrinterHandle, bytes: Uint8Array): number;
  endPage(printer: PrinterHandle): void;
  endDoc(printer: PrinterHandle): void;
  abort(printer: PrinterHandle): void;
  /** Its JOB_STATUS bits; null: the queue has no such job, or has it no longer. */
  jobStatus(printer: PrinterHandle, job: number): number | null;
  deleteJob(printer: PrinterHandle, job: number): void;
  close(printer: PrinterHandle): void;
}

/** A printer that is open, as wide as a pointer; it means something to winspool.drv only. */
export type PrinterHandle = number | bigint;

/** `load`: there is no winspool.drv here. */
export type WinspoolCall = keyof Winspool | 'load';

/** Windows' own codes (winerror.h). */
export const WINDOWS_ERRORS = {
  ACCESS_DENIED: 5,
  SHARING_VIOLATION: 32,
  INVALID_PARAMETER: 87,
  INSUFFICIENT_BUFFER: 122,
  BUSY: 170,
  /** Ours, too, where a call did not come back in time. */
  TIMEOUT: 1460,
  SPOOLER_NOT_RUNNING: 1722,
} as const;

/** A call that came to nothing. */
export class WinspoolError extends Error {
  override readonly name = 'WinspoolError';
  readonly call: WinspoolCall;
  /** As GetLastError had it. */
  readonly code: number;

  constructor(call: WinspoolCall, code: number) {
    super(
      `The printing system of Windows did not ${call} (error ${code}). Its list of printers may say why.`,
    );
    this.call = call;
    this.code = code;
  }
}
