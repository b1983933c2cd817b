// The visitors' register 来访登记: views, list and the panel beside it.
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST_VIEWS } from '../../../electron/api/visitors.contract.ts';
import { ListFoot } from '../../app/register/list-foot.tsx';
import { inPages, usePages } from '../../app/register/list-pages.ts';
import { ViewSegments } from '../../app/register/view-segments.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { MayDo } from './may-do.ts';
import { ClosingNote } from './closing-note.tsx';
import { NobodyToLeave, NotInside } from './done-line.tsx';
import { useVisitActions } from './visit-actions.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';
import { useRestingFocus } from '../../ui/resting-focus.ts';
import styles from '../../ui/register-page.module.css';
import { VisitsList } from './visits-list.tsx';
import { VisitWork } from './visit-work.tsx';
import type { ListView } from './workplace.ts';

/** The keys that the selected row has, beside those that every list has. */
const FOOT: Partial<Readonly<Record<ListView, 'listKeysInside' | 'listKeysExpected'>>> = {
  onSite: 'listKeysInside',
  overstay: 'listKeysInside',
  expected: 'listKeysExpected',
};

/** `active` is false while another page or the sign-in lies over this one: then its keys sleep. */
export function VisitorsPage({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation(['visitors', 'records']);
  const { calls } = useServices();
  const { place, move, open } = useVisitorsDesk();
  const actions = useVisitActions(move);
  const notices = useNotices();
  const { view } = place;
  const list = useInfiniteQuery(calls.visitors.list.infiniteOptions(inPages(view)));
  const { rows, more } = usePages(list);
  const counts = useQuery(calls.visitors.counts.queryOptions());
  const selected = rows.find(({ id }) => id === place.selected);

  const select = useCallback((record: number) => move({ do: 'select', record }), [move]);
  const inherit = useCallback((record: number) => move({ do: 'inherit', record }), [move]);
  const show = useCallback((shown: number) => move({ do: 'show', shown, focusAction: false }), [move]);

  useRestingFocus(active && place.front === null, 'visits');

  useShortcuts(
    {
      'Alt+KeyN': () => open('register'),
      // A form in front may have this key itself, and a visit that is shown has it in the panel.
      'Alt+KeyA': () => {
        if (place.front !== null || selected?.state !== 'expected') return false;
        return open('arrive', selected.id);
      },
      // A visit that is shown has its own key in the panel: never check out one while looking at another.
      'Alt+KeyO': () => {
        if (place.front === 'shown') return false;
        if (selected?.state !== 'on_site') {
          const body = selected ? <NotInside visit={selected} /> : <NobodyToLeave />;
          return notices.show({ tone: 'warn', body });
        }
        // Who has a turnstile card is asked for it first: the panel opens with the hand on the answer.
        if (selected.card?.state === 'out')
          return move({ do: 'show', shown: selected.id, focusAction: true });
        return actions.leave(selected);
      },
    },
    active && may.write,
  );

  function countOf(each: ListView) {
    const count = each === 'all' ? null : counts.data?.[each];
    return typeof count === 'number' ? { count } : null;
  }

  return (
    <div className={styles.page}>
      <section className={styles.register} aria-label={t('title')}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('title')}</h1>
          <ViewSegments
            label={t('list')}
            views={LIST_VIEWS.filter((each) => each !== 'cards' || typeof counts.data?.cards === 'number')}
            view={view}
            listId="visits"
            wordOf={(each) => t(`view.${each}`)}
            countOf={countOf}
            onLook={(next) => move({ do: 'look', view: next })}
          />
          <div className={styles.actions}>
            <Button variant="default" disabled={!may.write} onClick={() => open('expect')}>
              {t('expect')}
            </Button>
            <Button
              disabled={!may.write}
              onClick={() => open('register')}
              rightSection={<KeyHint keys="Alt+N" />}
            >
              {t('register')}
            </Button>
          </div>
        </header>
        {counts.data && (view === 'onSite' || view === 'overstay') ? (
          <ClosingNote onSite={counts.data.onSite} overstay={counts.data.overstay} />
        ) : null}
        {list.error ? <Callout tone="bad" announce title={<VisitRefusal error={list.error} />} /> : null}
        {list.data && rows.length === 0 ? (
          <EmptyState title={t(`empty.${view}`)} hint={t(`empty.${view}Hint`)} />
        ) : null}
        {rows.length === 0 ? null : (
          <VisitsList
            rows={rows}
            view={view}
            selected={place.selected}
            onSelect={select}
            onInherit={inherit}
            onOpen={show}
            onEnd={more}
          />
        )}
        <ListFoot keys={t(FOOT[view] ?? 'listKeys')} drafts={place.drafts} move={move} />
      </section>
      <VisitWork active={active} may={may} />
    </div>
  );
}
