// A serial port behind the four things a driver needs of it, with the traps of its library kept inside.
import { lstat, stat } from 'node:fs/promises';

export type SerialLinkProblem =
  | 'PORT_NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'PORT_IN_USE'
  | 'NOT_A_SERIAL_PORT'
  | 'OPEN_FAILED';

/** The port did not open. Nothing was sent; trying again later is safe. */
export class SerialLinkError extends Error {
  readonly code: SerialLinkProblem;

  constructor(code: SerialLinkProblem, path: string, cause: unknown) {
    super(`The serial port ${path} did not open (${code}).`, { cause });
    this.name = 'SerialLinkError';
    this.code = code;
  }
}

export interface SerialLink {
  /** Sends bytes while the port is open; afterwards does nothing, for a queued command would reach the next device. */
  write(bytes: Uint8Array): void;
  /** Closes the port. Settles when it is closed, whether it was open or not. */
  close(): Promise<void>;
  /** Settles once when the port closed, was pulled or failed. */
  closed: Promise<void>;
}

export interface SerialLinkOptions {
  path: string;
  /** Bits per second; 8 data bits, no parity, 1 stop bit. */
  baudRate: number;
  onData: (chunk: Uint8Array) => void;
}

export type OpenSerialLink = (options: SerialLinkOptions) => Promise<SerialLink>;

/**
 * Opens a port; rejects with SerialLinkError. A link is used for one connection only: a port object that was pulled
 * in mid-write opens again without complaint and is dead.
 */
export async function openSerialLink({ path, baudRate, onData }: SerialLinkOptions): Promise<SerialLink> {
  // Loaded with the first port: a desk without a reader opens without its machine code.
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  const ended = Promise.withResolvers<void>();
  let open = false;
  // A pull in mid-write tells of itself three times, and an error nobody listens to ends the process.
  let watching: NodeJS.Timeout | undefined;
  const finish = (): void => {
    open = false;
    clearInterval(watching);
    ended.resolve();
  };
  port.on('close', finish);
  port.on('error', finish);
  // Always attached: without a reader a pulled cable is not noticed.
  port.on('data', (chunk: Uint8Array) => {
    if (open) onData(chunk);
  });
  const opened = await deviceAt(path);
  await new Promise<void>((resolve, reject) => {
    port.open((error) => {
      if (error) reject(new SerialLinkError(problemOf(error), path, error));
      else resolve();
    });
  });
  open = true;
  watching = setInterval(() => {
    deviceAt(path)
      .then((now) => open && now !== opened && finish())
      .catch(finish);
  }, LOOK_MS);
  watching.unref();

  return {
    write(bytes) {
      if (!open) return;
      port.write(Buffer.from(bytes), (error) => {
        if (error) finish();
      });
    },
    close: () =>
      new Promise((resolve) => {
        finish();
        if (port.isOpen) port.close(() => resolve());
        else resolve();
      }),
    closed: ended.promise,
  };
}

/** How often an open port's path is looked at. */
const LOOK_MS = 1000;

/**
 * Which device stands at a path, to be compared with another answer only. The library does not notice a pull while
 * bytes arrive: the system then answers every read with "nothing", and it reads again and again for ever.
 * Windows has no such paths: every answer is the same there.
 */
async function deviceAt(path: string): Promise<string> {
  if (!path.startsWith('/')) return '';
  try {
    const [link, device] = await Promise.all([lstat(path), stat(path)]);
    return [link.ino, link.birthtimeMs, device.ino, device.rdev].join(' ');
  } catch {
    return 'gone';
  }
}

/** The library gives no codes, only the system's sentences. Windows says that access is denied when a port is in use. */
function problemOf(error: Error): SerialLinkProblem {
  const problems: readonly [RegExp, SerialLinkProblem][] = [
    [/no such file|file not found|no such device/i, 'PORT_NOT_FOUND'],
    [/permission denied/i, 'PERMISSION_DENIED'],
    [/cannot lock port|resource busy|access denied/i, 'PORT_IN_USE'],
    [/inappropriate ioctl|not a (tty|serial)/i, 'NOT_A_SERIAL_PORT'],
  ];
  return problems.find(([text]) => text.test(error.message))?.[1] ?? 'OPEN_FAILED';
}
