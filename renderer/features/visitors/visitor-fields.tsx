// The fields of a visitor (registers.md §3), in the order in which a desk asks for them.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TYPES } from '../../../electron/api/identity.ts';
import type { CardReading } from '../../../electron/api/identity.ts';
import { PURPOSES } from '../../../electron/api/visit-states.ts';
import { usePolicies } from '../../app/policies.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CardQuestion } from './card-comparison.tsx';
import { HostAndUnits } from './host-and-units.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import entry from '../../ui/entry-form.module.css';
import styles from './visitor-form.module.css';
import { asksNationality, withDocumentNumber, withDocumentType } from './visitor-values.ts';

export function VisitorFields(props: {
  readonly state: VisitorFormState;
  readonly card: CardReading | null;
  /**
   * The host vouches for whoever shows no document; a pre-registration shows none yet, and an amendment leaves as it
   * is what was shown.
   */
  readonly vouching: boolean;
  /** Asked once it is known whom the visitor wants to see, and why. */
  readonly afterPurpose?: ReactNode;
  /** Asked where the form may do without a document. */
  readonly afterDocument?: ReactNode;
  /** A tick of the form's own, with what belongs to it. */
  readonly besideTicks?: ReactNode;
  /** The number on file of the visit that the form is about, masked; it counts where none is typed. */
  readonly onFile: string | null;
  /** The document is on the counter now: what is on file is to be compared with it. */
  readonly shown: boolean;
}) {
  const { t } = useTranslation(['visitors', 'identity']);
  const { state, card, onFile } = props;
  const { form, error } = state;
  const { values } = form;
  const unproven = props.vouching && values.documentType === 'none';
  const asked = usePolicies()['document.asked'][values.purpose];
  const text = (field: 'phone' | 'company' | 'nationality' | 'plate' | 'items' | 'remarks') => (
    <TextField
      label={t(field)}
      value={values[field]}
      field={field}
      error={error}
      onChange={(next) => form.setFieldValue(field, next)}
    />
  );

  return (
    <>
      <TextField
        label={t('name')}
        value={values.name}
        field="name"
        error={error}
        required
        onChange={(next) => form.setFieldValue('name', next)}
      />
      <CardQuestion card={card} state={state} field="name" />
      <HostAndUnits state={state} vouching={unproven && asked !== 'required'} />
      <ChoiceChips
        label={t('purpose')}
        value={values.purpose}
        choices={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        onChange={(purpose) => form.setFieldValue('purpose', purpose)}
      />
      {props.afterPurpose}
      <div className={entry.pair}>
        <NativeSelect
          label={t('documentType')}
          value={values.documentType}
          data={DOCUMENT_TYPES.map((value) => ({ value, label: t(`identity:documentType.${value}`) }))}
          data-field="documentType"
          onChange={(event) => form.setValues(withDocumentType(values, event.currentTarget.value))}
        />
        <TextInput
          label={t('documentNumber')}
          value={values.documentNumber}
          error={error('documentNumber')}
          data-field="documentNumber"
          autoComplete="off"
          placeholder={onFile ?? (unproven && asked !== 'required' ? t('vouchHint') : undefined)}
          onChange={(event) => {
            form.clearFieldError('documentNumber');
            form.setValues(withDocumentNumber(values, event.currentTarget.value, state.base.documentType));
          }}
        />
      </div>
      <CardQuestion card={card} state={state} field="documentNumber" />
      {unproven && asked === 'required' ? <p className={entry.note}>{t('documentRequiredNote')}</p> : null}
      {props.shown && onFile !== null && values.documentType === state.base.documentType ? (
        <p className={entry.note} hidden={values.documentNumber !== ''}>
          {t('expectedDocumentNote', { number: onFile })}
        </p>
      ) : null}
      {props.afterDocument}
      {asksNationality(values.documentType) ? text('nationality') : null}
      <div className={styles.reached}>
        {text('phone')}
        {text('company')}
        {text('plate')}
      </div>
      <div className={styles.brought}>
        {text('items')}
        {text('remarks')}
        <TextInput
          label={t('children')}
          placeholder={t('childrenHint')}
          value={values.children}
          error={error('children')}
          data-field="children"
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => form.setFieldValue('children', event.currentTarget.value)}
        />
      </div>
      <div className={entry.ticks}>
        <Checkbox
          label={t('needsHelp')}
          checked={values.needsHelp}
          onChange={(event) => form.setFieldValue('needsHelp', event.currentTarget.checked)}
        />
        {props.besideTicks}
      </div>
    </>
  );
}
