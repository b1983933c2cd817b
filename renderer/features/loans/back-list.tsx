// What came back while the form that takes things back is open: how each came, and the way back.
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CONDITIONS } from '../../../electron/api/loan-states.ts';
import { Tag } from '../../ui/tag.tsx';
import { useLoanActions } from './loan-actions.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import styles from './return-form.module.css';
import { useThingsText } from './type-name.ts';
import { isLatest } from './workplace.ts';
import type { CameBack } from './workplace.ts';

export function BackList({ back }: { readonly back: readonly CameBack[] }) {
  const { t } = useTranslation('loans');
  if (back.length === 0) return <p className={styles.soft}>{t('nothingBack')}</p>;
  return (
    <section className={styles.holder} aria-label={t('cameBackNow')}>
      <h3 className={styles.who}>{t('cameBackNow')}</h3>
      <ul className={styles.back}>
        {back.map((each, index) => (
          <li key={back.length - index}>
            {each.how === 'returned' ? (
              <Returned one={each} fresh={isLatest(back, each, each.loan.id)} />
            ) : (
              <WasHere one={each} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Returned(props: {
  readonly one: Extract<CameBack, { how: 'returned' }>;
  /** Whether nothing of the same loan came back since. */
  readonly fresh: boolean;
}) {
  const { t } = useTranslation('loans');
  const { move } = useLoansDesk();
  const actions = useLoanActions(move);
  const textOf = useThingsText();
  const { loan, name, things, condition } = props.one;
  const what = textOf(things);
  return (
    <>
      <strong>{what}</strong>
      <span className={styles.soft}>{[name, loan.number].filter(Boolean).join(' · ')}</span>
      {props.fresh ? (
        <span className={styles.deeds}>
          <NativeSelect
            size="xs"
            aria-label={t('conditionOf', { what })}
            value={condition}
            data={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
            onChange={(event) => {
              const said = CONDITIONS.find((each) => each === event.currentTarget.value);
              if (said) actions.noteCondition(loan, things, said, condition);
            }}
          />
          <Button size="compact-xs" variant="default" onClick={() => actions.reopen(loan)}>
            {t('reopen')}
          </Button>
        </span>
      ) : (
        <Tag tone="quiet">{t('state.returned')}</Tag>
      )}
    </>
  );
}

/** By the book nobody had it: it is taken in without a loan, and matched later. */
function WasHere({ one: { item } }: { readonly one: Extract<CameBack, { how: 'wasHere' }> }) {
  const { t } = useTranslation('loans');
  const { show } = useLoansDesk();
  const textOf = useThingsText();
  return (
    <>
      <strong>{textOf([{ ...item, count: 1 }])}</strong>
      <Tag tone="warn">{t('wasHere')}</Tag>
      <span className={styles.deeds}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => show({ kind: 'strays', adding: item }, false)}
        >
          {t('addStray')}
        </Button>
      </span>
    </>
  );
}
