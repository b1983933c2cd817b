// When an expected visitor comes: a day and two times, in the property's zone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { DayField, TimeField } from '../../ui/time-fields.tsx';
import entry from '../../ui/entry-form.module.css';

export interface ExpectedTimesState {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** Starts at the next half hour of today, until the desk closes. */
export function useExpectedTimes() {
  const { times: zone, property } = useProperty();
  const [times, setTimes] = useState<ExpectedTimesState>(() => {
    const soon = Math.ceil(Date.now() / HALF_HOUR_MS) * HALF_HOUR_MS;
    const from = zone.time(soon);
    const closes = property.desk.closes ?? '23:59';
    return { day: zone.day(soon), from, until: closes > from ? closes : '23:59' };
  });
  return {
    times,
    setTimes,
    /** UTC ms; NaN where a field holds no time. */
    readTimes: () => ({
      expectedFrom: zone.instant(times.day, times.from),
      expectedUntil: zone.instant(times.day, times.until),
    }),
  };
}

const HALF_HOUR_MS = 1_800_000;

export function ExpectedTimes(props: {
  readonly times: ExpectedTimesState;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (times: ExpectedTimesState) => void;
}) {
  const { t } = useTranslation('visitors');
  const { times, error } = props;
  const change = (part: Partial<ExpectedTimesState>): void => props.onChange({ ...times, ...part });
  return (
    <div className={entry.three}>
      <DayField label={t('expectedDate')} value={times.day} onChange={(day) => change({ day })} />
      <TimeField
        label={t('expectedFrom')}
        value={times.from}
        error={error('expectedFrom')}
        data-field="expectedFrom"
        onChange={(from) => change({ from })}
      />
      <TimeField
        label={t('expectedUntil')}
        value={times.until}
        error={error('expectedUntil')}
        data-field="expectedUntil"
        onChange={(until) => change({ until })}
      />
    </div>
  );
}
