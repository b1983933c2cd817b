// The money that was taken with a loan: how it stands, and what can be done with it.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenDeposit } from '../../../electron/api/deposit-states.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useDepositActions } from './deposit-actions.tsx';
import { DepositSettlement } from './deposit-settlement.tsx';
import styles from './loan-panel.module.css';
import { DepositStateTag } from './loan-state.tsx';
import type { MayDo } from './may-do.ts';
import { PayShortfall } from './pay-shortfall.tsx';
import { RefundDone } from './refund-done.tsx';
import { ReverseDeposit } from './reverse-deposit.tsx';

export function LoanDeposits(props: { readonly loan: LoanDetail; readonly may: MayDo }) {
  const { t } = useTranslation('deposits');
  const { loan, may } = props;
  if (loan.deposits.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{t('title')}</h3>
      {loan.deposits.map((deposit) => (
        <OneDeposit key={deposit.id} deposit={deposit} may={may} />
      ))}
    </section>
  );
}

type DepositTool = 'refundDone' | 'reverse' | 'payShortfall';

function OneDeposit({ deposit, may }: { readonly deposit: DepositRow; readonly may: MayDo }) {
  const { t } = useTranslation('deposits');
  const { times } = useProperty();
  const { calls } = useServices();
  const detail = useQuery(calls.loans.deposit.queryOptions({ input: { deposit: deposit.id } })).data;
  const actions = useDepositActions();
  const [tool, setTool] = useState<DepositTool | null>(null);
  const { refundedFen, deductedFen, shortfallFen, shortfallPaidFen, offeredFen, state } = deposit;
  const tools: readonly (DepositTool | false)[] = [
    state === 'refund_pending' && 'refundDone',
    offeredFen > 0 && 'reverse',
    shortfallFen > shortfallPaidFen && 'payShortfall',
  ];
  const close = (): void => setTool(null);
  const sums = [
    ['refunded', refundedFen],
    ['deducted', deductedFen],
    ['pendingSum', deposit.pendingFen],
    ['shortfall', shortfallFen],
    ['shortfallPaid', shortfallPaidFen],
    ['offered', offeredFen],
  ] as const;
  return (
    <>
      <div className={styles.deposit}>
        <span className={styles.stacked}>
          <strong>{deposit.number}</strong>
          <span className={styles.soft}>
            {[t(`method.${deposit.method}`), deposit.desk, times.short(deposit.takenAt)].join(' · ')}
          </span>
        </span>
        <span className={styles.money}>{yuan(deposit.amountFen)}</span>
        <DepositStateTag state={state} />
      </div>
      <p className={styles.sums}>
        {sums.map(([word, fen]) =>
          fen === 0 ? null : (
            <span key={word}>
              {t(word)}
              <strong>{yuan(fen)}</strong>
            </span>
          ),
        )}
      </p>
      {may.write ? (
        <div className={styles.tools}>
          {tools.map((each) =>
            each === false ? null : (
              <Button
                key={each}
                size="compact-sm"
                variant="default"
                aria-pressed={each === tool}
                onClick={() => setTool(each === tool ? null : each)}
              >
                {t(each)}
              </Button>
            ),
          )}
          {detail?.mayUndo ? (
            <Button size="compact-sm" variant="default" onClick={() => actions.undoSettle(deposit)}>
              {t('undoSettle')}
            </Button>
          ) : null}
          {detail?.mayUndoShortfall ? (
            <Button size="compact-sm" variant="default" onClick={() => actions.undoShortfall(deposit)}>
              {t('undoShortfall')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => actions.reprint(deposit)}>
            {t(isOpenDeposit(deposit) ? 'reprintReceipt' : 'reprintRefund')}
          </Button>
        </div>
      ) : null}
      {tool === 'refundDone' ? <RefundDone deposit={deposit} onClose={close} /> : null}
      {tool === 'reverse' ? (
        <ReverseDeposit deposit={deposit} mayDecide={may.decide} onClose={close} />
      ) : null}
      {tool === 'payShortfall' ? <PayShortfall deposit={deposit} onClose={close} /> : null}
      {detail ? <DepositSettlement deposit={detail} /> : null}
    </>
  );
}
