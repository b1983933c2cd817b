// What a printer would print from a job's bytes: an own reading of ESC/POS, sharing nothing with our encoder.

export interface PrintedRun {
  readonly text: string;
  /** Times wider and higher than body text. */
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

export type PrintedAlign = 'left' | 'center' | 'right';

export type PrintedLine =
  | { readonly kind: 'text'; readonly align: PrintedAlign; readonly runs: readonly PrintedRun[] }
  /** `bits`: rows from the top, most significant bit first, 1 is black. */
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly bits: Uint8Array }
  | { readonly kind: 'qr'; readonly align: PrintedAlign; readonly data: string; readonly module: number }
  | {
      readonly kind: 'barcode';
      readonly align: PrintedAlign;
      readonly data: string;
      readonly module: number;
      readonly height: number;
    }
  /** Paper moved on, in dots. */
  | { readonly kind: 'feed'; readonly dots: number }
  | { readonly kind: 'cut' };

export interface PrintedPaper {
  /** Columns of body text, 12 dots each. */
  readonly columns: number;
  readonly dots: number;
}

/** The job holds something this printer does not know or that would not fit; `at` is the byte's offset in the job. */
export class PrinterDecodeError extends Error {
  override readonly name = 'PrinterDecodeError';
  readonly at: number;

  constructor(reason: string, at: number) {
    super(`${reason}, at byte ${at} of the job`);
    this.at = at;
  }
}

const ALIGNS: readonly PrintedAlign[] = ['left', 'center', 'right'];

/**
 * Reads a whole job. Throws PrinterDecodeError for an unknown command, bytes that are no GBK text, Chinese outside
 * Chinese mode, and a line, picture or code wider than the paper.
 */
