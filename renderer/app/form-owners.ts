// Whose a half-typed form is 表单归属: whoever opened it, whoever works at the desk by now.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import { useServices } from './services.ts';

export type FormOwner = Pick<ActingStaff, 'id' | 'number' | 'name'>;

export interface FormOwners {
  /** Of the forms that a keeper has now, the new ones are `by`'s; those that are gone are forgotten. */
  keep(keeper: string, forms: readonly string[], by: FormOwner): void;
  /** Undefined for a form that nobody keeps. */
  of(form: string): FormOwner | undefined;
}

export function createFormOwners(): FormOwners {
  const kept = new Map<string, ReadonlyMap<string, FormOwner>>();
  return {
    keep(keeper, forms, by) {
      const before = kept.get(keeper);
      kept.set(keeper, new Map(forms.map((form) => [form, before?.get(form) ?? by])));
    },
    of: (form) => [...kept.values()].find((forms) => forms.has(form))?.get(form),
  };
}

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
