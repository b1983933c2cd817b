// Money that was owed is out: sent back by finance the way it came, or given over the counter.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useNotices } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function RefundDone(props: { readonly deposit: DepositRow; readonly onClose: () => void }) {
  const { t } = useTranslation('deposits');
  const { deposit, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [reference, setReference] = useState('');
  const byCash = deposit.method === 'cash';
  const asked = useSignature('refund');
  // What finance sends back, nobody is there to sign for.
  const signature = byCash ? asked : null;
  return (
    <LoanTool
      title={t('refundDone')}
      hint={t(byCash ? 'refundCashHint' : 'refundDoneHint')}
      {...(byCash ? { confirm: t('payOut', { amount: yuan(deposit.pendingFen) }) } : {})}
      ready={byCash}
      onClose={onClose}
      check={() => signature?.check() ?? {}}
      send={async (commandId) => {
        await api.loans.refundDone({
          ...{ commandId, deposit: deposit.id, reference },
          signature: signature?.value ?? null,
        });
        notices.show({
          tone: 'good',
          body: <DepositLine did="sentDone" number={deposit.number} fen={deposit.pendingFen} />,
        });
      }}
    >
      {(error) =>
        signature?.pad(error) ??
        (byCash ? null : (
          <TextField
            label={t('reference')}
            value={reference}
            field="reference"
            error={error}
            onChange={setReference}
          />
        ))
      }
    </LoanTool>
  );
}
