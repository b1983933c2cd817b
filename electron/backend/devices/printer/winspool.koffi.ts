// winspool.drv itself, called through koffi. UNPROVEN ON WINDOWS: run by hand under Wine 8 only, where slips printed.
import {
  WINDOWS_ERRORS,
  WinspoolError,
  type PrinterHandle,
  type Winspool,
  type WinspoolCall,
} from './winspool.ts';

/** PRINTER_ENUM_LOCAL and PRINTER_ENUM_CONNECTIONS */
const LOCAL_AND_CONNECTED = 0x2 | 0x4;
const JOB_CONTROL_DELETE = 5;

/** An argument that the called function fills, at place 0. */
type Out<T> = [T];
type Bool = 0 | 1;
/** The call of winspool.drv that fills a buffer and says how many bytes it needs. */
type Fill = (buffer: Buffer, needed: Out<number>) => Bool;

/** Loads the library. Throws WinspoolError (`load`) where there is none: everywhere but on Windows. */
export async function loadWinspool(library = 'winspool.drv', system = 'kernel32.dll'): Promise<Winspool> {
  const koffi = await import('koffi');
  const load = (name: string) => {
    try {
      return koffi.load(name);
    } catch (cause) {
      throw Object.assign(new WinspoolError('load', 0), { cause });
    }
  };
  const spooler = load(library);
  // koffi keeps this value from whatever Node calls in between, as long as both calls are on one thread.
  const getLastError: () => number = load(system).func('uint32_t __stdcall GetLastError()');

  const docInfo1 = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const printerInfo4 = koffi.struct({ pPrinterName: 'str16', pServerName: 'str16', Attributes: 'uint32_t' });
  // Of a job only the status is read; the six texts before it stay pointers.
  const jobInfo1 = koffi.struct({
    JobId: 'uint32_t',
    texts: koffi.array('uintptr_t', 6),
    Status: 'uint32_t',
  });

  const enumPrinters: (...args: [number, null, number, Buffer, number, Out<number>, Out<number>]) => Bool =
    spooler.func(
      'int __stdcall EnumPrintersW(uint32_t flags, str16 server, uint32_t level, _Out_ uint8_t *buffer, uint32_t size, _Out_ uint32_t *needed, _Out_ uint32_t *count)',
    );
  const openPrinter: (queue: string, printer: Out<PrinterHandle | null>, defaults: null) => Bool =
    spooler.func('int __stdcall OpenPrinterW(str16 queue, _Out_ uintptr_t *printer, void *defaults)');
  const getPrinter: (...args: [PrinterHandle, number, Buffer, number, Out<number>]) => Bool = spooler.func(
    'int __stdcall GetPrinterW(uintptr_t printer, uint32_t level, _Out_ uint8_t *buffer, uint32_t size, _Out_ uint32_t *needed)',
  );
  const startDocPrinter: (...args: [PrinterHandle, number, object]) => number = spooler.func(
    '__stdcall',
    'StartDocPrinterW',
    'uint32_t',
    ['uintptr_t', 'uint32_t', koffi.pointer(docInfo1)],
  );
  const writePrinter: (...args: [PrinterHandle, Uint8Array, number, Out<number>]) => Bool = spooler.func(
    'int __stdcall WritePrinter(uintptr_t printer, const uint8_t *bytes, uint32_t size, _Out_ uint32_t *written)',
  );
  const getJob: (...args: [PrinterHandle, number, number, Buffer, number, Out<number>]) => Bool =
    spooler.func(
      'int __stdcall GetJobW(uintptr_t printer, uint32_t job, uint32_t level, _Out_ uint8_t *buffer, uint32_t size, _Out_ uint32_t *needed)',
    );
  const setJob: (...args: [PrinterHandle, number, number, null, number]) => Bool = spooler.func(
    'int __stdcall SetJobW(uintptr_t printer, uint32_t job, uint32_t level, void *info, uint32_t command)',
  );
  const ofPrinter = (name: string): ((printer: PrinterHandle) => Bool) =>
    spooler.func(`int __stdcall ${name}(uintptr_t printer)`);
  const startPagePrinter = ofPrinter('StartPagePrinter');
  const endPagePrinter = ofPrinter('EndPagePrinter');
  const endDocPrinter = ofPrinter('EndDocPrinter');
  const abortPrinter = ofPrinter('AbortPrinter');
  const closePrinter = ofPrinter('ClosePrinter');

  const must = (call: WinspoolCall, done: number): void => {
    if (done === 0) throw new WinspoolError(call, getLastError());
  };

  /** Asks with an empty buffer how much there is, then with one that is large enough. Null: there is nothing. */
  const fill = (call: WinspoolCall, filled: Fill): Buffer | null => {
    const needed: Out<number> = [0];
    if (filled(Buffer.alloc(0), needed) === 1) return null;
    const why = getLastError();
    if (why !== WINDOWS_ERRORS.INSUFFICIENT_BUFFER) throw new WinspoolError(call, why);
    const buffer = Buffer.alloc(needed[0]);
    must(call, filled(buffer, needed));
    return buffer;
  };

  return {
    queues() {
      const count: Out<number> = [0];
      const buffer = fill('queues', (into, needed) =>
        enumPrinters(LOCAL_AND_CONNECTED, null, 4, into, into.length, needed, count),
      );
      if (buffer === null) return [];
      const printers = koffi.decode(buffer, printerInfo4, count[0]) as { readonly pPrinterName: string }[];
      return printers.map((printer) => printer.pPrinterName);
    },
    open(queue) {
      const printer: Out<PrinterHandle | null> = [null];
      must('open', openPrinter(queue, printer, null));
      if (printer[0] === null) throw new WinspoolError('open', 0);
      return printer[0];
    },
    printerStatus(printer) {
      // PRINTER_INFO_6 is the status and nothing else.
      const buffer = fill('printerStatus', (into, needed) =>
        getPrinter(printer, 6, into, into.length, needed),
      );
      return buffer?.readUInt32LE(0) ?? 0;
    },
    startDoc(printer, title) {
      const job = startDocPrinter(printer, 1, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' });
      must('startDoc', job);
      return job;
    },
    startPage: (printer) => must('startPage', startPagePrinter(printer)),
    write(printer, bytes) {
      const written: Out<number> = [0];
      must('write', writePrinter(printer, bytes, bytes.length, written));
      return written[0];
    },
    endPage: (printer) => must('endPage', endPagePrinter(printer)),
    endDoc: (printer) => must('endDoc', endDocPrinter(printer)),
    abort: (printer) => must('abort', abortPrinter(printer)),
    jobStatus(printer, job) {
      try {
        const buffer = fill('jobStatus', (into, needed) =>
          getJob(printer, job, 1, into, into.length, needed),
        );
        return buffer?.readUInt32LE(koffi.offsetof(jobInfo1, 'Status')) ?? null;
      } catch (error) {
        const gone = error instanceof WinspoolError && error.code === WINDOWS_ERRORS.INVALID_PARAMETER;
        if (gone) return null;
        throw error;
      }
    },
    deleteJob: (printer, job) => must('deleteJob', setJob(printer, job, 0, null, JOB_CONTROL_DELETE)),
    close: (printer) => must('close', closePrinter(printer)),
  };
}
