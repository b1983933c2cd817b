// Below the registers: what is kept for paper. The sheets close when the desk is locked, for they hold names.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveHand } from '../ui/hand.ts';
import { Icon } from '../ui/icon.tsx';
import { useEvacuation } from './evacuation.ts';
import { NoticeSheet } from './notice-sheet.tsx';
import { PaperKit } from './paper-kit.tsx';
import styles from './side-rail.module.css';

/** `by` is the number of whoever works here; null while nobody does. */
export function RailSheets({ by }: { readonly by: string | null }) {
  const { t } = useTranslation(['paper', 'evacuation']);
  const [sheet, setSheet] = useState<'kit' | 'notice' | null>(null);
  const evacuate = useEvacuation();
  const close = (): void => setSheet(null);
  return (
    <aside className={styles.sheets} aria-label={t('sheets')}>
      <button
        type="button"
        className={styles.link}
        onMouseDown={leaveHand}
        onClick={evacuate}
        title="Ctrl+Shift+E"
      >
        <Icon name="warning" size={20} />
        <span className={styles.name}>{t('evacuation:title')}</span>
      </button>
      <button type="button" className={styles.link} onMouseDown={leaveHand} onClick={() => setSheet('kit')}>
        <Icon name="sheet" size={20} />
        <span className={styles.name}>{t('kit')}</span>
      </button>
      <button
        type="button"
        className={styles.link}
        onMouseDown={leaveHand}
        onClick={() => setSheet('notice')}
      >
        <Icon name="sheet" size={20} />
        <span className={styles.name}>{t('notice')}</span>
      </button>
      {by !== null && sheet === 'kit' ? <PaperKit by={by} onClose={close} /> : null}
      {by !== null && sheet === 'notice' ? <NoticeSheet onClose={close} /> : null}
    </aside>
  );
}
