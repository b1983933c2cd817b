// Until when the pass holds 有效期至: what the policies say, shown as it moves on, until somebody types another time.
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Purpose } from '../../../electron/api/visit-states.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { useClock } from '../../app/use-clock.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';
import entry from '../../ui/entry-form.module.css';

/** `typed` is null while the policies say. */
export function usePassValidity() {
  const { times } = useProperty();
  const [typed, setTyped] = useState<LocalTime | null>(null);
  return {
    typed,
    setTyped,
    /** UTC ms, null for what the policies say, NaN where the fields hold no time. */
    readValidity: () => (typed === null ? null : times.instant(typed.day, typed.time)),
  };
}

const MINUTE_MS = 60_000;

export function PassValidity(props: {
  readonly purpose: Purpose;
  /** The visit that arrives: it may have been announced until later. */
  readonly visit: number | null;
  /** When the visitor came, where that is not now (UTC ms). */
  readonly arrivedAt: number | null;
  /** False while the form is behind another: nothing is asked then. */
  readonly front: boolean;
  readonly typed: LocalTime | null;
  readonly error: string | undefined;
  readonly onChange: (typed: LocalTime | null) => void;
}) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const { times } = useProperty();
  const { purpose, visit, typed, onChange } = props;
  const minute = Math.floor(useClock(0) / MINUTE_MS) * MINUTE_MS;
  const came = props.arrivedAt === null || Number.isNaN(props.arrivedAt) ? minute : props.arrivedAt;
  const validity = useQuery({
    ...calls.visitors.validity.queryOptions({ input: { purpose, visit, arrivedAt: came } }),
    enabled: props.front,
    placeholderData: keepPreviousData,
  });
  const until = validity.data?.validUntil;
  const byPolicy =
    until === undefined ? { day: '', time: '' } : { day: times.day(until), time: times.time(until) };
  return (
    <div className={entry.tailed}>
      <LocalTimeFields
        labels={{ day: t('passUntil'), time: t('passUntilTime') }}
        value={typed ?? byPolicy}
        error={props.error}
        field="validUntil"
        onChange={onChange}
      />
      {typed === null ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t('passUntilPolicy')}
        </Button>
      )}
    </div>
  );
}
