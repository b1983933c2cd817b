// The backend's log: what happened to the program, never to a person. No names, numbers or inputs go in; of paths only
// those of our own source, in an error's frames.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { openLogFile, type LogFile } from './log-file.ts';

export interface Log {
  /**
   * Writes an error that nobody foresaw and answers the number it stands under: shown to staff, found by support.
   * `no-log` where the disk took no line. Never throws.
   */
  error(what: string, error: unknown): string;
  info(what: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** Lets go of the file; every line was handed to the disk when it was written. */
  close(): void;
}

/** What stands for an error's number where nothing could be written. */
export const NO_LOG = 'no-log';

/** A log into `backend.log` in a folder that exists. Throws what the disk throws where it cannot be begun. */
export function createFileLog(folder: string): Log {
  const file = openLogFile(join(folder, 'backend.log'));
  return createLog(pino({ base: null }, file), file);
}

/** A log that keeps nothing, for tools and tests that look at results only. */
export function createSilentLog(): Log {
  return createLog(pino({ enabled: false }), { lost: () => 0, close() {} });
}

function createLog(logger: Logger, file: Pick<LogFile, 'lost' | 'close'>): Log {
  return {
    error(what, error) {
      const reference = randomBytes(4).toString('hex');
      logger.error({ reference, ...describe(error) }, what);
      return file.lost() > 0 ? NO_LOG : reference;
    },
    info: (what, facts = {}) => logger.info(facts, what),
    close: () => file.close(),
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
