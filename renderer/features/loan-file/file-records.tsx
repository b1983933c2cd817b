// A noun of what is lent in its list, by the words of this file.
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { recordWords } from '../../app/records/record-words.ts';
import { RecordsTab } from '../../app/records/records-tab.tsx';

export function FileRecords<Row extends { readonly id: number }>({
  noun,
  ...rest
}: Omit<ComponentProps<typeof RecordsTab<Row>>, 'words'> & { readonly noun: 'types' | 'items' }) {
  const { t } = useTranslation('loanFile');
  return <RecordsTab {...rest} words={recordWords(t, noun)} />;
}
