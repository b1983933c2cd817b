// What every measure is made of: timing peers in turn, middle and tail values, a row of the table.

import { seededRandom, type Random } from '../../electron/backend/shared/random.ts';

/** Times in ms, in the order they were taken. */
export type Samples = readonly number[];

/** One line of the table. */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: 'ms' | 'x' | 'pages' | 'events/s' | 'MB/s';
  /** What stands beside it, in the same run. */
  readonly peer: string;
  readonly peerValue: number | null;
  /** Oriented as the target says; null where there is no peer. */
  readonly ratio: number | null;
  /** Null for what is shown for information. */
  readonly target: Target | null;
}

/** A bound on the ratio, or on the value itself. */
export interface Target {
  readonly of: 'value' | 'ratio';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What a measure may ask of the run. */
export interface BenchRun {
  /** Visits in the big database. */
  readonly rows: number;
  /** A copy of the filled database that may be written to; gone when the run is over. */
  copyOf(rows: number): Promise<string>;
  /** The filled database itself, to be read only. */
  filled(rows: number): Promise<string>;
  /** An empty folder, gone when the run is over. */
  folder(): string;
  /** One line to the person who waits. */
  say(line: string): void;
}

export interface Measure {
  readonly name: string;
  run(bench: BenchRun): Promise<readonly Row[]>;
}

/** The value that a share `p` of the samples does not exceed (nearest rank). Throws RangeError without samples. */
export function quantile(samples: Samples, p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}

export const median = (samples: Samples): number => quantile(samples, 0.5);

/** Whether a row reaches its target; null where it has none. */
export function reached(row: Row): boolean | null {
  if (row.target === null) return null;
  const figure = row.target.of === 'value' ? row.value : row.ratio;
  if (figure === null) return false;
  return figure >= (row.target.atLeast ?? -Infinity) && figure <= (row.target.atMost ?? Infinity);
}

/** A piece of work to be timed. `prepare` runs before it, off the clock. */
export interface Side<T = unknown> {
  prepare?(): T;
  work(prepared: T): unknown;
}

/** Ties a side's two halves together by type. */
export function side<T>(prepare: () => T, work: (prepared: T) => unknown): Side {
  return { prepare, work: (prepared) => work(prepared as T) };
}

/**
 * Times synchronous sides in turn, once a round, in an order drawn anew each time, so that load, caches and
 * checkpoints fall on all of them alike. The first `warmUp` rounds are not counted.
 */
export function takeTurns<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  rounds: number,
  warmUp = Math.ceil(rounds / 10),
): Readonly<Record<Name, Samples>> {
  const names = Object.keys(sides) as Name[];
  const random = seededRandom('turns');
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of shuffled(names, random)) {
      const ms = timed(sides[name]);
      if (round >= warmUp) taken[name].push(ms);
    }
  }
  return taken;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}

function timed({ prepare, work }: Side): number {
  const prepared = prepare?.();
  const began = performance.now();
  work(prepared);
  return performance.now() - began;
}
