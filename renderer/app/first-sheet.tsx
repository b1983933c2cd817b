// The end of the first start: the recovery sheet, before anything is recorded. It cannot be missed, but be put off.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import { LanguageButton } from './language-button.tsx';
import { MakeSheet } from './make-sheet.tsx';
import styles from './screen.module.css';

/** `onDone` when the sheet is confirmed, or put off: then the status bar keeps reminding. */
export function FirstSheet({ staff, onDone }: { readonly staff: ActingStaff; readonly onDone: () => void }) {
  const { t } = useTranslation('data');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles.screen}>
      <section className={`${styles.card} ${styles.wide}`}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('firstTitle')}
        </h1>
        <p className={styles.text}>{t('firstWhy')}</p>
        <MakeSheet staff={staff} again={false} onConfirmed={onDone} />
        <div className={styles.hint}>
          <div className={styles.buttons}>
            <Button variant="default" onClick={onDone}>
              {t('later')}
            </Button>
          </div>
          <p>{t('laterHint')}</p>
        </div>
      </section>
      <LanguageButton className={styles.top} />
    </main>
  );
}
