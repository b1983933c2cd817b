// How many half-typed forms this window holds, so that nobody loses them by going to another property.
import { useEffect } from 'react';
import { useServices } from './services.ts';

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

/** Reports for as long as the component lives. */
export function useUnfinished(keeper: string, forms: number): void {
  const { unfinished } = useServices();
  useEffect(() => {
    unfinished.report(keeper, forms);
    return () => unfinished.report(keeper, 0);
  }, [unfinished, keeper, forms]);
}
