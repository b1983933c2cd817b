// A word typed to confirm what cannot be taken back.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rescue.module.css';

/** `onConfirmed` only after the word stands there, in capitals or not. */
export function TypedWord(props: {
  readonly word: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('rescue');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { word, label, busy, onConfirmed, onBack } = props;
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const right = typed.trim().toUpperCase() === word;
        setWrong(!right);
        if (right && !busy) onConfirmed();
      }}
    >
      <TextInput
        autoComplete="off"
        label={t('typeWord', { word })}
        value={typed}
        error={wrong ? t('wordWrong', { word }) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          {label}
        </Button>
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
