// The frame of a form about places, and its state, by the words of places.
import { ORPCError } from '@orpc/client';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import type { RecordForm } from '../../app/records/use-record-form.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { PlaceHistory } from './place-history.tsx';
import { placeFieldsRefused } from './place-values.ts';
import type { PlaceMessage } from './place-values.ts';

/** `record` is null for a new one: it has no history yet. */
export function PlaceForm<Values>({
  record,
  ...props
}: Omit<ComponentProps<typeof RecordFrame<Values>>, 'Refused'> & { readonly record: number | null }) {
  return (
    <>
      <RecordFrame {...props} Refused={PlaceRefusal} />
      {record === null ? null : <PlaceHistory record={record} />}
    </>
  );
}

export function usePlaceForm<Values extends object>(
  parts: Omit<Parameters<typeof useRecordForm<Values, PlaceMessage>>[0], 'say' | 'fieldsOf'>,
): RecordForm<Values> {
  const { t } = useTranslation('places');
  return useRecordForm<Values, PlaceMessage>({
    ...parts,
    fieldsOf: placeFieldsRefused,
    say: (message) => t(message),
  });
}

function PlaceRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('places');
  const tooMany = error instanceof ORPCError && error.code === 'TOO_MANY_DESKS';
  return tooMany ? t('tooManyDesks') : <RefusalText error={error} />;
}
