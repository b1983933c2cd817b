// Invented ID cards and fobs in a drawer: choosing one lays it on the simulated reader.
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingStage } from '../../../electron/api/training.contract.ts';
import { useNotices } from '../../ui/notice.tsx';
import { RefusalText } from '../refusal.tsx';
import { useServices } from '../services.ts';
import styles from './training.module.css';

export function PracticeCards({ stage }: { readonly stage: TrainingStage }) {
  const { t } = useTranslation('training');
  const { api } = useServices();
  const notices = useNotices();
  const [open, setOpen] = useState(false);

  const { cards, tags, slips } = stage;

  function present(act: () => Promise<unknown>): void {
    setOpen(false);
    act().catch((error: unknown) => {
      notices.show({ tone: 'bad', body: <RefusalText error={error} /> });
    });
  }

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="lg"
      trapFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('present')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('present')}>
        <p className={styles.text}>{t('presentHint')}</p>
        <ul className={styles.cards}>
          {cards.map(({ name, layout }, nth) => (
            <li key={name}>
              <button
                type="button"
                className={styles.card}
                onClick={() => present(() => api.training.presentCard({ card: nth }))}
              >
                <strong>{name}</strong>
                <span>{t(`layout.${layout}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={styles.text}>{t('presentTagHint')}</p>
        <ul className={styles.cards}>
          {tags.map((uid, nth) => (
            <li key={uid}>
              <button
                type="button"
                className={styles.card}
                onClick={() => present(() => api.training.presentTag({ tag: nth }))}
              >
                <strong>{t('tag', { uid })}</strong>
              </button>
            </li>
          ))}
          {slips === 0 ? null : (
            <li>
              <button
                type="button"
                className={styles.card}
                onClick={() => present(() => api.training.scanSlip({}))}
              >
                <strong>{t('scanSlip')}</strong>
              </button>
            </li>
          )}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
