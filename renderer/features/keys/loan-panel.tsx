// One key loan in full, with what can be done to it now.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { KeyHistory } from './key-history.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import { LoanButtons } from './loan-buttons.tsx';
import type { LoanTool } from './loan-buttons.tsx';
import { LoanFacts } from './loan-facts.tsx';
import { LoseKey } from './lose-key.tsx';
import { LoanToolForm } from './loan-tools.tsx';
import type { MayDo } from './may-do.ts';
import { LoanStateTags } from './state-tags.tsx';

export function LoanPanel(props: { readonly id: number; readonly focusAction: number; readonly may: MayDo }) {
  const { t } = useTranslation(['keys', 'records']);
  const { id, focusAction, may } = props;
  const { calls } = useServices();
  const loan = useQuery(calls.keys.get.queryOptions({ input: { loan: id } }));
  const [tool, setTool] = useState<LoanTool | null>(null);
  const [lost, setLost] = useState<number | null>(null);
  if (loan.error) return <Callout tone="bad" announce title={<KeyRefusal error={loan.error} />} />;
  if (!loan.data) return <EmptyState title={t('records:loading')} />;
  const losing = loan.data.lines.find(({ key }) => key === lost);
  const report = (key: number): void => {
    setTool(null);
    setLost(key);
  };
  return (
    <article className={styles.panel} aria-label={t('loan')}>
      <header className={styles.head}>
        <h2 className={styles.name} data-voided={loan.data.state === 'voided' || undefined}>
          {loan.data.borrowerName ?? t('records:erased')}
        </h2>
        <LoanStateTags loan={loan.data} />
      </header>
      <LoanButtons
        loan={loan.data}
        mayWrite={may.write}
        focusFirst={focusAction}
        tool={tool}
        onTool={(next) => {
          setLost(null);
          setTool(next === tool ? null : next);
        }}
      />
      <Scrolled className={styles.body}>
        {loan.data.issues.length > 0 ? <Callout tone="warn" title={t('issues')} /> : null}
        {tool === null || tool === 'history' ? null : (
          <LoanToolForm
            key={tool}
            tool={tool}
            loan={loan.data}
            needsApproval={!may.void}
            onClose={() => setTool(null)}
          />
        )}
        {losing ? (
          <LoseKey key={losing.key} record={{ ...losing, id: losing.key }} onClose={() => setLost(null)} />
        ) : null}
        {tool === 'history' ? (
          <KeyHistory record={id} />
        ) : (
          <LoanFacts loan={loan.data} {...(may.write ? { onLose: report } : {})} />
        )}
      </Scrolled>
    </article>
  );
}
