// What a repair found and did, in figures: no names, no contents, nothing of a person.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mended } from './mend.ts';
import type { Salvaged } from './salvage.ts';

export interface RepairReport extends Mended {
  /** UTC ms. */
  readonly at: number;
  /** The backup that was built on, by name; null where there was none. */
  readonly backup: string | null;
  readonly journals: readonly {
    readonly journal: number;
    /** Events behind the backup that still link up. */
    readonly chained: number;
    /** Events behind a gap that could be read. */
    readonly cutOff: number;
    readonly unreadable: Salvaged['unreadable'];
  }[];
  /** Of the events behind a gap: how many were written again, and how many could not, because their keys are gone. */
  readonly appended: number;
  readonly locked: number;
  /** The folder with the damaged file and this report. */
  readonly setAside: string | null;
}

const REPORT_FILE = 'report.json';

export function writeReport(
  aside: string | null,
  { found, ...facts }: Omit<RepairReport, 'journals' | 'setAside'> & { readonly found: readonly Salvaged[] },
): RepairReport {
  const journals = found.map(({ journal, chained, cutOff, unreadable }) => ({
    ...{ journal, chained: chained.length, cutOff: cutOff.length, unreadable },
  }));
  const report = { ...facts, journals };
  // Without the path: it may hold the name of whoever the machine's account belongs to.
  if (aside !== null) writeFileSync(join(aside, REPORT_FILE), `${JSON.stringify(report, null, 2)}\n`);
  return { ...report, setAside: aside };
}
