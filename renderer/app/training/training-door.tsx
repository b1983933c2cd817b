// The way into training mode: one button, wherever a newcomer may look for it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesktopState } from '../desktop-status.ts';
import { useServices } from '../services.ts';
import { TrainingDialog } from './training-dialog.tsx';
import styles from './training.module.css';

/** Shows nothing in training itself. `subtle` stands beside other small things. */
export function TrainingDoor({ subtle = false }: { readonly subtle?: boolean }) {
  const { t } = useTranslation('training');
  const { desktop, desktopStatus } = useServices();
  const state = useDesktopState(desktopStatus);
  const [open, setOpen] = useState(false);
  if (!state || state.property === 'training') return null;
  const begin = (startOver: boolean) => () => desktop.openTraining(startOver);
  const ways = state.practised
    ? [
        { label: t('goOn'), go: begin(false) },
        { label: t('startOver'), go: begin(true) },
      ]
    : [{ label: t('begin'), go: begin(true) }];
  return (
    <>
      <Button
        variant={subtle ? 'subtle' : 'default'}
        size={subtle ? 'compact-md' : 'sm'}
        onClick={() => setOpen(true)}
      >
        {t('title')}
      </Button>
      {open ? (
        <TrainingDialog title={t('title')} ways={ways} onClose={() => setOpen(false)}>
          <p className={styles.text}>{t('about')}</p>
          <p className={styles.text}>{t('signInAs')}</p>
        </TrainingDialog>
      ) : null}
    </>
  );
}
