// What is on file about a key, and who had it last.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyLoanRow, KeyRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { Callout } from '../../ui/callout.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { inFours } from '../../ui/in-fours.ts';
import styles from '../../ui/record-panel.module.css';
import own from './keys.module.css';
import { useHookName } from './cabinet-name.ts';
import { opensOf } from './key-words.ts';
import { useKeysDesk } from './keys-desk.tsx';
import { LoanStateTags } from './state-tags.tsx';

export function KeyFacts({
  record,
}: {
  readonly record: KeyRow & { readonly loans: readonly KeyLoanRow[] };
}) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const { show } = useKeysDesk();
  const hookOf = useHookName();
  const facts: readonly Fact[] = [
    [t('code'), record.code],
    [t('tag'), inFours(record.tag)],
    [t('opens'), opensOf(record)],
    [t('kind'), t(`kind.${record.kind}`)],
    [t('pieces'), record.pieces > 1 ? String(record.pieces) : null],
    [t('place'), hookOf(record)],
    [t('desk'), record.desk === record.homeDesk ? null : record.desk],
    [t('toDesk'), record.transferTo],
    [t('seal'), record.seal],
    [t('borrower'), record.borrowerName],
    [t('due'), record.dueAt === null ? null : times.short(record.dueAt)],
  ];
  return (
    <>
      {record.instruction === null ? null : (
        <Callout tone="info" title={t('instruction')}>
          {record.instruction}
        </Callout>
      )}
      <FactList facts={facts} />
      <section aria-label={t('latestLoans')} className={own.calls}>
        <h3 className={own.subtitle}>{t('latestLoans')}</h3>
        {record.loans.length === 0 ? <p className={styles.toolHint}>{t('neverLent')}</p> : null}
        <ul className={own.lines}>
          {record.loans.map((loan) => (
            <li key={loan.id}>
              <span>{times.short(loan.lentAt)}</span>
              <strong>{loan.borrowerName ?? '–'}</strong>
              <LoanStateTags loan={loan} />
              <Button
                className={own.toKey ?? ''}
                size="compact-xs"
                variant="subtle"
                onClick={() => show({ kind: 'loan', id: loan.id }, false)}
              >
                {loan.number}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
