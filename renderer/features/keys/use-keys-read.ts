// After a change of keys: the lists are read anew.
import { useQueryClient } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';

/** Answers once the lists show the change. */
export function useKeysRead(): () => Promise<void> {
  const queries = useQueryClient();
  const { calls } = useServices();
  return () => queries.invalidateQueries({ queryKey: calls.keys.key() });
}
