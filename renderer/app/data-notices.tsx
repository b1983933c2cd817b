// What staff must be told about the data: one calm count in the status bar, each explained in a panel above it.
import { useTranslation } from 'react-i18next';
import type { DataNotice } from '../../electron/api/data.contract.ts';
import styles from './data-notices.module.css';
import { useNoticeWords } from './notice-words.ts';
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
  const { title, todo } = useNoticeWords(notice);
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
