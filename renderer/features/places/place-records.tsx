// A noun of the places file in its list, by the words of places.
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordsTab } from '../../app/records/records-tab.tsx';

type Noun = 'tenants' | 'units' | 'contacts' | 'desks';

export function PlaceRecords<Row extends { readonly id: number }>({
  noun,
  ...rest
}: Omit<ComponentProps<typeof RecordsTab<Row>>, 'words'> & { readonly noun: Noun }) {
  const { t } = useTranslation('places');
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
