// Says whose the forms of a screen are, and asks it.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FormOwner } from './form-owners.ts';
import { useServices } from './services.ts';

/** Notes who opened these forms. To be called where they live, for as long as they do. */
export function useFormOwners(keeper: string, forms: readonly { readonly id: string }[]): void {
  const { calls, owners } = useServices();
  const { data: acting } = useQuery(calls.people.acting.queryOptions());
  useEffect(() => {
    if (acting) {
      owners.keep(
        keeper,
        forms.map(({ id }) => id),
        acting,
      );
    }
  }, [owners, keeper, forms, acting]);
}

/** Answers of a form whose it is, where that is somebody other than who acts now; null else. */
export function useOthersForm(): (form: string) => FormOwner | null {
  const { calls, owners } = useServices();
  const { data: acting } = useQuery(calls.people.acting.queryOptions());
  return (form) => {
    const owner = owners.of(form);
    return owner === undefined || !acting || owner.id === acting.id ? null : owner;
  };
}
