// The manual over the window: looked through by its list or by a word, read page by page, by keyboard alone if need be.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import { Layer } from '../../ui/layer.tsx';
import { LanguageButton } from '../language-button.tsx';
import { TrainingDoor } from '../training/training-door.tsx';
import type { HelpPage } from './help-pages.ts';
import styles from './help.module.css';
import { ManualArticle } from './manual-article.tsx';
import { searchManual } from './manual-search.ts';
import { manualIn } from './manual.ts';

export function HelpScreen(props: { readonly at: HelpPage; readonly onClose: () => void }) {
  return (
    <Layer>
      <Manual {...props} />
    </Layer>
  );
}

function Manual({ at, onClose }: { readonly at: HelpPage; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(['help', 'shell']);
  const [page, setPage] = useState(at);
  const [asked, setAsked] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);
  const pages = manualIn(i18n.language === 'en' ? 'en' : 'zh-CN');
  const found = searchManual(pages, asked);
  const shown = pages.find(({ id }) => id === page);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // Braces: what scrollTo answers is no way to take it back.
    article.current?.scrollTo({ top: 0 });
  }, [page]);
  useShortcuts({ Escape: onClose, 'Shift+F1': onClose });

  function search(text: string): void {
    setAsked(text);
    const [first] = searchManual(pages, text);
    if (text.trim() !== '' && first) setPage(first.id);
  }

  function read(next: HelpPage): void {
    setPage(next);
    article.current?.focus();
  }

  function walk(step: number): void {
    const from = found.findIndex(({ id }) => id === page);
    const next = found[Math.min(Math.max(from + step, 0), found.length - 1)];
    if (next) setPage(next.id);
  }

  function press(event: KeyboardEvent): void {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Enter: () => article.current?.focus(),
    };
    const act = keys[event.key];
    if (!act || isComposing(event)) return;
    event.preventDefault();
    act();
  }

  return (
    <section className={styles.screen} aria-label={t('manual')}>
      <header className={styles.bar}>
        <h1 className={styles.title}>{t('manual')}</h1>
        <span className={styles.hint}>{t('keysHint')}</span>
        <LanguageButton className={styles.right} />
        <Button variant="default" size="xs" onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
          {t('shell:close')}
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.side}>
          <TextInput
            ref={field}
            aria-label={t('search')}
            placeholder={t('search')}
            value={asked}
            autoComplete="off"
            leftSection={<Icon name="search" />}
            onKeyDown={press}
            onChange={(event) => search(event.currentTarget.value)}
          />
          <nav aria-label={t('pages')}>
            <ul className={styles.pages}>
              {found.map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.page}
                    aria-current={id === page ? 'page' : undefined}
                    onClick={() => read(id)}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <p className={styles.none} role="status">
            {found.length === 0 ? t('nothing', { text: asked.trim() }) : ''}
          </p>
          <div className={styles.foot}>
            <TrainingDoor />
          </div>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
        <article ref={article} tabIndex={0} className={styles.article} aria-label={shown?.title ?? ''}>
          <div className={styles.text}>
            <h1>{shown?.title}</h1>
            <ManualArticle tokens={shown?.tokens ?? []} onGo={read} />
          </div>
        </article>
      </div>
    </section>
  );
}
