// What the journal has of a place: asked for by its button, below the form.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUTHORITIES, TENANT_STATUSES, UNIT_KINDS } from '../../../electron/api/places-file.contract.ts';
import { RecordHistory } from '../../app/record-history.tsx';
import styles from '../../app/records/records.module.css';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import type { places } from '../../copy/places.ts';

/** Fields whose words stand under another name. */
const FIELD_WORDS: Readonly<Record<string, keyof typeof places>> = {
  emergencyContacts: 'callees',
  authorises: 'mayAuthorise',
  active: 'isActive',
  ...({ code: 'code', building: 'building', floor: 'floor', room: 'room', kind: 'kind' } as const),
  ...({ tenant: 'tenant', unit: 'unit', name: 'name', nameZh: 'nameZh', nameEn: 'nameEn' } as const),
  ...({ shortName: 'shortName', pinyin: 'pinyin', phone: 'phone', status: 'status' } as const),
  ...({ instructions: 'instructions', mailInstructions: 'mailInstructions', notes: 'notes' } as const),
  ...({ location: 'location', opens: 'opens', closes: 'closes', address: 'address' } as const),
  ...({ timeZone: 'timeZone', slipHeaderZh: 'slipHeaderZh', slipHeaderEn: 'slipHeaderEn' } as const),
  ...({ slipFooterZh: 'slipFooterZh', slipFooterEn: 'slipFooterEn' } as const),
};

export function PlaceHistory({ record }: { readonly record: number }) {
  const { t } = useTranslation(['places', 'records']);
  const [shown, setShown] = useState(false);
  return (
    <section className={styles.section} aria-label={t('records:history')}>
      <Button variant="default" w="fit-content" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('records:history')}
      </Button>
      {shown ? <Entries record={record} /> : null}
    </section>
  );
}

function Entries({ record }: { readonly record: number }) {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const history = useQuery(calls.places.history.queryOptions({ input: { record } }));

  function said(field: string, value: string): string | undefined {
    const kind = UNIT_KINDS.find((each) => each === value);
    const status = TENANT_STATUSES.find((each) => each === value);
    if (field === 'kind' && kind) return t(`kind.${kind}`);
    if (field === 'status' && status) return t(`status.${status}`);
    if (field === 'active') return t('isActive');
    if (field !== 'authorises') return undefined;
    const authorities = AUTHORITIES.filter((each) => value.split(', ').includes(each));
    return authorities.map((each) => t(`authority.${each}`)).join(t('comma'));
  }

  return (
    <RecordHistory
      entries={history.data}
      refusal={history.error ? <RefusalText error={history.error} /> : null}
      words={{
        eventOf(type) {
          if (type === 'tenant.moved_out') return t('event.movedOut');
          return type === 'record.erased' ? t('erased') : t('event.put');
        },
        fieldOf(field) {
          const word = FIELD_WORDS[field];
          return word && t(word);
        },
        saidOf: ({ field }, value) => said(field, value),
      }}
    />
  );
}
