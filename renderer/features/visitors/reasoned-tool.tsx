// A tool that asks why, and for a supervisor's approval where one's own role is not enough.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approvable } from '../../../electron/api/rights.ts';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { VisitTool } from './visit-tool.tsx';

export interface ReasonedCommand {
  readonly commandId: string;
  readonly visit: number;
  readonly reason: string;
  readonly approval: string | null;
}

/** `needsApproval` by the role of whoever acts; the backend decides in any case. `did` is as of the tool itself. */
export function ReasonedTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly visit: VisitDetail;
  readonly did: 'voidedDone' | null;
  readonly right: Approvable;
  readonly needsApproval: boolean;
  readonly send: (command: ReasonedCommand) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { title, hint, visit, did, right, needsApproval, onClose } = props;
  const [reason, setReason] = useState('');
  const approval = useApproval(right);

  async function send(commandId: string): Promise<void> {
    const granted = needsApproval ? await approval.grant({ commandId, record: visit.id, reason }) : null;
    await props.send({ commandId, visit: visit.id, reason, approval: granted });
  }

  return (
    <VisitTool
      {...{ title, hint, visit, did, onClose, send }}
      check={() => ({
        ...(reason.trim() === '' ? { reason: 'field.needed' } : {}),
        ...(needsApproval ? approval.check() : {}),
      })}
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
