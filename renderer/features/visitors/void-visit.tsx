// Voiding 作废: with a reason, and with a supervisor's PIN where one's own role is not enough.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useServices } from '../../app/services.ts';
import styles from './visit-panel.module.css';
import { VisitTool } from './visit-tool.tsx';

/** `needsApproval` by the role of whoever acts; the backend decides in any case. */
export function VoidVisit(props: {
  readonly visit: VisitDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['visitors', 'people']);
  const { visit, needsApproval, onClose } = props;
  const { api } = useServices();
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState({ number: '', pin: '' });

  /** The grant is for this one command and is asked for anew at every try. */
  async function send(commandId: string): Promise<void> {
    const grant = needsApproval
      ? await api.people.approve({ ...approver, right: 'visits.void', record: visit.id, commandId })
      : null;
    await api.visitors.void({ commandId, visit: visit.id, reason, approval: grant?.approval ?? null });
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
        ...(needsApproval && approver.number.trim() === '' ? { approver: 'field.needed' } : {}),
        ...(needsApproval && !/^\d{4,12}$/.test(approver.pin) ? { pin: 'field.needed' } : {}),
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
          {needsApproval ? (
            <fieldset className={styles.approval}>
              <legend>{t('people:approval')}</legend>
              <TextInput
                label={t('people:approverNumber')}
                value={approver.number}
                error={error('approver')}
                data-field="approver"
                autoComplete="off"
                onChange={(event) => setApprover({ ...approver, number: event.currentTarget.value })}
              />
              <TextInput
                type="password"
                label={t('people:approverPin')}
                value={approver.pin}
                error={error('pin')}
                data-field="pin"
                autoComplete="off"
                onChange={(event) => setApprover({ ...approver, pin: event.currentTarget.value })}
              />
            </fieldset>
          ) : null}
        </>
      )}
    </VisitTool>
  );
}
