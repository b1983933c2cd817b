// A borrower who is on no file: the whole phone and a name, once.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newcomer, phoneDigits } from './borrower-choice.ts';
import type { Chosen } from './borrower-choice.ts';
import styles from './borrower-field.module.css';
import type { ErrorOf } from './loan-tool.tsx';

export function Newcomer(props: {
  /** What nobody was found by: a phone or its end begins the phone, anything else the name. */
  readonly typed: string;
  readonly error: ErrorOf;
  readonly onPick: (borrower: Chosen | null) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('loans');
  const { typed, error, onPick, onBack } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const [values, setValues] = useState(() => {
    const digits = phoneDigits(typed);
    return { phone: digits ?? '', name: digits === null ? typed : '', company: '' };
  });
  useEffect(() => {
    const [phone, name] = box.current?.querySelectorAll('input') ?? [];
    (phone?.value.length === 11 ? name : phone)?.focus();
  }, []);

  function change(changed: Partial<typeof values>): void {
    const next = { ...values, ...changed };
    setValues(next);
    onPick(newcomer(next));
  }

  const text = (field: keyof typeof values, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={values[field]}
      error={error(field)}
      data-field={field}
      autoComplete="off"
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <fieldset ref={box} className={styles.new}>
      <legend>{t('newBorrower')}</legend>
      <div className={styles.pair}>
        {text('phone', t('phone'), {
          inputMode: 'tel',
          required: true,
          error: error('phone') ?? error('borrower'),
          placeholder: t('phoneWhole'),
        })}
        {text('name', t('name'), { required: true })}
      </div>
      <div className={styles.pair}>
        {text('company', t('company'))}
        <Button size="compact-sm" variant="subtle" w="fit-content" mt={26} onClick={onBack}>
          {t('otherBorrower')}
        </Button>
      </div>
    </fieldset>
  );
}
