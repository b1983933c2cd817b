// The list of loans: who has what, since when, until when, and what is wrong with it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LOAN_VIEWS, LoanRow } from '../../../electron/api/loans.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RegisterList } from '../../app/register/register-list.tsx';
import { inPages, usePages } from '../../app/register/list-pages.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { yuan } from '../../ui/money.ts';
import type { GridColumn } from '../../ui/record-grid.tsx';
import { Tag } from '../../ui/tag.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { LoanStateTag } from './loan-state.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import styles from './loans-list.module.css';
import { useThingsText } from './type-name.ts';

export function LoansList({ view }: { readonly view: (typeof LOAN_VIEWS)[number] }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const { place, move } = useLoansDesk();
  const list = useInfiniteQuery(calls.loans.list.infiniteOptions(inPages(view)));
  const { rows, more } = usePages(list);
  const inherit = useCallback((record: number) => move({ do: 'inherit', record }), [move]);
  const columns = useColumns(view);
  if (list.error) return <Callout tone="bad" announce title={<LoanRefusal error={list.error} />} />;
  if (!list.data) return null;
  if (rows.length === 0) return <EmptyState title={t(`empty.${view}`)} hint={t(`empty.${view}Hint`)} />;
  return (
    <RegisterList
      label={t('list')}
      id="loans"
      rowPrefix="loan"
      view={view}
      rows={rows}
      columns={columns}
      rowClass={styles.row}
      marksOf={marksOf}
      selected={place.selected}
      onSelect={(record) => move({ do: 'select', record })}
      onInherit={inherit}
      onOpen={(loan) => move({ do: 'show', shown: { kind: 'loan', loan, tool: null }, focusAction: false })}
      onEnd={more}
    />
  );
}

function useColumns(view: (typeof LOAN_VIEWS)[number]): readonly GridColumn<LoanRow>[] {
  const { t } = useTranslation(['loans', 'records']);
  const { times } = useProperty();
  const thingsText = useThingsText();
  const over = view === 'all' || view === 'lost';
  return [
    {
      label: t('borrower'),
      className: styles.person,
      cell: (loan) => (
        <strong title={loan.borrowerName ?? undefined}>{loan.borrowerName ?? t('records:erased')}</strong>
      ),
    },
    { label: t('items'), cell: (loan) => thingsText(loan.lines) },
    { label: t('from'), className: styles.from, cell: (loan) => loan.borrowerFrom ?? '–' },
    { label: t('phone'), className: styles.phone, cell: (loan) => loan.borrowerPhone ?? '–' },
    { label: t('lentAt'), className: styles.lent, cell: (loan) => times.short(loan.lentAt) },
    {
      label: over ? t('dueOrBack') : t('due'),
      cell: (loan) => times.short(loan.returnedAt ?? loan.dueAt),
    },
    { label: t('deposit'), className: styles.deposit, cell: (loan) => depositsText(loan) },
    { label: t('number'), className: styles.number, cell: (loan) => loan.number },
    { label: t('stateLabel'), className: styles.state, cell: (loan) => <State loan={loan} /> },
  ];
}

/** What is still held, in one sum. */
function depositsText(loan: LoanRow): string {
  const held = loan.deposits.filter(({ state }) => state === 'held' || state === 'unclaimed');
  return held.length === 0 ? '–' : yuan(held.reduce((sum, { amountFen }) => sum + amountFen, 0));
}

function State({ loan }: { readonly loan: LoanRow }) {
  const { t } = useTranslation('loans');
  return (
    <>
      <LoanStateTag loan={loan} />
      {loan.escalated ? <Tag tone="bad">{t('escalated')}</Tag> : null}
    </>
  );
}

function marksOf({ state, due }: LoanRow) {
  return {
    'data-late': due === 'overdue' || undefined,
    'data-gone': state !== 'open' || undefined,
    'data-voided': state === 'voided' || state === 'taken_back' || undefined,
  } as const;
}
