// Who took the money for finance.
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Who took the money for finance; they sign. */
export function Receiver(props: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('deposits');
  return (
    <TextInput
      label={t('receiver')}
      value={props.value}
      error={props.error}
      data-field="receiver"
      maxLength={100}
      autoComplete="off"
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
