// Turns the command line of `npm test` into the stages to run.
import { parseArgs } from 'node:util';
import type { Stage } from './stages.ts';

/** What was asked for. `unknown` holds names that are no stage; nothing runs then. */
export interface Choice {
  help: boolean;
  stages: Stage[];
  unknown: string[];
}

/**
 * Picks the named stages with those they build on, in the order of `all`; no name means all of them, `--fast` the fast
 * ones.
 */
export function choose(args: string[], all: Stage[]): Choice {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, fast: { type: 'boolean' } },
  });
  const unknown = positionals.filter((name) => !all.some((stage) => stage.name === name));
  const named = positionals.length > 0 ? all.filter(({ name }) => positionals.includes(name)) : all;
  const wanted = values.fast ? named.filter(({ fast }) => fast) : named;
  const needed = new Set(wanted.flatMap(({ name, after }) => [name, ...after]));
  return { help: values.help ?? false, stages: all.filter(({ name }) => needed.has(name)), unknown };
}

/** The text of --help. */
export function helpText(all: Stage[]): string {
  const line = ({ name, says, fast }: Stage) => `  ${name.padEnd(12)}${fast ? '*' : ' '} ${says}`;
  return [
    'npm test                 all stages, what is missing is installed first',
    'npm test -- unit e2e     only these, with what they build on',
    'npm run check            the fast part, marked *',
    '',
    ...all.map(line),
    '',
    'The last line is "N passed, N failed"; the exit code is 0 only with 0 failed.',
  ].join('\n');
}
