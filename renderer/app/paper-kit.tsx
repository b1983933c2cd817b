// The paper kit 纸质应急登记表: blank lines to write on, who is inside now, and the notice, printed as one document.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysOut } from '../features/keys/keys-out.tsx';
import { BlankLines } from '../features/visitors/blank-lines.tsx';
import { OnSiteList } from '../features/visitors/on-site-list.tsx';
import { NoticeText } from './notice-text.tsx';
import styles from './paper-kit.module.css';
import { PaperSheet } from './paper-sheet.tsx';
import { useProperty } from './property.ts';

const MOST_PAGES = 20;

/** A part of the kit begins a page of its own; what is out of other registers joins as one more. */
export function PaperKit(props: { readonly by: string; readonly onClose: () => void }) {
  const { t } = useTranslation('paper');
  const { times } = useProperty();
  const [opened] = useState(() => Date.now());
  const [pages, setPages] = useState(2);
  const choice = (
    <label className={styles.pages}>
      {t('blankPages')}
      <NativeSelect
        size="sm"
        value={String(pages)}
        data={Array.from({ length: MOST_PAGES }, (_, at) => String(at + 1))}
        onChange={(event) => setPages(Number(event.currentTarget.value))}
      />
    </label>
  );
  return (
    <PaperSheet title={t('kit')} at={opened} by={props.by} tools={choice} onClose={props.onClose}>
      <p className={styles.hint}>{t('kitHint')}</p>
      <BlankLines pages={pages} kit={kitNumber(times.full(opened))} />
      <section className={styles.part}>
        <OnSiteList />
      </section>
      <section className={styles.part}>
        <KeysOut />
      </section>
      <section className={styles.part}>
        <h2>{t('noticeBoth')}</h2>
        <NoticeText />
      </section>
    </PaperSheet>
  );
}

/** `1122-0850` for what was printed on `2026-11-22 08:50`: two kits of a day are told apart, and it is quick to type. */
function kitNumber(printedAt: string): string {
  return printedAt.slice(5).replaceAll(/[-:]/g, '').replace(' ', '-');
}
