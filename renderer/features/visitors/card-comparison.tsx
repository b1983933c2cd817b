// The card beside the person: what it says for the eye to compare, and what the desk has to look at.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardReading } from '../../../electron/api/identity.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './card-comparison.module.css';
import { acceptFromCard } from './card-merge.ts';
import type { VisitorFormState } from './visitor-form-state.ts';

export function CardComparison({ card }: { readonly card: CardReading }) {
  const { t } = useTranslation('identity');
  const facts = [
    { label: t('card.sex'), value: card.sex === null ? null : t(`sex.${card.sex}`) },
    { label: t('card.birthDate'), value: card.birthDate },
    { label: t('card.validTo'), value: card.validTo === 'longTerm' ? t('card.longTerm') : card.validTo },
    { label: t('card.englishName'), value: card.englishName },
    { label: t('card.nationality'), value: card.nationality },
    { label: t('card.address'), value: card.address, wide: true },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <section className={styles.card} aria-label={t('card.title')}>
      <header className={styles.head}>
        <strong>{t('card.title')}</strong>
        <span>{t('card.notKept')}</span>
      </header>
      <dl className={styles.facts}>
        {facts.map(({ label, value, wide }) => (
          <div key={label} className={wide ? styles.wide : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {card.expired ? <Callout tone="warn" announce title={t('card.expired')} /> : null}
      {card.nameFlag ? <Callout tone="warn" announce title={t(`card.nameFlag.${card.nameFlag}`)} /> : null}
    </section>
  );
}

/** Asks beside a field, where the card says other than what was typed. */
export function CardQuestion(props: {
  readonly card: CardReading | null;
  readonly state: VisitorFormState;
  readonly field: 'name' | 'documentNumber';
}) {
  const { t } = useTranslation('identity');
  const { card, state, field } = props;
  const conflict = state.conflicts.find((each) => each.field === field);
  if (!conflict || !card) return null;
  return (
    <Callout tone="info" announce title={t('card.differs', { value: conflict.value })}>
      <Button
        size="compact-sm"
        variant="default"
        w="fit-content"
        onClick={() => {
          state.form.setValues(acceptFromCard(state.form.values, card, field));
          state.settle(field);
        }}
      >
        {t('card.use')}
      </Button>
      <Button size="compact-sm" variant="default" w="fit-content" onClick={() => state.settle(field)}>
        {t('card.keep')}
      </Button>
    </Callout>
  );
}
