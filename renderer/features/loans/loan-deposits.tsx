// The money that was taken with a loan: how it stands, and what can be done with it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { yuan } from '../../ui/money.ts';
import { useDepositActions } from './deposit-actions.tsx';
import styles from './loan-panel.module.css';
import { DepositStateTag } from './loan-state.tsx';
import type { MayDo } from './may-do.ts';
import { RefundDone } from './refund-done.tsx';

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

function OneDeposit({ deposit, may }: { readonly deposit: DepositRow; readonly may: MayDo }) {
  const { t } = useTranslation('deposits');
  const { times } = useProperty();
  const actions = useDepositActions();
  const [paying, setPaying] = useState(false);
  const { refundedFen, deductedFen, shortfallFen, state } = deposit;
  const sums = [
    ['refunded', refundedFen],
    ['deducted', deductedFen],
    ['pendingSum', deposit.pendingFen],
    ['shortfall', shortfallFen],
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
          {state === 'refund_pending' ? (
            <Button size="compact-sm" variant="default" onClick={() => setPaying(!paying)}>
              {t('refundDone')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => actions.reprint(deposit)}>
            {t(state === 'held' ? 'reprintReceipt' : 'reprintRefund')}
          </Button>
        </div>
      ) : null}
      {paying ? <RefundDone deposit={deposit} onClose={() => setPaying(false)} /> : null}
    </>
  );
}
