// A line of text in a form: what is wrong with it stands beside it, and nothing that the browser remembers is offered.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';

export interface TextFieldProps extends Omit<TextInputProps, 'value' | 'error' | 'onChange'> {
  /** The name that errors have for it, and that the form gives the hand by. */
  readonly field: string;
  readonly value: string;
  /** Not there where nothing can be wrong with it. */
  readonly error?: (field: string) => string | undefined;
  readonly onChange: (text: string) => void;
}

export function TextField({ field, error, onChange, ...input }: TextFieldProps) {
  return (
    <TextInput
      {...input}
      error={error?.(field)}
      data-field={field}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** An amount in yuan, typed with or without a point; `readYuan` reads it. */
export function YuanField(props: TextFieldProps) {
  return <TextField {...props} inputMode="decimal" />;
}
