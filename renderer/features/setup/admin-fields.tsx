// The admin of a new desk, or of one that lost its keys: number, name, and a PIN typed twice.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminValues } from './setup-values.ts';

/** `field` answers what the input of that name has in common with every other one of its form. */
export function AdminFields({ field }: { readonly field: (name: keyof AdminValues) => TextInputProps }) {
  const { t } = useTranslation(['setup', 'people']);
  return (
    <>
      <TextInput label={t('people:number')} {...field('admin.number')} />
      <TextInput label={t('staffName')} {...field('admin.name')} />
      <TextInput
        type="password"
        inputMode="numeric"
        label={t('people:pin')}
        description={t('pinHint')}
        {...field('admin.pin')}
      />
      <TextInput type="password" inputMode="numeric" label={t('pinAgain')} {...field('admin.pinAgain')} />
    </>
  );
}
