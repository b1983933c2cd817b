// What is written down about a loan: what went out and what is back, who has it, when it is due, who was called.
import { useTranslation } from 'react-i18next';
import type { LoanDetail, LoanLineRow } from '../../../electron/api/loans.contract.ts';
import { useProperty } from '../../app/property.ts';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { inFours } from '../../ui/in-fours.ts';
import { Tag } from '../../ui/tag.tsx';
import panel from '../../ui/record-panel.module.css';
import styles from './loan-panel.module.css';
import { useTypeName } from './type-name.ts';

export function LoanFacts({ loan }: { readonly loan: LoanDetail }) {
  const { t } = useTranslation('loans');
  const { times } = useProperty();
  const facts: readonly Fact[] = [
    [t('number'), loan.number],
    [t('code'), inFours(loan.slipCode)],
    [t('phone'), loan.borrowerPhone],
    [t('from'), loan.borrowerFrom],
    [t('lentAt'), `${times.short(loan.lentAt)} · ${loan.desk}`],
    [t('dueAt'), times.short(loan.dueAt)],
    [t('returnedAt'), loan.returnedAt === null ? null : times.short(loan.returnedAt)],
    [t('waived'), loan.waived],
    [t('letThrough'), loan.bars.map((bar) => t(`bar.${bar}`)).join(' ') || null],
    [t('nextCall'), loan.nextCallAt === null ? null : times.short(loan.nextCallAt)],
    [t('remarks'), loan.remarks],
  ];
  return (
    <>
      {loan.escalated || loan.signed ? (
        <p className={panel.marks}>
          {loan.escalated ? <Tag tone="bad">{t('escalated')}</Tag> : null}
          {loan.signed ? <Tag tone="quiet">{t('signed')}</Tag> : null}
        </p>
      ) : null}
      <ul className={styles.lines} aria-label={t('items')}>
        {loan.lines.map((line) => (
          <Line key={line.line} line={line} open={loan.state === 'open'} />
        ))}
      </ul>
      <FactList facts={facts} />
    </>
  );
}

function Line({ line, open }: { readonly line: LoanLineRow; readonly open: boolean }) {
  const { t } = useTranslation('loans');
  const nameOf = useTypeName();
  const { count, back, lost, condition } = line;
  const out = count - back - lost;
  return (
    <li>
      <strong>{[nameOf(line), line.asset].filter(Boolean).join(' ')}</strong>
      {count > 1 ? <span>×{count}</span> : null}
      <span className={styles.marks}>
        {open && out > 0 ? (
          <Tag tone="info">{count > 1 ? t('stillOut', { count: out }) : t('state.open')}</Tag>
        ) : null}
        {back > 0 ? (
          <Tag tone="quiet">{count > 1 ? t('cameBack', { count: back }) : t('state.returned')}</Tag>
        ) : null}
        {lost > 0 ? (
          <Tag tone="bad">{count > 1 ? t('wereLost', { count: lost }) : t('state.lost')}</Tag>
        ) : null}
        {condition === null || condition === 'ok' ? null : (
          <Tag tone="warn">{t(`condition.${condition}`)}</Tag>
        )}
      </span>
    </li>
  );
}
