// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function VoidLoan(props: {
  readonly loan: LoanDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['loans', 'records']);
  const { loan, needsApproval, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [reason, setReason] = useState('');
  const approval = useApproval('loans.void');

  async function send(commandId: string): Promise<void> {
    const granted = needsApproval ? await approval.grant({ commandId, record: loan.id, reason }) : null;
    await api.loans.void({ commandId, loan: loan.id, reason, approval: granted });
    notices.show({ tone: 'good', body: <DoneLine did="voidedDone" loan={loan} /> });
  }

  return (
    <LoanTool
      title={t('void')}
      hint={t('voidHint')}
      onClose={onClose}
      send={send}
      check={() => ({
        ...(reason.trim() === '' ? { reason: 'field.needed' } : {}),
        ...(needsApproval ? approval.check() : {}),
      })}
    >
      {(error) => (
        <>
          <TextInput
            label={t('records:reason')}
            value={reason}
            error={error('reason')}
            data-field="reason"
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {needsApproval ? <ApprovalFields approval={approval} error={error} /> : null}
        </>
      )}
    </LoanTool>
  );
}
