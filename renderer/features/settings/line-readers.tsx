// Readers of tags and codes: one form each, and adding another one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_READER_KINDS, MOST_LINE_READERS } from '../../../electron/api/devices.contract.ts';
import type { LineReaderKind, LineReaderSetting } from '../../../electron/api/devices.contract.ts';
import cards from '../../ui/cards.module.css';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import styles from './devices.module.css';
import { LineReaderForm } from './line-reader-form.tsx';

interface Added {
  readonly id: string;
  readonly kind: LineReaderKind;
}

export function LineReaders({ settings }: { readonly settings: readonly LineReaderSetting[] }) {
  const { t } = useTranslation('lineReaders');
  // Forms that were begun here; one stays in its place when it is saved.
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const fresh = added.filter(({ id }) => !settings.some((setting) => setting.id === id));
  const forms = [...settings, ...fresh].filter(({ id }) => !removed.includes(id));
  return (
    <>
      <section className={`${cards.card} ${styles.wide}`} aria-label={t('title')}>
        <header>
          <h2 className={cards.title}>{t('title')}</h2>
          <p className={cards.hint}>{t('about')}</p>
        </header>
        <div className={styles.buttons}>
          {LINE_READER_KINDS.map((kind) => (
            <Button
              key={kind}
              variant="default"
              disabled={forms.length >= MOST_LINE_READERS}
              onClick={() => setAdded([...added, { id: uuidV7(), kind }])}
            >
              {t(`add.${kind}`)}
            </Button>
          ))}
        </div>
      </section>
      {forms.map(({ id, kind }) => (
        <LineReaderForm
          key={id}
          id={id}
          kind={kind}
          setting={settings.find((setting) => setting.id === id) ?? null}
          onRemoved={() => setRemoved([...removed, id])}
        />
      ))}
    </>
  );
}
