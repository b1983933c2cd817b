// What is said after the last stage: times, every failure once more with how to run it alone, and the one last line.
import path from 'node:path';
import { MESSAGE_LINES, essence } from './message.ts';
import type { Outcome } from './run-stage.ts';
import { ROOT } from './stages.ts';

/** The sums of all outcomes. */
export function totals(outcomes: Outcome[]): { passed: number; failed: number } {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failures }) => sum + failures.length, 0),
  };
}

/** The closing text. Its last line is always exactly "N passed, N failed". */
export function summary(outcomes: Outcome[]): string {
  const { passed, failed } = totals(outcomes);
  return [
    '',
    ...outcomes.map(stageLine),
    ...outcomes.flatMap(failureLines),
    '',
    `${passed} passed, ${failed} failed`,
  ]
    .join('\n')
    .concat('\n');
}

function stageLine({ stage, passed, skipped, failures, ms }: Outcome): string {
  const counts = [
    `${passed} passed`,
    failures.length > 0 && `${failures.length} FAILED`,
    skipped > 0 && `${skipped} skipped`,
  ];
  return `${stage.name.padEnd(12)}${(ms / 1000).toFixed(1).padStart(7)} s   ${counts.filter(Boolean).join(', ')}`;
}

function failureLines({ stage, failures }: Outcome): string[] {
  return failures.flatMap(({ title, file, message }) => {
    const shown = essence(message).split('\n').slice(0, MESSAGE_LINES);
    return [
      '',
      `FAILED ${stage.name}: ${title}`,
      ...shown.filter(Boolean).map((line) => `    ${line}`),
      `    again: ${again(stage, file)}`,
    ];
  });
}

function again({ name, rerunFile }: Outcome['stage'], file: string | undefined): string {
  if (!rerunFile || !file) return `npm test -- ${name}`;
  return `${rerunFile} ${path.isAbsolute(file) ? path.relative(ROOT, file) : file}`;
}
