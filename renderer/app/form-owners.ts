// Whose a half-typed form is 表单归属: whoever opened it, whoever works at the desk by now.
import type { ActingStaff } from '../../electron/api/people.contract.ts';

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
