// The float 备用金 of the till: what lies in the drawer before anybody pays.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { readYuan } from '../../ui/money.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';
import { AmountField } from './till-fields.tsx';

export function SetFloat({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('deposits');
  const { api } = useServices();
  const notices = useNotices();
  const [amount, setAmount] = useState('');
  return (
    <LoanTool
      title={t('setFloat')}
      hint={t('floatHint')}
      onClose={onClose}
      // No float at all is one too.
      check={() => (Number.isNaN(readYuan(amount)) ? { amountFen: 'field.amount' } : {})}
      send={async (commandId) => {
        await api.loans.setFloat({ commandId, amountFen: readYuan(amount) });
        notices.show({ tone: 'good', body: <DepositLine did="floatDone" fen={readYuan(amount)} /> });
      }}
    >
      {(error) => <AmountField value={amount} error={error} onChange={setAmount} />}
    </LoanTool>
  );
}
