// Shows a document's whole number for half a minute: asked for with a reason, then hidden again by itself.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import styles from './visit-panel.module.css';
import { VisitTool } from './visit-tool.tsx';

/** `needsApproval` by the role of whoever acts; the backend decides in any case. */
export function RevealDocument(props: {
  readonly visit: VisitDetail;
  readonly needsApproval: boolean;
  /** False while the sign-in lies over the desk: whoever comes next has to ask for themselves. */
  readonly active: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { visit, needsApproval, active, onClose } = props;
  const { api } = useServices();
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<{ readonly documentNumber: string; readonly until: number } | null>(
    null,
  );
  const approval = useApproval('visits.reveal');

  async function send(commandId: string): Promise<void> {
    const granted = needsApproval ? await approval.grant({ commandId, record: visit.id, reason }) : null;
    setShown(await api.visitors.reveal({ commandId, visit: visit.id, reason, approval: granted }));
  }

  if (shown) return <Revealed {...shown} active={active} onClose={onClose} />;
  return (
    <VisitTool
      title={t('reveal')}
      hint={t('revealHint')}
      visit={visit}
      did={null}
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

function Revealed(props: {
  readonly documentNumber: string;
  readonly until: number;
  readonly active: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { documentNumber, until, active, onClose } = props;
  const hide = useRef<HTMLButtonElement>(null);
  useEffect(() => hide.current?.focus(), []);
  useEffect(() => {
    if (!active) return onClose();
    const timer = setTimeout(onClose, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until, active, onClose]);
  return (
    <section className={styles.tool} aria-label={t('documentNumber')}>
      <output className={styles.revealed}>{documentNumber}</output>
      <p className={styles.toolHint}>{t('revealed')}</p>
      <div className={styles.toolButtons}>
        <Button ref={hide} variant="default" onClick={onClose}>
          {t('hide')}
        </Button>
      </div>
    </section>
  );
}
