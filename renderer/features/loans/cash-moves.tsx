// What was put into the till and handed on, newest first; a slip of the hand is taken back within ten minutes.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CashMoveRow } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import styles from './cash-panel.module.css';
import { DepositLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

const SHOWN = 20;

export function CashMoves({ mayTakeBack }: { readonly mayTakeBack: boolean }) {
  const { t } = useTranslation('deposits');
  const { calls, api } = useServices();
  const { times } = useProperty();
  const notices = useNotices();
  const moves = useQuery(calls.loans.cashMoves.queryOptions({ input: { limit: SHOWN } }));
  const rows = moves.data ?? [];
  if (rows.length === 0) return null;

  function takeBack({ id, amountFen }: CashMoveRow): void {
    api.loans.takeBackMove({ commandId: uuidV7(), move: id }).then(
      () => notices.show({ tone: 'good', body: <DepositLine did="moveTakenBackDone" fen={amountFen} /> }),
      (error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }),
    );
  }

  return (
    <section>
      <h3 className={styles.title}>{t('moves')}</h3>
      <ul className={styles.moves} aria-label={t('moves')}>
        {rows.map((row) => (
          <li key={row.id} data-gone={row.takenBack || undefined}>
            <span>{times.short(row.at)}</span>
            <span>
              {[t(`move.${row.kind}`), row.desk, t(`method.${row.method}`), row.receiver]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <strong>{yuan(row.amountFen)}</strong>
            {row.mayTakeBack && mayTakeBack ? (
              <Button size="compact-xs" variant="default" onClick={() => takeBack(row)}>
                {t('takeBackMove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
