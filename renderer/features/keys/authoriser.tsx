// Who of the tenant says that these keys may go 授权人.
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { confirmByEnter } from '../../ui/keyboard.ts';
import type { Judgement } from './use-judgement.ts';

/** Nobody is offered where the keys open no tenant's unit: then nothing is asked. */
export function Authoriser(props: {
  readonly authorisers: Judgement['authorisers'];
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onChange: (contact: number | null) => void;
}) {
  const { t } = useTranslation('keys');
  const { authorisers, value, error, onChange } = props;
  if (authorisers.length === 0) return null;
  return (
    <NativeSelect
      label={t('authorisedBy')}
      value={value === null ? '' : String(value)}
      error={error}
      data-field="authorisedBy"
      data={[
        { value: '', label: t('nobody') },
        ...authorisers.map(({ contact, name, phone }) => ({
          value: String(contact),
          label: [name, phone].filter(Boolean).join(' · '),
        })),
      ]}
      onKeyDown={confirmByEnter}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
    />
  );
}
