// One visit in full, with what can be done to it now.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HeldByVisit } from '../../app/lending/held-things.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DenyExpected } from './deny-expected.tsx';
import { ExtendVisit } from './extend-visit.tsx';
import { GiveCard } from './give-card.tsx';
import type { MayDo } from './may-do.ts';
import { RevealDocument } from './reveal-document.tsx';
import { VisitButtons } from './visit-buttons.tsx';
import type { VisitTool } from './visit-buttons.tsx';
import { VisitFacts } from './visit-facts.tsx';
import { VisitHistory } from './visit-history.tsx';
import styles from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import { VisitStateTag } from './visit-state.tsx';
import { VoidVisit } from './void-visit.tsx';

export function VisitPanel(props: {
  readonly id: number;
  readonly focusAction: number;
  /** They were looked for: nobody has said yet that they leave. */
  readonly lookedFor: boolean;
  /** False while something lies over the desk: then its keys sleep. */
  readonly active: boolean;
  readonly may: MayDo;
}) {
  const { t } = useTranslation(['visitors', 'cards']);
  const { id, focusAction, lookedFor, active, may } = props;
  const { calls } = useServices();
  const visit = useQuery(calls.visitors.get.queryOptions({ input: { visit: id } }));
  const [opened, setOpened] = useState<{ readonly visit: number; readonly tool: VisitTool } | null>(null);
  if (visit.error) return <Callout tone="bad" announce title={<VisitRefusal error={visit.error} />} />;
  if (!visit.data) return <EmptyState title={t('loading')} />;
  const tool = opened?.visit === id ? opened.tool : null;
  const close = (): void => setOpened(null);
  return (
    <article className={styles.panel} aria-label={t('details')}>
      <header className={styles.head}>
        <h2 className={styles.name} data-voided={visit.data.state === 'voided' || undefined}>
          {visit.data.name ?? t('erased')}
        </h2>
        <VisitStateTag visit={visit.data} />
      </header>
      <VisitButtons
        key={id}
        visit={visit.data}
        active={active}
        mayWrite={may.write}
        focusFirst={focusAction}
        lookedFor={lookedFor}
        tool={tool}
        onTool={(next) => setOpened(next === tool ? null : { visit: id, tool: next })}
      />
      <Scrolled className={styles.body}>
        {visit.data.issues.length > 0 ? <Callout tone="warn" title={t('issues')} /> : null}
        <HeldByVisit visit={id} />
        {tool === 'giveCard' ? <GiveCard key={id} visit={visit.data} onClose={close} /> : null}
        {visit.data.card?.state === 'out' &&
        visit.data.state === 'on_site' &&
        focusAction > 0 &&
        !lookedFor ? (
          <Callout tone="info" announce title={t('cards:question', { card: visit.data.card.number })} />
        ) : null}
        {tool === 'deny' ? <DenyExpected key={id} visit={visit.data} onClose={close} /> : null}
        {tool === 'extend' ? <ExtendVisit key={id} visit={visit.data} onClose={close} /> : null}
        {tool === 'void' ? (
          <VoidVisit key={id} visit={visit.data} needsApproval={!may.void} onClose={close} />
        ) : null}
        {tool === 'reveal' ? (
          <RevealDocument
            key={id}
            visit={visit.data}
            needsApproval={!may.reveal}
            active={active}
            onClose={close}
          />
        ) : null}
        {tool === 'history' ? <VisitHistory id={id} /> : <VisitFacts visit={visit.data} />}
      </Scrolled>
    </article>
  );
}
