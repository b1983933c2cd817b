// Runs the chosen stages: static checks two at a time, then the tests one kind after the other.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choose, helpText } from './choose.ts';
import { runStage, type Outcome } from './run-stage.ts';
import { reportOf, REPORTS, ROOT, stages, type Stage } from './stages.ts';
import { summary, totals } from './summary.ts';

/** Static checks do not touch each other; more than two only fight for the processor. */
const SIDE_BY_SIDE = 2;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const all = stages();
  const choice = choose(args, all);
  if (choice.help) {
    process.stdout.write(`${helpText(all)}\n`);
    return 0;
  }
  if (choice.unknown.length > 0) {
    process.stderr.write(`No such stage: ${choice.unknown.join(', ')}\n\n${helpText(all)}\n`);
    return 2;
  }
  const outcomes = await runAll(choice.stages);
  process.stdout.write(summary(outcomes));
  return totals(outcomes).failed === 0 ? 0 : 1;
}

/** Runs everything with a temporary folder of its own, so that nothing a killed browser leaves piles up. */
async function runAll(chosen: Stage[]): Promise<Outcome[]> {
  mkdirSync(REPORTS, { recursive: true });
  // Short, because Chromium puts a socket below it, whose path has room for 107 characters.
  const temporary = mkdtempSync(path.join(tmpdir(), 'fy-'));
  // Open to others, as the system's temporary folder is: a print spooler and a test of rights run as somebody else.
  chmodSync(temporary, 0o755);
  const run = (stage: Stage, keep: boolean) =>
    runStage(stage, { env: environment(stage, temporary), keep, write });
  try {
    const checks = chosen.filter(({ counting }) => counting === 'one');
    const outcomes = await sideBySide(checks, (stage) => run(stage, true));
    for (const stage of chosen.filter(({ counting }) => counting !== 'one')) {
      const missing = stage.after.find((name) => failed(outcomes, name));
      outcomes.push(missing ? notRun(stage, missing) : await run(stage, false));
    }
    return outcomes;
  } finally {
    remove(temporary);
  }
}

/** What a stage left running may still write there: that is worth a word, but not the loss of all results. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    write(`\n${folder} could not be removed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function write(text: string): void {
  process.stdout.write(text);
}

async function sideBySide(checks: Stage[], run: (stage: Stage) => Promise<Outcome>): Promise<Outcome[]> {
  const waiting = checks.values();
  const lanes = Array.from({ length: SIDE_BY_SIDE }, async () => {
    const done: Outcome[] = [];
    for (const stage of waiting) done.push(await run(stage));
    return done;
  });
  const done = (await Promise.all(lanes)).flat();
  return done.toSorted((a, b) => checks.indexOf(a.stage) - checks.indexOf(b.stage));
}

function environment({ name }: Stage, temporary: string): NodeJS.ProcessEnv {
  const commands = path.join(ROOT, 'node_modules/.bin');
  return {
    ...process.env,
    PATH: `${commands}${path.delimiter}${process.env['PATH'] ?? ''}`,
    TMPDIR: temporary,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name),
  };
}

function failed(outcomes: Outcome[], name: string): boolean {
  return outcomes.some(({ stage, failures }) => stage.name === name && failures.length > 0);
}

function notRun(stage: Stage, missing: string): Outcome {
  return {
    stage,
    ms: 0,
    passed: 0,
    skipped: 0,
    failures: [{ title: `was not run: ${missing} failed`, message: '' }],
  };
}
