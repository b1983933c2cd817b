// What is written down about a loan: its keys line by line, who has them, until when, and who was called.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import styles from '../../ui/record-panel.module.css';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { inFours } from '../../ui/in-fours.ts';
import { Tag } from '../../ui/tag.tsx';
import own from './keys.module.css';
import { useKeysDesk } from './keys-desk.tsx';

interface Facts {
  readonly loan: KeyLoanDetail;
  /** Somebody lost this key of the loan; not there where that is not theirs to enter. */
  readonly onLose?: (key: number) => void;
}

export function LoanFacts({ loan, onLose }: Facts) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const at = (ms: number | null): string | null => (ms === null ? null : times.short(ms));
  const facts: readonly Fact[] = [
    [t('number'), loan.number],
    [t('slipCode'), inFours(loan.slipCode)],
    [t('phone'), loan.borrowerPhone],
    [t('company'), loan.borrowerFrom],
    [t('authorisedBy'), loan.authorisedByName],
    [t('purpose'), loan.purpose],
    [t('lentAt'), `${times.short(loan.lentAt)} ${loan.desk}`],
    [t('due'), at(loan.dueAt)],
    [t('returnedAt'), at(loan.returnedAt)],
    [t('broughtBy'), loan.broughtBy],
    [t('barredBy'), loan.bars.map((bar) => t(`bar.${bar}`)).join(' · ')],
    [t('overrideReason'), loan.overrideReason],
    [t('nextCall'), loan.state === 'open' ? at(loan.followUp.nextAt) : null],
    [t('remarks'), loan.remarks],
  ];
  return (
    <>
      <p className={styles.marks}>
        {loan.signed ? <Tag tone="good">{t('signed')}</Tag> : null}
        {loan.slipPrints > 0 ? <Tag tone="quiet">{t('slipPrints', { count: loan.slipPrints })}</Tag> : null}
      </p>
      <LoanLines loan={loan} {...(onLose ? { onLose } : {})} />
      <FactList facts={facts} />
      <Calls loan={loan} />
    </>
  );
}

function LoanLines({ loan, onLose }: Facts) {
  const { t } = useTranslation('keys');
  const { show } = useKeysDesk();
  return (
    <ul className={own.lines} aria-label={t('key')}>
      {loan.lines.map(({ key, code, name, pieces, back, lost }) => (
        <li key={key}>
          <strong>{name ?? code}</strong>
          {name === null ? null : <span className={own.soft}>{code}</span>}
          {pieces > 1 && back === 0 ? (
            <span className={own.soft}>{t('piecesOf', { count: pieces })}</span>
          ) : null}
          {back > 0 && back < pieces ? <Tag tone="warn">{t('piecesBack', { back, pieces })}</Tag> : null}
          {back >= pieces ? <Tag tone="quiet">{t('loan.returned')}</Tag> : null}
          {lost ? <Tag tone="bad">{t('key.lost')}</Tag> : null}
          <Button
            className={own.toKey ?? ''}
            size="compact-xs"
            variant="subtle"
            onClick={() => show({ kind: 'key', id: key }, false)}
          >
            {t('keyDetails')}
          </Button>
          {onLose && loan.state === 'open' && !lost && back < pieces ? (
            <Button size="compact-xs" variant="subtle" onClick={() => onLose(key)}>
              {t('lose')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Calls({ loan: { followUp } }: { readonly loan: KeyLoanDetail }) {
  const { t } = useTranslation(['keys', 'lending']);
  const { times } = useProperty();
  if (followUp.calls.length === 0) return null;
  return (
    <section aria-label={t('calls')} className={own.calls}>
      <h3 className={own.subtitle}>{t('calls')}</h3>
      <ul className={own.lines}>
        {followUp.calls.map((call) => (
          <li key={call.at}>
            <time dateTime={new Date(call.at).toISOString()}>{times.short(call.at)}</time>
            <span>{call.name ?? t(`lending:role.${call.role}`)}</span>
            <strong>{t(`lending:result.${call.result}`)}</strong>
            {call.promisedAt === null ? null : <span>{times.short(call.promisedAt)}</span>}
            {call.note === null ? null : <span className={own.soft}>{call.note}</span>}
            <span className={own.soft}>{call.staffName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
