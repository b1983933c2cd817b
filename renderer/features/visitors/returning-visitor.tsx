// One quiet line for whoever was here before: what they said last, and the key that takes it over.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { offerOf } from './returning-values.ts';
import type { VisitorFormState } from './visitor-form-state.ts';
import styles from './visitor-form.module.css';

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
  const offer = last ? offerOf(form.values, last, form.isTouched('purpose')) : {};
  const { company, hostName, units, purpose } = offer;
  const offers = Object.keys(offer).length > 0;
  useShortcuts({ 'Alt+KeyL': () => state.carryOver(offer) }, front && offers);

  const said = [
    ...[company, hostName, ...(units ?? []).map(({ label }) => label)],
    purpose && t(`purpose.${purpose}`),
  ].filter(Boolean);
  return (
    <div className={styles.returning} data-empty={!offers || undefined}>
      <span role="status">
        {last && offers
          ? t('returning', {
              at: last.arrivedAt === null ? '' : times.short(last.arrivedAt),
              said: said.join(' · '),
            })
          : null}
      </span>
      {offers ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => state.carryOver(offer)}
          rightSection={<KeyHint keys="Alt+L" />}
        >
          {t('carryOver')}
        </Button>
      ) : null}
    </div>
  );
}

function whole(text: string): string {
  const trimmed = text.trim();
  return trimmed.length < SHORTEST ? '' : trimmed;
}
