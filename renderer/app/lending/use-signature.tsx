// A signature inside a form, where the policies ask for one; nothing at all where they do not.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../electron/api/lending.ts';
import { UNSIGNED_REASONS } from '../../../electron/api/lending.ts';
import type { SIGNED_ACTIONS } from '../../../electron/api/policies.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { SignaturePad } from '../../ui/signature-pad.tsx';
import { usePolicies } from '../policies.ts';

export interface SignatureInForm {
  /** Sent with the action. */
  readonly value: Signature;
  /** What can be said before sending: one that is asked for is missing. */
  check(): FieldErrors<'field.signature'>;
  /** The field, null where nobody is asked; `error` says what stands beside the field named `signature`. */
  pad(error: (field: string) => string | undefined): ReactNode;
}

type Why = (typeof UNSIGNED_REASONS)[number];

export function useSignature(action: (typeof SIGNED_ACTIONS)[number]): SignatureInForm {
  const asked = usePolicies()['signature.asked'][action];
  const [png, setPng] = useState<string | null>(null);
  const [why, setWhy] = useState<Why | null>(null);
  const drawn: Signature = png === null ? null : { how: 'drawn', png };
  const value: Signature = why === null ? drawn : { how: 'none', why };
  const isThere = !asked || value !== null;
  return {
    value: asked ? value : null,
    check: () => (isThere ? {} : { signature: 'field.signature' }),
    pad: (error) =>
      asked ? (
        <SignatureField
          png={png}
          why={why}
          // Once it is signed it is no longer wrong.
          error={value === null ? error('signature') : undefined}
          onPng={setPng}
          onWhy={setWhy}
        />
      ) : null,
  };
}

function SignatureField(props: {
  readonly png: string | null;
  readonly why: Why | null;
  readonly error: string | undefined;
  readonly onPng: (png: string | null) => void;
  readonly onWhy: (why: Why | null) => void;
}) {
  const { t } = useTranslation('lending');
  const { png, why, error, onPng, onWhy } = props;
  return (
    <>
      {why === null ? (
        <SignaturePad
          label={t('signature')}
          state={t(png === null ? 'signHere' : 'isSigned')}
          clearLabel={t('clear')}
          value={png}
          onChange={onPng}
        />
      ) : null}
      {/* Reached by keyboard, which no signature is: the hand is sent here where one is missing. */}
      <NativeSelect
        label={t('unsigned')}
        value={why ?? 'signs'}
        error={error}
        data-field="signature"
        data={(['signs', ...UNSIGNED_REASONS] as const).map((each) => ({
          value: each,
          label: t(`unsigned.${each}`),
        }))}
        onChange={(event) => {
          onPng(null);
          onWhy(UNSIGNED_REASONS.find((each) => each === event.currentTarget.value) ?? null);
        }}
      />
    </>
  );
}
