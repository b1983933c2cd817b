// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { useReasoned } from '../../app/approval/reason-fields.tsx';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function VoidLoan(props: {
  readonly loan: LoanDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('loans');
  const { loan, needsApproval, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const reasoned = useReasoned({ right: 'loans.void', record: loan.id, needsApproval });
  useHelpPage('corrections');

  async function send(commandId: string): Promise<void> {
    await api.loans.void({ loan: loan.id, ...(await reasoned.command(commandId)) });
    notices.show({ tone: 'good', body: <DoneLine did="voidedDone" loan={loan} /> });
  }

  return (
    <LoanTool title={t('void')} hint={t('voidHint')} onClose={onClose} check={reasoned.check} send={send}>
      {reasoned.fields}
    </LoanTool>
  );
}
