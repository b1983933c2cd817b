// What was kept for a lost thing that is here again goes back: a supervisor decides, or approves it.
import { useTranslation } from 'react-i18next';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DepositLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function ReverseDeposit(props: {
  readonly deposit: DepositRow;
  readonly mayDecide: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deposits');
  const { deposit, mayDecide, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const approval = useApproval('loans.decide');

  async function send(commandId: string): Promise<void> {
    const { id, number } = deposit;
    const reason = t('reverseReason');
    const granted = mayDecide ? null : await approval.grant({ commandId, record: id, reason });
    const { amountFen } = await api.loans.reverse({ commandId, deposit: id, approval: granted });
    notices.show({ tone: 'good', body: <DepositLine did="reversedDone" number={number} fen={amountFen} /> });
  }

  return (
    <LoanTool
      title={t('reverse')}
      hint={t('reverseHint', { amount: yuan(deposit.offeredFen) })}
      ready={mayDecide}
      onClose={onClose}
      check={() => (mayDecide ? {} : approval.check())}
      send={send}
    >
      {(error) => (mayDecide ? null : <ApprovalFields approval={approval} error={error} />)}
    </LoanTool>
  );
}
