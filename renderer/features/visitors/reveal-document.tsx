// Shows a document's whole number for half a minute: asked for with a reason, then hidden again by itself.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useServices } from '../../app/services.ts';
import { ReasonedTool } from './reasoned-tool.tsx';
import styles from '../../ui/record-panel.module.css';

export function RevealDocument(props: {
  readonly visit: VisitDetail;
  readonly needsApproval: boolean;
  /** False while the sign-in lies over the desk: whoever comes next has to ask for themselves. */
  readonly active: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { active, ...tool } = props;
  const { api } = useServices();
  const [shown, setShown] = useState<{ readonly documentNumber: string; readonly until: number } | null>(
    null,
  );
  if (shown) return <Revealed {...shown} active={active} onClose={tool.onClose} />;
  return (
    <ReasonedTool
      {...tool}
      title={t('reveal')}
      hint={t('revealHint')}
      did={null}
      right="visits.reveal"
      send={async (command) => setShown(await api.visitors.reveal(command))}
    />
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
