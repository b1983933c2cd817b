// A noun of what is lent in its list, by the words of this file.
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordsTab } from '../../app/records/records-tab.tsx';

export function FileRecords<Row extends { readonly id: number }>({
  noun,
  ...rest
}: Omit<ComponentProps<typeof RecordsTab<Row>>, 'words'> & { readonly noun: 'types' | 'items' }) {
  const { t } = useTranslation('loanFile');
  const words = {
    add: t(`add.${noun}`),
    list: t(`list.${noun}`),
    filter: t(`filter.${noun}`),
    empty: t(`empty.${noun}`),
    emptyHint: t(`emptyHint.${noun}`),
    choose: t(`choose.${noun}`),
    panel: t(`tab.${noun}`),
  };
  return <RecordsTab {...rest} words={words} />;
}
