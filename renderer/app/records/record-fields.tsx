// The fields that forms about records are made of, each bound to a value by its name.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Choices } from './record-values.ts';
import type { RecordForm } from './use-record-form.ts';

type TextField<Values> = {
  [Name in keyof Values]: Values[Name] extends string ? Name : never;
}[keyof Values] &
  string;

interface Bound<Values> {
  readonly form: RecordForm<Values>;
  readonly name: TextField<Values>;
  readonly label: string;
  readonly hint?: string;
}

function bound<Values>({ form, name, label, hint }: Bound<Values>) {
  const error = form.errorOf(name);
  return {
    ...{ label, 'data-field': name, autoComplete: 'off', readOnly: form.readOnly },
    variant: form.readOnly ? 'filled' : 'default',
    value: String(form.values[name]),
    description: error === undefined ? hint : undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    error,
  };
}

/** What one field changes; its name is a key of the values, which a computed key does not say. */
function withField<Values>(name: keyof Values, value: string): Partial<Values> {
  return { [name]: value } as Partial<Values>;
}

export function LineField<Values>(props: Bound<Values>) {
  const { form, name } = props;
  return (
    <TextInput
      {...bound(props)}
      onChange={(event) => form.change(withField(name, event.currentTarget.value))}
    />
  );
}

/** Enter goes on to the next line here; Ctrl+Enter confirms. */
export function LinesField<Values>(props: Bound<Values>) {
  const { form, name } = props;
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={6}
      {...bound(props)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) form.sending.confirm();
      }}
      onChange={(event) => form.change(withField(name, event.currentTarget.value))}
    />
  );
}

export function ChoiceField<Values>(
  props: Bound<Values> & { readonly data: readonly { readonly value: string; readonly label: string }[] },
) {
  const { form, name, data } = props;
  const { readOnly, autoComplete: _, ...rest } = bound(props);
  return (
    <NativeSelect
      {...rest}
      disabled={readOnly}
      data={[...data]}
      onChange={(event) => form.change(withField(name, event.currentTarget.value))}
    />
  );
}

/** A record chosen by typing: the browser's own list suggests what fits. */
export function RecordField<Values>(props: Bound<Values> & { readonly choices: Choices }) {
  const { form, name, choices } = props;
  const list = useId();
  return (
    <>
      <TextInput
        list={list}
        {...bound(props)}
        onChange={(event) => form.change(withField(name, event.currentTarget.value))}
      />
      <datalist id={list}>
        {choices.labels.map(({ label, also }) => (
          <option key={label} value={label}>
            {also}
          </option>
        ))}
      </datalist>
    </>
  );
}
