// The backend's log: what happened to the program, never to a person. No names, numbers or inputs go in; of paths only
// those of our own source, in an error's frames.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { destination, pino, type Logger } from 'pino';

export interface Log {
  /** Writes an error that nobody foresaw and answers the number it stands under: shown to staff, found by support. */
  error(what: string, error: unknown): string;
  info(what: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** Waits until everything is on disk. */
  close(): void;
}

/** A log into `backend.log` in a folder that exists. */
export function createFileLog(folder: string): Log {
  const file = destination({ dest: join(folder, 'backend.log'), sync: true, append: true });
  return createLog(pino({ base: null }, file), () => file.flushSync());
}

/** A log that keeps nothing, for tools and tests that look at results only. */
export function createSilentLog(): Log {
  return createLog(pino({ enabled: false }), () => {});
}

function createLog(logger: Logger, close: () => void): Log {
  return {
    error(what, error) {
      const reference = randomBytes(4).toString('hex');
      logger.error({ reference, ...describe(error) }, what);
      return reference;
    },
    info: (what, facts = {}) => logger.info(facts, what),
    close,
  };
}

/** Name, code and the places in our code. An error's message may quote what was typed, so it stays out. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Behind the message, some line of which may look like a place in the code.
  const places = (error.stack ?? '').replace(error.message, '');
  const frames = places.split('\n').filter((line) => line.startsWith('    at '));
  const cause = error.cause instanceof Error ? describe(error.cause) : undefined;
  return { name: error.name, code, frames: frames.slice(0, 8).map((line) => line.trim()), cause };
}
