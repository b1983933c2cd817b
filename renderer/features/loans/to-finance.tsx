// Deposits that nobody came for go to finance 移交财务, all that this desk has.
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';
import { useReceiver } from './till-fields.tsx';

export function ToFinance(props: { readonly deposits: readonly number[]; readonly onClose: () => void }) {
  const { t } = useTranslation('deposits');
  const { api } = useServices();
  const notices = useNotices();
  const receiver = useReceiver();
  const { deposits, onClose } = props;
  return (
    <LoanTool
      title={t('toFinance')}
      hint={t('toFinanceHint', { count: deposits.length })}
      onClose={onClose}
      check={receiver.check}
      send={async (commandId) => {
        const claim = { commandId, deposits: [...deposits], ...receiver.values };
        const { amountFen, printJobs } = await api.loans.toFinance(claim);
        notices.show({
          tone: 'good',
          body: <DepositLine did="toFinanceDone" fen={amountFen} job={printJobs[0]} />,
        });
      }}
    >
      {receiver.fields}
    </LoanTool>
  );
}
