// A borrower who is on no file: a name and the whole phone, once.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { TextField } from '../../ui/text-field.tsx';
import entry from '../../ui/entry-form.module.css';
import type { NewPerson } from './borrower-choice.ts';
import styles from './borrower-pick.module.css';

export function Newcomer(props: {
  readonly person: NewPerson;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (person: NewPerson) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('lending');
  const { person, error, onChange, onBack } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  // What is there already is gone on with: the end of a phone becomes the whole of it.
  const isBegun = person.name !== '' || (person.phone !== '' && person.phone.length < 11);
  const beginsAt = useRef(isBegun ? 'phone' : 'name');
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-field="${beginsAt.current}"]`)?.focus();
  }, []);

  const text = (field: Exclude<keyof NewPerson, 'kind'>, more: object = {}) => (
    <TextField
      label={t(field)}
      value={person[field]}
      field={field}
      error={error}
      onChange={(next) => onChange({ ...person, [field]: next })}
      {...more}
    />
  );
  return (
    <fieldset ref={box} className={styles.new}>
      <legend>{t('newBorrower')}</legend>
      <div className={entry.pair}>
        {text('name', { required: true })}
        {text('phone', { inputMode: 'tel', required: true, placeholder: t('phoneWhole') })}
      </div>
      <div className={entry.pair}>
        {text('company')}
        <ChoiceChips
          label={t('borrowerKind')}
          value={person.kind}
          choices={(['contractor', 'walkIn'] as const).map((value) => ({
            value,
            label: t(`borrowerKind.${value}`),
          }))}
          onChange={(kind) => onChange({ ...person, kind })}
        />
      </div>
      <Button className={styles.back ?? ''} size="compact-sm" variant="subtle" onClick={onBack}>
        {t('otherBorrower')}
      </Button>
    </fieldset>
  );
}
