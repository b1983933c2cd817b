// Whoever borrows 借用人: recent first, by the tail of a phone, name or unit.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { SearchField } from '../../app/search-field.tsx';
import { useServices } from '../../app/services.ts';
import styles from '../../ui/search-field.module.css';

export function BorrowerField(props: {
  readonly value: BorrowerRow | null;
  readonly error: string | undefined;
  readonly onPick: (borrower: BorrowerRow | null) => void;
}) {
  const { t } = useTranslation('keys');
  const { value, error, onPick } = props;
  const { calls } = useServices();
  const [text, setText] = useState('');
  return (
    <SearchField
      label={t('borrower')}
      required
      eager
      value={value ? (value.name ?? '') : text}
      searching={value === null}
      error={error}
      data-field="borrower"
      description={value ? [value.from, value.phone].filter(Boolean).join(' · ') : undefined}
      suggestions={t('suggestions')}
      ask={(typed) => calls.borrowers.find.queryOptions({ input: { text: typed } })}
      idOf={({ pick }) => JSON.stringify(pick)}
      lineOf={borrowerLine}
      onType={(typed) => {
        setText(typed);
        if (value) onPick(null);
      }}
      onChoose={onPick}
    />
  );
}

function borrowerLine({ name, from, phone }: BorrowerRow) {
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.where}>{[from, phone].filter(Boolean).join(' · ')}</span>
    </>
  );
}
