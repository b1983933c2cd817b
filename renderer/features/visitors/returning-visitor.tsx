// One quiet line for whoever was here before: what they said last, and the key that takes it over.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { OfferLine } from './offer-line.tsx';
import { offerOf, saidAt } from './returning-values.ts';
import type { VisitorFormState } from './visitor-form-state.ts';

/** Shorter ones are beginnings and tails, which many people share. */
const SHORTEST = 8;

/** `front` is false for a form that lies behind: its key sleeps. Without an answer the form goes on without. */
export function ReturningVisitor({
  state,
  front,
}: {
  readonly state: VisitorFormState;
  readonly front: boolean;
}) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const { times } = useProperty();
  const { form } = state;
  const documentNumber = useDeferredValue(whole(form.values.documentNumber));
  const phone = useDeferredValue(whole(form.values.phone));
  const documentType = documentNumber === '' ? null : form.values.documentType;
  const known = useQuery({
    ...calls.visitors.known.queryOptions({ input: { documentType, documentNumber, phone } }),
    enabled: front && (documentNumber !== '' || phone !== ''),
    gcTime: 0,
  });
  const last = known.data;
  const at = last?.arrivedAt ?? null;
  return (
    <OfferLine
      offer={last ? offerOf(form.values, saidAt(last), form.isTouched('purpose')) : {}}
      front={front}
      sentence={(said) => t('returning', { at: at === null ? '' : times.short(at), said })}
      label={t('carryOver')}
      onTake={(offer) => state.carryOver(offer)}
    />
  );
}

function whole(text: string): string {
  const trimmed = text.trim();
  return trimmed.length < SHORTEST ? '' : trimmed;
}
