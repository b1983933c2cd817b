// The fields of an approval 主管审批, the same under every action that asks for one.
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { TimeField } from '../../ui/time-fields.tsx';
import styles from './approval.module.css';
import { waysFor } from './approval-values.ts';
import type { ApprovalValues } from './approval-values.ts';
import type { ApprovalInForm } from './use-approval.ts';

/** `error` answers the sentence beside a field. Fields carry `data-field`, as in the form around them. */
export function ApprovalFields(props: {
  readonly approval: ApprovalInForm;
  readonly error: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('approvals');
  const { right, values, change } = props.approval;

  function field(name: keyof ApprovalValues, label: string, more: object = {}): ReactNode {
    return (
      <TextInput
        label={label}
        value={values[name]}
        error={props.error(name)}
        data-field={name}
        autoComplete="off"
        onChange={(event) => change({ [name]: event.currentTarget.value })}
        {...more}
      />
    );
  }

  const approver = field('approver', t('approverNumber'), { inputMode: 'numeric' });
  return (
    <fieldset className={styles.approval}>
      <legend>{t('title')}</legend>
      <div className={styles.whole}>
        <ChoiceChips
          label={t('way')}
          choices={waysFor(right).map((value) => ({ value, label: t(`way.${value}`) }))}
          value={values.way}
          onChange={(way) => change({ way })}
        />
      </div>
      {values.way === 'spot' ? (
        <>
          {approver}
          {field('pin', t('approverPin'), { type: 'password', inputMode: 'numeric' })}
        </>
      ) : null}
      {values.way === 'phone' ? (
        <>
          {approver}
          <TimeField
            label={t('calledAt')}
            value={values.calledAt}
            error={props.error('calledAt')}
            data-field="calledAt"
            onChange={(calledAt) => change({ calledAt })}
          />
          {field('called', t('called'), { inputMode: 'tel' })}
          <p className={styles.hint}>{t('phoneHint')}</p>
        </>
      ) : null}
      {values.way === 'code' ? (
        <>
          {field('code', t('code'), { inputMode: 'numeric' })}
          <p className={styles.hint}>{t('codeHint')}</p>
        </>
      ) : null}
      {values.way === 'emergency' ? (
        <>
          {field('witness', t('witness'))}
          <p className={styles.hint}>{t('emergencyHint')}</p>
        </>
      ) : null}
    </fieldset>
  );
}
