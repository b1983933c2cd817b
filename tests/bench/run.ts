// `npm run bench [-- --rows N --only NAME --json FILE]`: measures on real files, ratios in one run, a table at the end.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { reached, type BenchRun, type Measure, type Row } from './measure.ts';
import { backup } from './backup.measure.ts';
import { cardToForm } from './card-to-form.measure.ts';
import { coldStart } from './cold-start.measure.ts';
import { enterToPaper } from './enter-to-paper.measure.ts';
import { evacuation } from './evacuation.measure.ts';
import { journalSpeed } from './journal-speed.measure.ts';
import { lending } from './lending.measure.ts';
import { openLists } from './open-lists.measure.ts';
import { copyFolder, filledFolder } from './property.ts';
import { registerAction } from './register-action.measure.ts';
import { table, tally } from './report.ts';
import { sealing } from './sealing.measure.ts';
import { staffSwitch } from './staff-switch.measure.ts';
import { box } from './search.bench.ts';

const MEASURES: readonly Measure[] = [
  registerAction,
  sealing,
  openLists,
  coldStart,
  cardToForm,
  enterToPaper,
  journalSpeed,
  staffSwitch,
  evacuation,
  backup,
];
/** Run when named: they fill desks of their own. */
const WHEN_NAMED: readonly Measure[] = [box, lending];
const OUT = join(import.meta.dirname, '../../out/bench/results.json');

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '500000' },
    only: { type: 'string', multiple: true },
    json: { type: 'string', default: OUT },
  },
});
const rows = rowsOf(values.rows);
const { only } = values;
const chosen = only ? [...MEASURES, ...WHEN_NAMED].filter(({ name }) => only.includes(name)) : MEASURES;
if (!Number.isSafeInteger(rows) || rows < 1000 || chosen.length === 0) {
  const names = [...MEASURES, ...WHEN_NAMED].map(({ name }) => name).join(', ');
  process.stderr.write(`--rows wants a whole number from 1000, or 500k, 5m; --only one of: ${names}\n`);
  process.exitCode = 2;
} else {
  await run();
}

/** NaN for what is no number of rows. */
function rowsOf(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  return Number(digits) * ({ k: 1000, m: 1_000_000 }[unit?.toLowerCase() ?? ''] ?? 1);
}

async function run(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'foyer-bench-run-'));
  const results: Row[] = [];
  try {
    for (const measure of chosen) {
      say(`measuring ${measure.name}`);
      results.push(...(await measure.run(benchRun(scratch))));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(`\n${table(results)}\n\n`);
  const judged = results.map((row) => ({ ...row, reached: reached(row) }));
  const machine = { processors: cpus().length, memory: totalmem(), node: process.version };
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ rows, machine, results: judged }, null, 2)}\n`);
  const { targets, reached: met } = tally(results);
  say(`${met} of ${targets} figures reached, ${rows} visits, written to ${values.json}`);
}

function benchRun(scratch: string): BenchRun {
  const folder = (): string => mkdtempSync(join(scratch, 'data-'));
  return {
    rows,
    folder,
    say,
    filled: (many) => filledFolder(many, say),
    async copyOf(many) {
      const to = folder();
      copyFolder(await filledFolder(many, say), to);
      return to;
    },
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
