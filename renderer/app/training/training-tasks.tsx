// A newcomer's first tasks: what is done ticks itself off, and the next one says how.
import { useTranslation } from 'react-i18next';
import { TRAINING_TASKS } from '../../../electron/api/training.contract.ts';
import type { TrainingTask } from '../../../electron/api/training.contract.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './training.module.css';

export function TrainingTasks({ done }: { readonly done: readonly TrainingTask[] }) {
  const { t } = useTranslation('training');
  const next = TRAINING_TASKS.find((task) => !done.includes(task));
  return (
    <div className={styles.tasks}>
      <ol className={styles.list} aria-label={t('tasks')}>
        {TRAINING_TASKS.map((task) => (
          <li key={task} aria-current={task === next ? 'step' : undefined} data-done={done.includes(task)}>
            {done.includes(task) ? <Icon name="check" size={16} /> : null}
            {t(`task.${task}`)}
            {done.includes(task) ? <span className={styles.unseen}>（{t('done')}）</span> : null}
          </li>
        ))}
      </ol>
      <p className={styles.how} role="status">
        {next ? t(`how.${next}`) : t('allDone')}
      </p>
    </div>
  );
}
