// The bounds that sentences beside fields name, as the policies set them.
import { usePolicies } from '../../app/policies.ts';

/** In days. */
export function useFieldBounds(): { readonly longest: number; readonly late: number } {
  const policies = usePolicies();
  return { longest: policies['validity.longestDays'], late: policies['lateEntry.days'] };
}
