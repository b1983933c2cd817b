// What the demo did, step by step, and the summary it leaves: for people as Markdown, for programs as JSON.
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { DemoFacts } from './demo-facts.ts';

export interface DemoStep {
  readonly what: string;
  readonly ms: number;
  /** Why it failed, or null. */
  readonly problem: string | null;
}

export interface DemoSummary {
  readonly ok: boolean;
  /** `electron` or the stand-in for it. */
  readonly host: string;
  readonly seed: number;
  readonly totalMs: number;
  readonly steps: readonly DemoStep[];
  /** Null when the demo broke off before the desk was closed. */
  readonly facts: DemoFacts | null;
  readonly chainVerified: boolean;
  /** Paths below the folder. */
  readonly screens: readonly string[];
  readonly passes: readonly string[];
}

export interface DemoRecord {
  readonly folder: string;
  readonly steps: readonly DemoStep[];
  readonly screens: string[];
  readonly passes: string[];
  /** Runs a step and says how long it took; what it throws is noted and thrown on. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
  write(outcome: Pick<DemoSummary, 'host' | 'seed' | 'facts'>): Promise<DemoSummary>;
}

export function createDemoRecord(folder: string, say: (line: string) => void): DemoRecord {
  const steps: DemoStep[] = [];
  const screens: string[] = [];
  const passes: string[] = [];
  const began = performance.now();
  const note = (what: string, from: number, problem: string | null): void => {
    const ms = Math.round(performance.now() - from);
    steps.push({ what, ms, problem });
    say(`${problem === null ? '✓' : '✗'} ${what} (${ms} ms)`);
  };
  return {
    ...{ folder, steps, screens, passes },
    async step(what, work) {
      const from = performance.now();
      try {
        const result = await work();
        note(what, from, null);
        return result;
      } catch (error) {
        note(what, from, stripVTControlCharacters(error instanceof Error ? error.message : String(error)));
        throw error;
      }
    },
    async write({ host, seed, facts }) {
      const below = (paths: readonly string[]): string[] => paths.map((path) => relative(folder, path));
      const summary: DemoSummary = {
        ok: facts !== null && steps.every(({ problem }) => problem === null),
        ...{ host, seed, totalMs: Math.round(performance.now() - began), steps, facts },
        chainVerified: facts !== null,
        ...{ screens: below(screens), passes: below(passes) },
      };
      await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
      await writeFile(join(folder, 'summary.md'), asMarkdown(summary));
      return summary;
    },
  };
}

function asMarkdown({ ok, host, seed, totalMs, steps, facts, screens, passes }: DemoSummary): string {
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([state, count]) => `${state} ${count}`)
      .join(', ');
  return [
    '# The demo',
    '',
    `${ok ? 'Everything worked' : '**Something failed**'}, in ${(totalMs / 1000).toFixed(1)} s, on ${host}, sample property of seed ${seed}.`,
    '',
    '| step | ms | |',
    '| --- | ---: | --- |',
    ...steps.map(
      ({ what, ms, problem }) => `| ${what} | ${ms} | ${problem === null ? '✓' : oneLine(problem)} |`,
    ),
    '',
    ...(facts
      ? [
          `Visits: ${counted(facts.visits)}. Print jobs: ${counted(facts.printJobs)}.`,
          '',
          `Journal: ${facts.events} events, chain verified, head ${facts.journal.hash}.`,
          '',
        ]
      : []),
    '## Passes as they were printed',
    '',
    ...passes.map((path) => `![pass](${path})`),
    '',
    '## Screens',
    '',
    ...screens.map((path) => `![${path}](${path})`),
    '',
  ].join('\n');
}

const oneLine = (text: string): string => (text.split('\n')[0] ?? '').replaceAll('|', '\\|');
