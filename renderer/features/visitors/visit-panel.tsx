// One visit in full, with what can be done to it now.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useVisitActions } from './visit-actions.tsx';
import { VisitFacts } from './visit-facts.tsx';
import { VisitHistory } from './visit-history.tsx';
import styles from './visit-panel.module.css';
import { VisitRefusal } from './visit-refusal.tsx';
import { VisitStateTag } from './visit-state.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';

export function VisitPanel({ id, focusAction }: { readonly id: number; readonly focusAction: boolean }) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const visit = useQuery(calls.visitors.get.queryOptions({ input: { visit: id } }));
  const [historyOf, setHistoryOf] = useState<number | null>(null);
  if (visit.error) return <Callout tone="bad" announce title={<VisitRefusal error={visit.error} />} />;
  if (!visit.data) return <EmptyState title={t('loading')} />;
  const showsHistory = historyOf === id;
  return (
    <article className={styles.panel} aria-label={t('details')}>
      <header className={styles.head}>
        <h2 className={styles.name}>{visit.data.name ?? t('erased')}</h2>
        <VisitStateTag visit={visit.data} />
      </header>
      <Actions
        key={id}
        visit={visit.data}
        focusFirst={focusAction}
        showsHistory={showsHistory}
        onHistory={() => setHistoryOf(showsHistory ? null : id)}
      />
      <div className={styles.body}>
        {visit.data.issues.length > 0 ? <Callout tone="warn" title={t('issues')} /> : null}
        {showsHistory ? <VisitHistory id={id} /> : <VisitFacts visit={visit.data} />}
      </div>
    </article>
  );
}

function Actions(props: {
  readonly visit: VisitDetail;
  readonly focusFirst: boolean;
  readonly showsHistory: boolean;
  readonly onHistory: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { visit, focusFirst } = props;
  const desk = useVisitorsDesk();
  const actions = useVisitActions(desk.move);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusFirst) first.current?.focus();
  }, [focusFirst, visit.state]);

  const { state } = visit;
  return (
    <div className={styles.actions}>
      {state === 'on_site' ? (
        <Button ref={first} onClick={() => actions.leave(visit)} rightSection={<KeyHint keys="Alt+O" />}>
          {t('checkOut')}
        </Button>
      ) : null}
      {state === 'expected' ? (
        <Button ref={first} onClick={() => desk.open('arrive', visit.id)}>
          {t('arrive')}
        </Button>
      ) : null}
      {state === 'left' ? (
        <Button ref={first} variant="default" onClick={() => actions.reopen(visit)}>
          {t('reopen')}
        </Button>
      ) : null}
      {state === 'on_site' ? (
        <Button variant="default" onClick={() => actions.reprint(visit)}>
          {t('reprint')}
        </Button>
      ) : null}
      {state === 'expected' ? (
        <Button variant="default" onClick={() => actions.cancel(visit)}>
          {t('cancelExpected')}
        </Button>
      ) : null}
      <Button variant="default" aria-pressed={props.showsHistory} onClick={props.onHistory}>
        {t('history')}
      </Button>
    </div>
  );
}
