// Says how many half-typed forms a screen holds, for whoever is about to leave.
import { useInsertionEffect } from 'react';
import { useServices } from './services.ts';

/** Reports for as long as the component lives, also while it is on a page that is hidden: other effects end there. */
export function useUnfinished(keeper: string, forms: number): void {
  const { unfinished } = useServices();
  useInsertionEffect(() => {
    unfinished.report(keeper, forms);
    return () => unfinished.report(keeper, 0);
  }, [unfinished, keeper, forms]);
}
