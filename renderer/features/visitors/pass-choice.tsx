// What the visitor carries: a printed pass, a numbered turnstile card 临时卡, or nothing.
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { Opened } from '../../ui/opened.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import styles from './visitor-form.module.css';
import { PASS_KINDS } from './visitor-values.ts';

/** A desk without turnstile cards is offered none, and nobody who is gone is. The next free number stands in the field; any other may be typed. */
export function PassChoice(props: {
  readonly state: VisitorFormState;
  readonly gone: boolean;
  /** Another way on, where there is room for it. */
  readonly beside: ReactNode;
}) {
  const { state, gone } = props;
  const { t } = useTranslation('cards');
  const { calls } = useServices();
  const { form } = state;
  const { pass, card } = form.values;
  const stock = useQuery(calls.visitors.nextCard.queryOptions());
  const next = stock.data?.card ?? '';
  const kinds = PASS_KINDS.filter((kind) => kind !== 'card' || (!gone && (stock.data?.onFile ?? 0) > 0));
  return (
    <>
      <div className={styles.passRow}>
        <ChoiceChips
          label={t('pass')}
          value={pass}
          beside
          choices={kinds.map((value) => ({ value, label: t(`pass.${value}`) }))}
          onChange={(chosen) => form.setValues({ pass: chosen, card: chosen === 'card' ? next : '' })}
        />
        {props.beside}
      </div>
      {pass === 'card' ? (
        <Opened>
          <TextInput
            label={t('cardNumber')}
            value={card}
            error={state.error('card')}
            data-field="card"
            autoComplete="off"
            placeholder={next === '' ? t('noneFree') : next}
            onChange={(event) => form.setFieldValue('card', event.currentTarget.value)}
          />
        </Opened>
      ) : null}
    </>
  );
}
