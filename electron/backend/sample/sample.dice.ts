// Draws for the sample property: the same seed draws the same things in the same order.
import type { Random } from '../shared/random.ts';

export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(things: readonly T[]): T;
  /** True in so many of a hundred draws. */
  chance(percent: number): boolean;
  /** A name drawn by its weight. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  shuffled<T>(things: readonly T[]): T[];
  digits(length: number): string;
}

export function createDice(random: Random): Dice {
  const dice: Dice = {
    between: (from, to) => from + random.below(to - from + 1),
    pick(things) {
      const thing = things[random.below(things.length)];
      if (thing === undefined) throw new RangeError('nothing to pick from');
      return thing;
    },
    chance: (percent) => random.below(100) < percent,
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = random.below(names.reduce((sum, name) => sum + weights[name], 0));
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new RangeError('no name has a weight');
    },
    shuffled(things) {
      const left = [...things];
      return things.flatMap(() => left.splice(random.below(left.length), 1));
    },
    digits: (length) => String(random.below(10 ** length)).padStart(length, '0'),
  };
  return dice;
}
