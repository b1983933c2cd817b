// A field for a tag: typed, or presented while the hand is in the field, whichever reader reads it.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useScanClaim } from '../ui/scan-listener.ts';

/** What is read stands in the field and does nothing else, also under an input method. */
export function TagField({
  onTag,
  ...field
}: Omit<TextInputProps, 'onChange' | 'onFocus' | 'onBlur' | 'autoComplete'> & {
  readonly onTag: (text: string) => void;
}) {
  const [focused, setFocused] = useState(false);
  useScanClaim(onTag, focused);
  return (
    <TextInput
      {...field}
      autoComplete="off"
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onChange={(event) => onTag(event.currentTarget.value)}
    />
  );
}
