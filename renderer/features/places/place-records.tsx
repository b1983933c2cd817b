// A noun of the places file in its list, by the words of places.
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { recordWords } from '../../app/records/record-words.ts';
import { RecordsTab } from '../../app/records/records-tab.tsx';

type Noun = 'tenants' | 'units' | 'contacts' | 'desks';

export function PlaceRecords<Row extends { readonly id: number }>({
  noun,
  ...rest
}: Omit<ComponentProps<typeof RecordsTab<Row>>, 'words'> & { readonly noun: Noun }) {
  const { t } = useTranslation('places');
  return <RecordsTab {...rest} words={recordWords(t, noun)} />;
}
