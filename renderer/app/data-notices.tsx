// What staff must be told about the data: one calm count in the status bar, each explained in a panel above it.
import { useTranslation } from 'react-i18next';
import type { DataNotice } from '../../electron/api/data.contract.ts';
import styles from './data-notices.module.css';
import { useProperty } from './property.ts';
import { StatusPanel } from './status-panel.tsx';

export function DataNotices({ notices }: { readonly notices: readonly DataNotice[] }) {
  const { t } = useTranslation('data');
  if (notices.length === 0) return null;
  return (
    <StatusPanel
      word={t('noticesCount', { count: notices.length })}
      tone="warn"
      label={t('notices')}
      title={t('notices')}
      width={420}
    >
      <ul className={styles.list}>
        {notices.map((notice) => (
          <Notice key={notice.kind} notice={notice} />
        ))}
      </ul>
    </StatusPanel>
  );
}

function Notice({ notice }: { readonly notice: DataNotice }) {
  const { title, todo } = useWords(notice);
  return (
    <li>
      <strong>{title}</strong>
      {todo.map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
    </li>
  );
}

function useWords(notice: DataNotice): { readonly title: string; readonly todo: readonly string[] } {
  const { t } = useTranslation('data');
  const { times } = useProperty();
  switch (notice.kind) {
    case 'fieldsLocked':
      return { title: t('notice.fieldsLocked'), todo: [t('notice.fieldsLockedTodo')] };
    case 'headNotNoted':
      return { title: t('notice.headNotNoted'), todo: [t('notice.headNotNotedTodo')] };
    case 'sheetMissing':
      return notice.made
        ? { title: t('notice.sheetUnconfirmed'), todo: [t('notice.sheetUnconfirmedTodo')] }
        : { title: t('notice.sheetMissing'), todo: [t('notice.sheetMissingTodo')] };
    case 'backupFailed':
      return {
        title: t('notice.backupFailed'),
        todo: [t('backupFailed', { since: times.full(notice.since) }), t(`problem.${notice.problem}`)],
      };
    case 'newJournal': {
      const { reason, at, missing } = notice;
      const time = times.full(at);
      return {
        title: t(`notice.newJournal.${reason}`),
        todo: [
          missing > 0 ? t('notice.newJournalTodo', { time, missing }) : t('notice.newJournalWhole', { time }),
        ],
      };
    }
  }
}
