// Entering late 补录: the true time of an arrival that was written on paper, or in a rush not at all.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { LocalTimeFields } from './local-time.tsx';
import type { LocalTime } from './local-time.tsx';

/** Null while the arrival is now. */
export function useLateEntry() {
  const { times } = useProperty();
  const [late, setLate] = useState<LocalTime | null>(null);
  return {
    late,
    setLate,
    /** UTC ms, null for now, NaN where the fields hold no time. */
    readLate: () => (late === null ? null : times.instant(late.day, late.time)),
  };
}

export function LateEntry(props: {
  readonly late: LocalTime | null;
  readonly error: string | undefined;
  readonly onChange: (late: LocalTime | null) => void;
}) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const { late, onChange } = props;
  return (
    <>
      <Checkbox
        label={t('lateEntry')}
        checked={late !== null}
        onChange={(event) => {
          const now = Date.now();
          onChange(event.currentTarget.checked ? { day: times.day(now), time: times.time(now) } : null);
        }}
      />
      {late ? (
        <LocalTimeFields
          labels={{ day: t('arrivedOn'), time: t('arrivedTime') }}
          value={late}
          error={props.error}
          field="arrivedAt"
          onChange={onChange}
        />
      ) : null}
    </>
  );
}
