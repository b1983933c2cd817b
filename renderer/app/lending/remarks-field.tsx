// What else is to be said of a loan, of keys or of things: as long as the contract takes it.
import { TextField } from '../../ui/text-field.tsx';
import type { TextFieldProps } from '../../ui/text-field.tsx';

export function RemarksField(props: Omit<TextFieldProps, 'field' | 'maxLength'>) {
  return <TextField {...props} field="remarks" maxLength={500} />;
}