export function decodePrintJob(job: Uint8Array, paper: PrintedPaper): PrintedLine[] {
  const gbk = new TextDecoder('gbk', { fatal: true });
  const lines: PrintedLine[] = [];
  let at = 0;
  let runs: PrintedRun[] = [];
  let align: PrintedAlign = 'left';
  let size = { width: 1, height: 1 };
  let bold = false;
  let chinese = false;
  let qr = { module: 3, data: '' };
  let bars = { module: 3, height: 162 };

  const fail = (reason: string, where = at): never => {
    throw new PrinterDecodeError(reason, where);
  };
  const byte = (): number => {
    const value = job[at];
    if (value === undefined) return fail('the job ends inside a command');
    at += 1;
    return value;
  };
  const bytes = (length: number): Uint8Array => {
    if (at + length > job.length) fail('the job ends inside its data');
    at += length;
    return job.subarray(at - length, at);
  };
  const oneOf = (allowed: readonly number[], what: string): number => {
    const value = byte();
    return allowed.includes(value) ? value : fail(`unknown ${what} ${value}`, at - 1);
  };
  const atLineStart = (what: string) => {
    if (runs.length > 0) fail(`${what} inside a line of text`);
  };
  const endLine = () => {
    const columns = runs.reduce((sum, run) => sum + columnsOf(run.text) * run.width, 0);
    if (columns > paper.columns) fail(`a line of ${columns} columns on paper of ${paper.columns}`);
    lines.push({ kind: 'text', align, runs });
    runs = [];
  };

  const readText = () => {
    const start = at;
    while (at < job.length && (job[at] ?? 0) >= 0x20) at += (job[at] ?? 0) < 0x80 ? 1 : 2;
    const raw = job.subarray(start, at);
    if (!chinese && raw.some((value) => value >= 0x80)) fail('Chinese text outside Chinese mode', start);
    try {
      runs.push({ text: gbk.decode(raw), ...size, bold });
    } catch {
      fail('bytes that are no GBK text', start);
    }
  };

  const readQrStep = () => {
    const length = byte() + byte() * 256;
    const step = bytes(length);
    const [symbology, action] = step;
    if (symbology !== 0x31) fail('a GS ( k code that is no QR code');
    if (action === 0x41 || action === 0x45) return;
    if (action === 0x43) qr = { ...qr, module: step[2] ?? 0 };
    else if (action === 0x50) qr = { ...qr, data: Buffer.from(step.subarray(3)).toString('utf8') };
    else if (action === 0x51) {
      atLineStart('a QR code');
      lines.push({ kind: 'qr', align, ...qr });
    } else fail(`unknown QR step ${action}`);
  };

  const readBarcode = () => {
    atLineStart('a barcode');
    if (byte() !== 73) fail('a barcode that is no Code 128', at - 1);
    const start = at + 1;
    const data = readCode128(bytes(byte())) ?? fail('a Code 128 with unknown content', start);
    const modules = 35 + 11 * Math.ceil(data.length / 2);
    if (modules * bars.module > paper.dots) fail('a barcode wider than the paper', start);
    lines.push({ kind: 'barcode', align, data, ...bars });
  };

  const readPicture = () => {
    atLineStart('a picture');
    oneOf([0x30], 'picture command');
    oneOf([0], 'picture mode');
    const width = (byte() + byte() * 256) * 8;
    const height = byte() + byte() * 256;
    if (width > paper.dots) fail('a picture wider than the paper');
    lines.push({ kind: 'picture', width, height, bits: bytes((width / 8) * height) });
  };

  const escape: Readonly<Record<number, () => void>> = {
    0x40: () => {
      [align, size, bold, chinese] = ['left', { width: 1, height: 1 }, false, false];
    },
    0x45: () => (bold = oneOf([0, 1], 'bold') === 1),
    0x4a: () => {
      atLineStart('a feed');
      lines.push({ kind: 'feed', dots: byte() });
    },
    0x52: () => oneOf([0], 'international character set'),
    0x61: () => {
      atLineStart('alignment');
      align = ALIGNS[oneOf([0, 1, 2], 'alignment')] ?? 'left';
    },
    0x64: () => {
      if (runs.length > 0) endLine();
      for (let left = byte(); left > 0; left -= 1) endLine();
    },
  };
  const fileSeparator: Readonly<Record<number, () => void>> = {
    0x26: () => (chinese = true),
    0x2e: () => (chinese = false),
    0x53: () => bytes(2),
  };
  const groupSeparator: Readonly<Record<number, () => void>> = {
    0x21: () => {
      const value = byte();
      size = { width: (value >> 4) + 1, height: (value & 0x0f) + 1 };
    },
    0x28: () => {
      if (byte() !== 0x6b) fail('unknown GS ( command', at - 1);
      readQrStep();
    },
    0x48: () => oneOf([0], 'barcode caption'),
    0x56: () => {
      oneOf([0x42], 'cut');
      byte();
      lines.push({ kind: 'cut' });
    },
    0x68: () => (bars = { ...bars, height: byte() }),
    0x6b: readBarcode,
    0x76: readPicture,
    0x77: () => (bars = { ...bars, module: byte() }),
  };
  const families: Readonly<Record<number, Readonly<Record<number, () => void>>>> = {
    0x1b: escape,
    0x1c: fileSeparator,
    0x1d: groupSeparator,
  };

  while (at < job.length) {
    const start = at;
    const first = job[at] ?? 0;
    if (first >= 0x20) {
      readText();
      continue;
    }
    at += 1;
    if (first === 0x0a) {
      endLine();
      continue;
    }
    const command = families[first]?.[byte()];
    if (command === undefined) fail(`unknown command ${hex(first)} ${hex(job[start + 1] ?? 0)}`, start);
    else command();
  }
  if (runs.length > 0) fail('the job ends inside a line of text');
  return lines;
}

/** Columns as the ROM counts them: one for each byte of GBK. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0);
}

function readCode128(data: Uint8Array): string | null {
  let set = '';
  let text = '';
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? 0;
    if (value === 0x7b) {
      at += 1;
      set = String.fromCharCode(data[at] ?? 0);
    } else if (set === 'C' && value < 100) text += String(value).padStart(2, '0');
    else if (set === 'B' && value >= 0x20) text += String.fromCharCode(value);
    else return null;
  }
  return text;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
