// The keys register 钥匙借用: its lists, and the panel beside them.
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import page from '../../ui/register-page.module.css';
import { KeyRefusal } from './key-refusal.tsx';
import { KeyWork } from './key-work.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import styles from './keys-page.module.css';
import { KeyViews } from './key-views.tsx';
import { LIST_ID, LoansList } from './loans-list.tsx';
import type { MayDo } from './may-do.ts';
import { OverdueSheet } from './overdue-sheet.tsx';
import { TransferList } from './transfer-list.tsx';
import { useKeyLists } from './use-key-lists.ts';

/** `active` is false while another page or the sign-in lies over this one: then its keys sleep. */
export function KeysPage(props: {
  readonly active: boolean;
  readonly may: MayDo;
  /** Number of whoever works here, for what is printed. */
  readonly by: string;
}) {
  const { t } = useTranslation(['keys', 'records']);
  const { active, may, by } = props;
  const { place, move, open, show } = useKeysDesk();
  const { view, selected } = place;
  const lists = useKeyLists(view);
  const [sheet, setSheet] = useState(false);
  const away = place.drafts.filter((draft) => draft.away).length;

  const select = useCallback((record: number) => move({ do: 'select', record }), [move]);
  const inherit = useCallback((record: number) => move({ do: 'inherit', record }), [move]);
  const list = { selected, onSelect: select, onInherit: inherit };

  const atRest = active && place.front === null;
  useEffect(() => {
    // Coming to the page with nothing open, the arrows are to work at once.
    if (atRest && document.activeElement === document.body) document.getElementById(LIST_ID)?.focus();
  }, [atRest]);

  useShortcuts({ 'Alt+KeyN': () => open('lend'), 'Alt+KeyR': () => open('return') }, active && may.write);

  return (
    <div className={page.page}>
      <section className={page.register} aria-label={t('title')}>
        <header className={styles.head}>
          <h1 className={page.title}>{t('title')}</h1>
          <div className={page.actions}>
            <Button
              disabled={!may.write}
              onClick={() => open('lend')}
              rightSection={<KeyHint keys="Alt+N" />}
            >
              {t('lend')}
            </Button>
            <Button
              variant="default"
              disabled={!may.write}
              onClick={() => open('return')}
              rightSection={<KeyHint keys="Alt+R" />}
            >
              {t('return')}
            </Button>
          </div>
        </header>
        <div className={styles.views}>
          <KeyViews view={view} onLook={(next) => move({ do: 'look', view: next })} />
          {view === 'overdue' ? (
            <Button size="compact-sm" variant="default" onClick={() => setSheet(true)}>
              {t('overdueList')}
            </Button>
          ) : null}
        </div>
        {lists.error ? <Callout tone="bad" announce title={<KeyRefusal error={lists.error} />} /> : null}
        {lists.empty ? <EmptyState title={t(`empty.${view}`)} hint={t(`empty.${view}Hint`)} /> : null}
        {lists.loans.length === 0 ? null : (
          <LoansList
            {...list}
            rows={lists.loans}
            view={view}
            onOpen={(id) => show({ kind: 'loan', id }, false)}
            onEnd={lists.more}
          />
        )}
        {lists.keys.length === 0 ? null : (
          <TransferList {...list} rows={lists.keys} onOpen={(id) => show({ kind: 'key', id }, false)} />
        )}
        <footer className={page.keys}>
          <span>{t('listKeys')}</span>
          {away === 0 ? null : (
            <Button size="compact-xs" variant="subtle" onClick={() => move({ do: 'restore' })}>
              {t('records:awayForms', { count: away })}
            </Button>
          )}
        </footer>
      </section>
      <KeyWork active={active} may={may} />
      {sheet && active ? <OverdueSheet by={by} onClose={() => setSheet(false)} /> : null}
    </div>
  );
}
