// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { useServices } from '../../app/services.ts';
import { VisitTool } from './visit-tool.tsx';

/** `needsApproval` by the role of whoever acts; the backend decides in any case. */
export function VoidVisit(props: {
  readonly visit: VisitDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { visit, needsApproval, onClose } = props;
  const { api } = useServices();
  useHelpPage('corrections');
  const [reason, setReason] = useState('');
  const approval = useApproval('visits.void');

  async function send(commandId: string): Promise<void> {
    const granted = needsApproval ? await approval.grant({ commandId, record: visit.id, reason }) : null;
    await api.visitors.void({ commandId, visit: visit.id, reason, approval: granted });
  }

  return (
    <VisitTool
      title={t('void')}
      hint={t('voidHint')}
      visit={visit}
      did="voidedDone"
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
            label={t('reason')}
            value={reason}
            error={error('reason')}
            data-field="reason"
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {needsApproval ? <ApprovalFields approval={approval} error={error} /> : null}
        </>
      )}
    </VisitTool>
  );
}
