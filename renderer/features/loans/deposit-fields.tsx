// The deposit on the form of a loan: how much, how it is paid, or why it is not taken.
import { useTranslation } from 'react-i18next';
import { PAY_METHODS } from '../../../electron/api/deposit-states.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { yuan, yuanTyped } from '../../ui/money.ts';
import { TextField, YuanField } from '../../ui/text-field.tsx';
import form from '../../ui/entry-form.module.css';
import { amountOf, howOf } from './lend-values.ts';
import type { DepositValues } from './lend-values.ts';
import type { ErrorOf } from './loan-tool.tsx';

export function DepositFields(props: {
  readonly deposit: DepositValues;
  /** What the types of the things ask for. */
  readonly askedFen: number;
  readonly error: ErrorOf;
  readonly onChange: (changed: Partial<DepositValues>) => void;
}) {
  const { t } = useTranslation('deposits');
  const { deposit, askedFen, error, onChange } = props;
  const how = howOf(deposit, askedFen);
  const less = how === 'paid' && amountOf(deposit, askedFen) < askedFen;
  const ways = askedFen > 0 ? (['paid', 'waived'] as const) : (['none', 'paid'] as const);
  const text = (field: 'reference' | 'reason', label: string, most: number) => (
    <TextField
      label={label}
      value={deposit[field]}
      field={field}
      error={error}
      maxLength={most}
      onChange={(next) => onChange({ [field]: next })}
    />
  );
  return (
    <>
      <ChoiceChips
        label={askedFen > 0 ? t('depositAsked', { amount: yuan(askedFen) }) : t('deposit')}
        value={how}
        choices={ways.map((value) => ({ value, label: t(`how.${value}`) }))}
        field="deposit"
        error={error('deposit')}
        onChange={(next) => onChange({ how: next })}
      />
      {how === 'paid' ? (
        <>
          <ChoiceChips
            label={t('method')}
            value={deposit.method}
            choices={PAY_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
            onChange={(method) => onChange({ method })}
          />
          <div className={form.pair}>
            <YuanField
              label={t('amountYuan')}
              value={deposit.amount ?? yuanTyped(askedFen)}
              field="amountFen"
              error={error}
              onChange={(next) => onChange({ amount: next })}
            />
            {deposit.method === 'cash' ? null : text('reference', t('reference'), 60)}
          </div>
        </>
      ) : null}
      {how === 'waived' || less ? text('reason', t('waiveReason'), 200) : null}
    </>
  );
}
