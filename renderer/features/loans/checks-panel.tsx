// The daily check 日检: what nobody has looked at today, ticked off one by one.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import panel from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { useItemActions } from './item-actions.tsx';
import { ItemReason } from './item-reason.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import type { MayDo } from './may-do.ts';
import { useTypeName } from './type-name.ts';
import styles from './type-panel.module.css';

export function ChecksPanel({ may }: { readonly may: MayDo }) {
  const { t } = useTranslation(['loans', 'records']);
  const { calls } = useServices();
  const due = useQuery(calls.loans.dueChecks.queryOptions());
  if (due.error) return <Callout tone="bad" announce title={<LoanRefusal error={due.error} />} />;
  if (!due.data) return <EmptyState title={t('records:loading')} />;
  return (
    <article className={panel.panel} aria-label={t('shown.checks')}>
      <header className={panel.head}>
        <h2 className={panel.name}>{t('shown.checks')}</h2>
      </header>
      <Scrolled className={panel.body}>
        <p className={panel.toolHint}>{t(due.data.length === 0 ? 'checksDone' : 'checksHint')}</p>
        <ul className={styles.items} aria-label={t('shown.checks')}>
          {due.data.map((item) => (
            <Check key={item.id} item={item} mayWrite={may.write} />
          ))}
        </ul>
      </Scrolled>
    </article>
  );
}

function Check({ item, mayWrite }: { readonly item: LoanItemRow; readonly mayWrite: boolean }) {
  const { t } = useTranslation('loans');
  const nameOf = useTypeName();
  const { act } = useItemActions();
  const [bad, setBad] = useState(false);
  return (
    <li>
      <div className={styles.item}>
        <strong>{item.asset}</strong>
        <span className={styles.said}>
          {[nameOf(item), item.checkedOn && t('lastChecked', { day: item.checkedOn })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {mayWrite ? (
          <span className={styles.deeds}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${item.asset} ${t('deed.checkOk')}`}
              onClick={() => act('checkOk', item)}
            >
              {t('deed.checkOk')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${item.asset} ${t('deed.checkBad')}`}
              onClick={() => setBad(!bad)}
            >
              {t('deed.checkBad')}
            </Button>
          </span>
        ) : null}
      </div>
      {bad ? <ItemReason item={item} why="checkBad" onClose={() => setBad(false)} /> : null}
    </li>
  );
}
