// Whoever borrows 借用人: recent first, by the tail of a phone, name or unit; or somebody new, put on file with the loan.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { SearchField } from '../../app/search-field.tsx';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import entry from '../../ui/entry-form.module.css';
import found from '../../ui/search-field.module.css';
import { Tag } from '../../ui/tag.tsx';
import { newPersonOf } from './lend-values.ts';
import type { LendValues, NewPerson } from './lend-values.ts';

export function BorrowerField(props: {
  readonly values: Pick<LendValues, 'borrower' | 'person'>;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (changed: Pick<LendValues, 'borrower' | 'person'>) => void;
}) {
  const { t } = useTranslation('keys');
  const { values, error, onChange } = props;
  const { borrower, person } = values;
  const { calls } = useServices();
  const [text, setText] = useState('');
  if (person) {
    return (
      <PersonFields
        person={person}
        error={error}
        onChange={(next) => onChange({ borrower: null, person: next })}
        onBack={() => onChange({ borrower: null, person: null })}
      />
    );
  }
  return (
    <div className={entry.tailed}>
      <SearchField
        label={t('borrower')}
        required
        eager
        value={borrower ? (borrower.name ?? '') : text}
        searching={borrower === null}
        error={error('borrower')}
        data-field="borrower"
        description={borrower ? [borrower.from, borrower.phone].filter(Boolean).join(' · ') : undefined}
        unknown={t('borrowerUnknown')}
        suggestions={t('suggestions')}
        ask={(typed) => calls.borrowers.find.queryOptions({ input: { text: typed } })}
        idOf={({ pick }) => JSON.stringify(pick)}
        lineOf={borrowerLine}
        onType={(typed) => {
          setText(typed);
          if (borrower) onChange({ borrower: null, person: null });
        }}
        onChoose={(chosen) => onChange({ borrower: chosen, person: null })}
      />
      <Button variant="default" onClick={() => onChange({ borrower: null, person: newPersonOf(text) })}>
        {t('newBorrower')}
      </Button>
    </div>
  );
}

function PersonFields(props: {
  readonly person: NewPerson;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (person: NewPerson) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('keys');
  const { person, error, onChange, onBack } = props;
  const text = (field: Exclude<keyof NewPerson, 'kind'>, label: string, required = false) => (
    <TextInput
      label={label}
      value={person[field]}
      error={error(field)}
      data-field={field}
      required={required}
      autoComplete="off"
      onChange={(event) => onChange({ ...person, [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div className={entry.tailed}>
        <ChoiceChips
          label={t('borrower')}
          value={person.kind}
          choices={(['contractor', 'walkIn'] as const).map((value) => ({
            value,
            label: t(`borrowerKind.${value}`),
          }))}
          onChange={(kind) => onChange({ ...person, kind })}
        />
        <Button variant="default" onClick={onBack}>
          {t('onFile')}
        </Button>
      </div>
      <div className={entry.pair}>
        {text('name', t('personName'), true)}
        {text('phone', t('phone'), true)}
      </div>
      <div className={entry.pair}>
        {text('company', t('company'))}
        {text('documentNumber', t('documentNumber'))}
      </div>
    </>
  );
}

function borrowerLine(row: BorrowerRow) {
  return <BorrowerLine row={row} />;
}

/** Who holds something overdue is flagged before they are chosen. */
function BorrowerLine({ row: { name, from, phone, overdue } }: { readonly row: BorrowerRow }) {
  const { t } = useTranslation('keys');
  return (
    <>
      <span className={found.name}>{name}</span>
      <span className={found.where}>{[from, phone].filter(Boolean).join(' · ')}</span>
      {overdue > 0 ? <Tag tone="bad">{t('due.overdue')}</Tag> : null}
    </>
  );
}
