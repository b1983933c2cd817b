// Runs one stage as a process of its own and counts what it did.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { readPlaywright, readVitest, type Tally } from './report.ts';
import { MESSAGE_LINES, essence } from './message.ts';
import { reportOf, ROOT, type Stage } from './stages.ts';

/** A stage that takes longer hangs; it is ended and counted as failed. */
const LIMIT_MINUTES = 20;

/** What a stage came to, with the time it took in ms. */
export interface Outcome extends Tally {
  stage: Stage;
  ms: number;
}

/** How a process ended: `problem` is undefined when its exit code was 0. `text` is its output, if it was kept. */
interface End {
  problem: string | undefined;
  text: string;
}

/** How a stage is run. */
export interface Manner {
  env: NodeJS.ProcessEnv;
  /** Keep the output and write it in one piece at the end, so that two stages side by side stay readable. */
  keep: boolean;
  write: (text: string) => void;
}

/** Runs `stage` and counts it. Never rejects: whatever goes wrong is a failure in the outcome. */
export async function runStage(stage: Stage, { env, keep, write }: Manner): Promise<Outcome> {
  const heading = `\n--- ${stage.name}: ${stage.says}\n`;
  const start = performance.now();
  rmSync(reportOf(stage.name), { force: true });
  if (!keep) write(heading);
  const end = await runProcess(stage, env, keep);
  if (keep) write(heading + end.text);
  return { stage, ms: performance.now() - start, ...count(stage, end) };
}

function runProcess({ command }: Stage, env: NodeJS.ProcessEnv, keep: boolean): Promise<End> {
  return new Promise((resolve) => {
    const pipe = keep ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', pipe, pipe] });
    const chunks: Buffer[] = [];
    const end = (problem?: string) => {
      resolve({ problem, text: Buffer.concat(chunks).toString('utf8') });
    };
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MINUTES * 60_000);
    child.once('error', (error) => {
      clearTimeout(limit);
      end(`could not be started: ${error.message}`);
    });
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (signal) end(`was ended by ${signal} (the limit is ${LIMIT_MINUTES} minutes)`);
      else end(code === 0 ? undefined : `ended with exit code ${code}`);
    });
  });
}

/** Adds up a stage: a check counts as one; a report is believed only together with the exit code. */
function count(stage: Stage, { problem, text }: End): Tally {
  if (stage.counting === 'one') {
    return problem
      ? { passed: 0, skipped: 0, failures: [{ title: problem, message: lastLines(text) }] }
      : { passed: 1, skipped: 0, failures: [] };
  }
  const tally = readReport(stage);
  if (tally.failures.length > 0) return tally;
  const nothing = tally.passed === 0 ? 'ran no test' : undefined;
  const title = [nothing, problem].filter(Boolean).join(', ');
  return title ? { ...tally, failures: [{ title, message: '' }] } : tally;
}

function readReport({ name, counting }: Stage): Tally {
  const file = reportOf(name);
  if (!existsSync(file)) return { passed: 0, skipped: 0, failures: [] };
  const json = readFileSync(file, 'utf8');
  return counting === 'vitest' ? readVitest(json) : readPlaywright(json);
}

/** The end of a check's output; the whole of it stands above, where the stage ran. */
function lastLines(text: string): string {
  return essence(text.trimEnd()).split('\n').slice(-MESSAGE_LINES).join('\n');
}
