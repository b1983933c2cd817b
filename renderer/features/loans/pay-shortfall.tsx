// The bill beyond the deposit 赔偿单 is paid at the desk: all that is open, or a part of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAY_METHODS } from '../../../electron/api/deposit-states.ts';
import type { PayMethod } from '../../../electron/api/deposit-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { readYuan, yuan, yuanTyped } from '../../ui/money.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useDepositActions } from './deposit-actions.tsx';
import styles from './loan-panel.module.css';
import { LoanTool } from './loan-tool.tsx';
import { AmountField, wrongAmount } from './till-fields.tsx';

export function PayShortfall(props: { readonly deposit: DepositRow; readonly onClose: () => void }) {
  const { t } = useTranslation('deposits');
  const { deposit, onClose } = props;
  const { api } = useServices();
  const actions = useDepositActions();
  const openFen = deposit.shortfallFen - deposit.shortfallPaidFen;
  // Until somebody types, all that is open: a payment that was taken back a moment ago counts again.
  const [typed, setAmount] = useState<string | null>(null);
  const amount = typed ?? yuanTyped(openFen);
  const [method, setMethod] = useState<PayMethod>('cash');
  const [reference, setReference] = useState('');
  const byCash = method === 'cash';
  return (
    <LoanTool
      title={t('payShortfall')}
      hint={t('payShortfallHint', { amount: yuan(openFen) })}
      onClose={onClose}
      check={() => ({
        ...wrongAmount(amount),
        ...(byCash || reference.trim() !== '' ? {} : { reference: 'field.referenceNeeded' }),
      })}
      send={async (commandId) => {
        const paid = { amountFen: readYuan(amount), method, reference: byCash ? null : reference };
        await api.loans.payShortfall({ commandId, deposit: deposit.id, ...paid });
        actions.announcePaid(deposit, paid.amountFen);
      }}
    >
      {(error) => (
        <>
          <ChoiceChips
            label={t('method')}
            value={method}
            choices={PAY_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
            onChange={setMethod}
          />
          <div className={styles.pair}>
            <AmountField value={amount} error={error} onChange={setAmount} />
            {byCash ? null : (
              <TextField
                label={t('reference')}
                value={reference}
                field="reference"
                error={error}
                maxLength={60}
                onChange={setReference}
              />
            )}
          </div>
        </>
      )}
    </LoanTool>
  );
}
