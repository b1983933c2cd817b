// The policies as they act now, for screens that draw by them; the shipped ones until they are read.
import { useQuery } from '@tanstack/react-query';
import type { PolicyValues } from '../../electron/api/policies.ts';
import { SHIPPED_POLICIES } from '../../electron/api/policies.ts';
import { useServices } from './services.ts';

export function usePolicies(): PolicyValues {
  const { calls } = useServices();
  return useQuery(calls.policies.values.queryOptions()).data ?? SHIPPED_POLICIES;
}
