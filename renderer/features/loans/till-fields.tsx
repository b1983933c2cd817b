// Fields that every form about money has alike: an amount, and who takes it and signs for it.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../electron/api/lending.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { readYuan } from '../../ui/money.ts';
import { TextField, YuanField } from '../../ui/text-field.tsx';
import type { ErrorOf } from './loan-tool.tsx';

export function AmountField(props: {
  readonly value: string;
  readonly error: ErrorOf;
  readonly onChange: (amount: string) => void;
}) {
  return <YuanField label={useTranslation('deposits').t('amountYuan')} field="amountFen" {...props} />;
}

/** Money that moves is more than nothing. */
export function wrongAmount(amount: string): FieldErrors<'field.amount'> {
  return readYuan(amount) > 0 ? {} : { amountFen: 'field.amount' };
}

export interface Receiver {
  /** Sent with the action. */
  readonly values: { readonly receiver: string; readonly signature: Signature };
  check(): FieldErrors<'field.needed' | 'field.signature'>;
  fields(error: ErrorOf): ReactNode;
}

/** Who is handed money, and their signature where the policies ask for one. */
export function useReceiver(): Receiver {
  const { t } = useTranslation('deposits');
  const [receiver, setReceiver] = useState('');
  const signature = useSignature('refund');
  return {
    values: { receiver, signature: signature.value },
    check: () => ({
      ...(receiver.trim() === '' ? { receiver: 'field.needed' } : {}),
      ...signature.check(),
    }),
    fields: (error) => (
      <>
        <TextField
          label={t('receiver')}
          value={receiver}
          field="receiver"
          error={error}
          maxLength={100}
          onChange={setReceiver}
        />
        {signature.pad(error)}
      </>
    ),
  };
}
