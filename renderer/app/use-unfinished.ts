// Says how many half-typed forms a screen holds, for whoever is about to leave.
import { useEffect } from 'react';
import { useServices } from './services.ts';

/** Reports for as long as the component lives. */
export function useUnfinished(keeper: string, forms: number): void {
  const { unfinished } = useServices();
  useEffect(() => {
    unfinished.report(keeper, forms);
    return () => unfinished.report(keeper, 0);
  }, [unfinished, keeper, forms]);
}
