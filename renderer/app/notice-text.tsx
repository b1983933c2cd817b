// The privacy notice in force as it stands on paper: Chinese above, English below, for whoever is before the counter.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/callout.tsx';
import styles from './notice-text.module.css';
import { useServices } from './services.ts';

export function NoticeText() {
  const { t } = useTranslation('paper');
  const { calls } = useServices();
  const notice = useQuery({ ...calls.policies.notice.queryOptions(), staleTime: 0 });
  if (notice.error && !notice.data) return <Callout tone="bad" announce title={t('noticeUnreadable')} />;
  if (!notice.data) return null;
  const { version, zh, en } = notice.data;
  return (
    <div className={styles.notice}>
      <Paragraphs text={zh} language="zh-CN" />
      <hr className={styles.rule} />
      <Paragraphs text={en} language="en" />
      <p className={styles.version}>{t('noticeVersion', { version })}</p>
    </div>
  );
}

function Paragraphs({ text, language }: { readonly text: string; readonly language: 'zh-CN' | 'en' }) {
  return (
    <div lang={language} className={language === 'en' ? styles.english : styles.chinese}>
      {text.split('\n').map((line, at) => (
        // Lines of a fixed text have no other name than their place.
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}
