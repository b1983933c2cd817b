// How many half-typed forms this window holds, so that nobody loses them by going to another property.

export interface Unfinished {
  /** Whoever keeps forms says how many; 0 when they are gone. */
  report(keeper: string, forms: number): void;
  /** Of all keepers, as it is now. */
  count(): number;
}

export function createUnfinished(): Unfinished {
  const kept = new Map<string, number>();
  return {
    report: (keeper, forms) => void kept.set(keeper, forms),
    count: () => [...kept.values()].reduce((sum, forms) => sum + forms, 0),
  };
}
