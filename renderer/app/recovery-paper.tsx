// The recovery sheet on A4: the key large and as a code, and what it is for, in both languages.
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../electron/api/data.contract.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { useProperty } from './property.ts';
import styles from './recovery-paper.module.css';

export function RecoveryPaper(props: {
  readonly sheet: RecoverySheet;
  readonly by: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { times } = useProperty();
  const { groups, qr, madeAt } = props.sheet;
  return (
    <PaperSheet
      title={t('sheet')}
      by={props.by}
      facts={[t('paper.made', { time: times.full(madeAt) })]}
      onClose={props.onClose}
    >
      <div className={styles.key}>
        <ol className={styles.groups} aria-label={t('paper.key')}>
          {groups.map((group, at) => (
            <li key={`${at}${group}`} className={styles.group}>
              <span className={styles.number}>{at + 1}</span>
              {group}
            </li>
          ))}
        </ol>
        <div className={styles.code}>
          <QrCode rows={qr} label={t('paper.key')} />
        </div>
      </div>
      <Instructions language="zh-CN" />
      <Instructions language="en" />
    </PaperSheet>
  );
}

function Instructions({ language }: { readonly language: 'zh-CN' | 'en' }) {
  const { i18n } = useTranslation('data');
  const say = i18n.getFixedT(language, 'data');
  return (
    <section lang={language} className={styles.words}>
      <p>{say('paper.what')}</p>
      <p>{say('paper.keep')}</p>
      <p>{say('paper.use')}</p>
      <p>{say('paper.void')}</p>
    </section>
  );
}
