// The till: per desk and way of paying, what should be there; the float, and what finance was handed.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { yuan } from '../../ui/money.ts';
import panel from '../../ui/record-panel.module.css';
import { Scrolled } from '../../ui/scrolled.tsx';
import { CashMoves } from './cash-moves.tsx';
import styles from './cash-panel.module.css';
import { HandIn } from './hand-in.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import type { MayDo } from './may-do.ts';
import { SetFloat } from './set-float.tsx';
import { ToFinance } from './to-finance.tsx';

type CashTool = 'setFloat' | 'handIn' | 'toFinance';

export function CashPanel({ may }: { readonly may: MayDo }) {
  const { t } = useTranslation(['deposits', 'records']);
  const { calls } = useServices();
  const { property } = useProperty();
  const cash = useQuery(calls.loans.cash.queryOptions());
  const unclaimed = useQuery(calls.loans.deposits.queryOptions({ input: { view: 'unclaimed', limit: 200 } }));
  const [tool, setTool] = useState<CashTool | null>(null);
  if (cash.error) return <Callout tone="bad" announce title={<LoanRefusal error={cash.error} />} />;
  if (!cash.data) return <EmptyState title={t('records:loading')} />;
  const here = unclaimed.data?.filter(({ desk }) => desk === property.desk.code) ?? [];
  const rows = cash.data.toSorted(
    (a, b) => Number(b.desk === property.desk.code) - Number(a.desk === property.desk.code),
  );
  const tools: readonly CashTool[] =
    here.length > 0 ? ['setFloat', 'handIn', 'toFinance'] : ['setFloat', 'handIn'];
  const close = (): void => setTool(null);
  return (
    <article className={panel.panel} aria-label={t('till')}>
      <header className={panel.head}>
        <h2 className={panel.name}>{t('till')}</h2>
      </header>
      {may.cash ? (
        <div className={panel.actions}>
          {tools.map((each) => (
            <Button
              key={each}
              size="xs"
              variant="default"
              aria-pressed={each === tool}
              onClick={() => setTool(each === tool ? null : each)}
            >
              {t(each)}
            </Button>
          ))}
        </div>
      ) : null}
      <Scrolled className={panel.body}>
        {tool === 'setFloat' ? <SetFloat onClose={close} /> : null}
        {tool === 'handIn' ? <HandIn rows={rows} onClose={close} /> : null}
        {tool === 'toFinance' ? <ToFinance deposits={here.map(({ id }) => id)} onClose={close} /> : null}
        {rows.map((row) => (
          <TillRow key={`${row.desk}-${row.method}`} row={row} own={row.desk === property.desk.code} />
        ))}
        <CashMoves mayTakeBack={may.cash} />
      </Scrolled>
    </article>
  );
}

function TillRow({ row, own }: { readonly row: CashRow; readonly own: boolean }) {
  const { t } = useTranslation('deposits');
  const sums = [
    ['', 'float', row.floatFen],
    ['+', 'received', row.receivedFen],
    ['−', 'paidOut', row.refundedFen],
    ['−', 'handedIn', row.handedInFen],
  ] as const;
  return (
    <section className={styles.row} data-own={own || undefined}>
      <h3 className={styles.title}>
        {row.desk} · {t(`method.${row.method}`)}
        <strong>{yuan(row.balanceFen)}</strong>
      </h3>
      <p className={styles.sums}>
        {sums.map(([sign, word, fen]) => (
          <span key={word}>
            {sign} {t(word)} {yuan(fen)}
          </span>
        ))}
        <span>= {yuan(row.balanceFen)}</span>
        <span>{t('heldOfIt', { amount: yuan(row.heldFen) })}</span>
        {/* What was paid by phone or card lies in no drawer. */}
        {own && row.method === 'cash' ? (
          <span>{t('freeOfIt', { amount: yuan(row.freeFen), float: yuan(row.floatFen) })}</span>
        ) : null}
      </p>
    </section>
  );
}
