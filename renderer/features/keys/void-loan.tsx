// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { useServices } from '../../app/services.ts';
import { KeyTool } from './key-tool.tsx';

export function VoidLoan(props: {
  readonly loan: KeyLoanDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['keys', 'records']);
  const { loan, needsApproval, onClose } = props;
  const { api } = useServices();
  const [reason, setReason] = useState('');
  const approval = useApproval('keys.void');
  useHelpPage('corrections');

  async function send(commandId: string): Promise<void> {
    const granted = needsApproval ? await approval.grant({ commandId, record: loan.id, reason }) : null;
    await api.keys.void({ commandId, loan: loan.id, reason, approval: granted });
  }

  return (
    <KeyTool
      title={t('void')}
      hint={t('voidHint')}
      done={{ did: 'voidedDone', number: loan.number }}
      onClose={onClose}
      check={() => ({
        ...(reason.trim() === '' ? { reason: 'field.needed' } : {}),
        ...(needsApproval ? approval.check() : {}),
      })}
      send={send}
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
    </KeyTool>
  );
}
