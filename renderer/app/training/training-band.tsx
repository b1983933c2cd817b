// The lasting band of training mode: says on every screen that nothing is real, and holds what one practises with.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TRAINING_TASKS } from '../../../electron/api/training.contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { recall, remember } from '../memory.ts';
import { HOME } from '../registers.ts';
import { useServices } from '../services.ts';
import { PracticeCards } from './practice-cards.tsx';
import { PracticePrinter } from './practice-printer.tsx';
import { TrainingDialog } from './training-dialog.tsx';
import styles from './training.module.css';
import { TrainingTasks } from './training-tasks.tsx';

const TASKS = ['shown', 'hidden'] as const;

export function TrainingBand() {
  const { t } = useTranslation('training');
  const { calls, desktop, unfinished } = useServices();
  const stage = useQuery(calls.training.stage.queryOptions()).data;
  const staff = useQuery(calls.people.acting.queryOptions()).data;
  const [asking, setAsking] = useState<'leave' | 'startOver' | null>(null);
  const [tasks, setTasks] = useState(() => recall('trainingTasks', TASKS) ?? 'shown');
  const close = (): void => setAsking(null);
  const [, navigate] = useLocation();
  // The first tasks begin among the visitors, whatever page the desk was at when somebody came to practise.
  useEffect(() => navigate(`/${HOME}`), [navigate]);

  function leave(): void {
    if (unfinished.count() > 0) setAsking('leave');
    else desktop.leaveTraining().catch(() => {});
  }

  function toggleTasks(): void {
    const next = tasks === 'shown' ? 'hidden' : 'shown';
    remember('trainingTasks', next);
    setTasks(next);
  }

  return (
    <aside className={styles.band} aria-label={t('title')}>
      <div className={styles.row}>
        <p className={styles.mark}>
          <Icon name="flask" />
          <strong>{t('title')}</strong>
          <span>· {t('notKept')}</span>
        </p>
        <div className={styles.tools}>
          {stage && staff ? (
            <>
              <PracticeCards stage={stage} />
              <PracticePrinter stage={stage} />
              <Button
                size="compact-sm"
                variant="default"
                aria-expanded={tasks === 'shown'}
                onClick={toggleTasks}
              >
                {t('tasksButton', { done: stage.done.length, all: TRAINING_TASKS.length })}
              </Button>
            </>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => setAsking('startOver')}>
            {t('startOver')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={leave}>
            {t('leave')}
          </Button>
        </div>
      </div>
      {stage && staff && tasks === 'shown' ? <TrainingTasks done={stage.done} /> : null}
      {asking === 'leave' ? (
        <TrainingDialog
          title={t('leave')}
          ways={[{ label: t('leave'), go: () => desktop.leaveTraining() }]}
          onClose={close}
        >
          <p className={styles.text}>{t('leaveAbout')}</p>
        </TrainingDialog>
      ) : null}
      {asking === 'startOver' ? (
        <TrainingDialog
          title={t('startOver')}
          ways={[{ label: t('startOver'), go: () => desktop.openTraining(true) }]}
          onClose={close}
        >
          <p className={styles.text}>{t('startOverAbout')}</p>
        </TrainingDialog>
      ) : null}
    </aside>
  );
}
