// The deposits 押金: what is held, what waits for finance, what nobody came for; and how much should be in the till.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPOSIT_VIEWS } from '../../../electron/api/deposits.contract.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RegisterList } from '../../app/register/register-list.tsx';
import { ViewSegments } from '../../app/register/view-segments.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { yuan } from '../../ui/money.ts';
import type { GridColumn } from '../../ui/record-grid.tsx';
import styles from './deposits-list.module.css';
import { LoanRefusal } from './loan-refusal.tsx';
import { DepositStateTag } from './loan-state.tsx';
import { useLoansDesk } from './loans-desk.tsx';

type View = (typeof DEPOSIT_VIEWS)[number];

export function DepositsList() {
  const { t } = useTranslation('deposits');
  const { calls } = useServices();
  const { move, show } = useLoansDesk();
  const { property } = useProperty();
  const [view, setView] = useState<View>('held');
  const [pointed, setPointed] = useState<number | null>(null);
  const list = useQuery(calls.loans.deposits.queryOptions({ input: { view, limit: 500 } }));
  const cash = useQuery(calls.loans.cash.queryOptions());
  const rows = list.data ?? [];
  const columns = useColumns();
  const till = cash.data?.find((row) => row.desk === property.desk.code && row.method === 'cash');

  function open(id: number): void {
    const deposit = rows.find((row) => row.id === id);
    if (!deposit) return;
    setPointed(id);
    move({ do: 'show', shown: { kind: 'loan', loan: deposit.loan, tool: null }, focusAction: false });
  }

  return (
    <>
      <div className={styles.bar}>
        <ViewSegments
          label={t('title')}
          views={DEPOSIT_VIEWS}
          view={view}
          listId="loans"
          wordOf={(each) => t(`view.${each}`)}
          onLook={setView}
        />
        <span className={styles.sum}>
          {t('listSum', {
            count: rows.length,
            amount: yuan(rows.reduce((sum, row) => sum + row.amountFen, 0)),
          })}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => show({ kind: 'cash' }, false)}>
          {till ? t('tillNow', { amount: yuan(till.balanceFen) }) : t('till')}
        </Button>
      </div>
      {list.error ? <Callout tone="bad" announce title={<LoanRefusal error={list.error} />} /> : null}
      {list.data && rows.length === 0 ? (
        <EmptyState title={t(`empty.${view}`)} hint={t(`empty.${view}Hint`)} />
      ) : null}
      {rows.length === 0 ? null : (
        <RegisterList
          label={t('title')}
          id="loans"
          rowPrefix="deposit"
          rows={rows}
          columns={columns}
          rowClass={styles.row}
          selected={pointed}
          onSelect={setPointed}
          onInherit={setPointed}
          onOpen={open}
        />
      )}
    </>
  );
}

function useColumns(): readonly GridColumn<DepositRow>[] {
  const { t } = useTranslation(['deposits', 'records']);
  const { times } = useProperty();
  return [
    { label: t('number'), className: styles.number, cell: (deposit) => deposit.number },
    { label: t('payer'), cell: (deposit) => <strong>{deposit.payerName ?? t('records:erased')}</strong> },
    { label: t('amount'), className: styles.amount, cell: (deposit) => yuan(deposit.amountFen) },
    { label: t('method'), cell: (deposit) => t(`method.${deposit.method}`) },
    { label: t('desk'), className: styles.desk, cell: (deposit) => deposit.desk },
    { label: t('takenAt'), className: styles.taken, cell: (deposit) => times.short(deposit.takenAt) },
    { label: t('stateLabel'), cell: (deposit) => <DepositStateTag state={deposit.state} /> },
  ];
}
