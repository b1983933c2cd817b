// A4 sheets: the one that lies over the window goes to the system's printer or into a PDF, and what went wrong is named.
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DesktopApi, SheetFailure, SheetOutcome } from '../api/desktop.contract.ts';

/** The window and the system's dialogs, as far as a sheet needs them. */
export interface Paper {
  /** How many printers the system knows. */
  printers(): Promise<number>;
  /** Opens the system's print dialog; answers null once it is on its way, else Electron's reason. */
  print(): Promise<string | null>;
  pdf(): Promise<Uint8Array>;
  /** The path that was chosen, or null for none. */
  askWhere(proposed: string): Promise<string | null>;
}

/** `token` tells the unfinished file from everything else that may lie beside it. */
export function createSheets(
  paper: Paper,
  token: () => string = randomUUID,
): Pick<DesktopApi, 'printSheet' | 'saveSheetPdf'> {
  return {
    async printSheet() {
      if ((await paper.printers()) === 0) return failed('noPrinter');
      const reason = await paper.print();
      if (reason === null) return { outcome: 'done', file: null };
      return /cancel/i.test(reason) ? { outcome: 'cancelled' } : failed('failed');
    },

    async saveSheetPdf(name) {
      const path = await paper.askWhere(`${name}.pdf`);
      if (path === null) return { outcome: 'cancelled' };
      try {
        await writeWhole(path, `${path}.${token()}.part`, await paper.pdf());
      } catch (error) {
        return failed(failureOf(error));
      }
      return { outcome: 'done', file: basename(path) };
    },
  };
}

/** The file is there whole or not at all; what stood there before, and beside it, stays until then. */
async function writeWhole(path: string, unfinished: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

const FAILURES: Readonly<Record<string, SheetFailure>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'notAllowed',
  EROFS: 'notAllowed',
  // Windows answers EPERM where another program holds the file; a folder without permission is EACCES there.
  EPERM: 'inUse',
  EBUSY: 'inUse',
};

function failureOf(error: unknown): SheetFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAILURES[code] ?? 'failed';
}

function failed(reason: SheetFailure): SheetOutcome {
  return { outcome: 'failed', reason };
}
