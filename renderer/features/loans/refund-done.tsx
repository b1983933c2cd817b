// Money that was owed is out: sent back by finance the way it came, or given over the counter.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function RefundDone(props: { readonly deposit: DepositRow; readonly onClose: () => void }) {
  const { t } = useTranslation('deposits');
  const { deposit, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [reference, setReference] = useState('');
  return (
    <LoanTool
      title={t('refundDone')}
      hint={t('refundDoneHint')}
      onClose={onClose}
      check={() => ({})}
      send={async (commandId) => {
        await api.loans.refundDone({ commandId, deposit: deposit.id, reference });
        notices.show({
          tone: 'good',
          body: <DepositLine did="sentDone" number={deposit.number} fen={deposit.pendingFen} />,
        });
      }}
    >
      {(error) => (
        <TextInput
          label={t('reference')}
          value={reference}
          error={error('reference')}
          data-field="reference"
          autoComplete="off"
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
    </LoanTool>
  );
}
