// Slips of the practice printer as pictures, the newest first.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { useServices } from '../services.ts';
import styles from './training.module.css';

export function PrintedSlips({ slips, onClose }: { readonly slips: number; readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { calls } = useServices();
  const [nth, setNth] = useState(slips);
  const { data, error } = useQuery(calls.training.slip.queryOptions({ input: { nth } }));
  return (
    <Dialog title={t('slipsTitle')} close={t('shell:close')} onClose={onClose}>
      <div className={styles.dialog}>
        {data?.picture ? (
          <img
            className={styles.slip}
            src={`data:image/png;base64,${data.picture}`}
            alt={t('slipNth', { nth, slips })}
          />
        ) : (
          <p className={styles.text}>{error ? t('slipFailed') : data ? t('slipGone') : ''}</p>
        )}
        <div className={styles.buttons}>
          <Button variant="default" disabled={nth <= 1} onClick={() => setNth(nth - 1)}>
            {t('earlier')}
          </Button>
          <span role="status">{t('slipNth', { nth, slips })}</span>
          <Button variant="default" disabled={nth >= slips} onClick={() => setNth(nth + 1)}>
            {t('later')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
