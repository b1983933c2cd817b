// Entering late 补录: the true time of an arrival that was written on paper, or in a rush not at all.
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';

/** When the person truly came, and the line of the paper kit that says so, where it was written there. */
export interface LateArrival extends LocalTime {
  readonly paperLine: string;
}

/** Null while the arrival is now. */
export function useLateEntry() {
  const { times } = useProperty();
  const [late, setLate] = useState<LateArrival | null>(null);
  return {
    late,
    setLate,
    /** UTC ms, null for now, NaN where the fields hold no time. */
    readLate: () => (late === null ? null : times.instant(late.day, late.time)),
    readPaperLine: () => late?.paperLine.trim() || null,
  };
}

export function LateEntry(props: {
  readonly late: LateArrival | null;
  readonly error: (field: 'arrivedAt' | 'paperLine') => string | undefined;
  readonly onChange: (late: LateArrival | null) => void;
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
          const begins = { day: times.day(now), time: times.time(now), paperLine: '' };
          onChange(event.currentTarget.checked ? begins : null);
        }}
      />
      {late ? (
        <>
          <LocalTimeFields
            labels={{ day: t('arrivedOn'), time: t('arrivedTime') }}
            value={late}
            error={props.error('arrivedAt')}
            field="arrivedAt"
            onChange={(time) => onChange({ ...late, ...time })}
          />
          <TextInput
            label={t('paperLine')}
            description={t('paperLineHint')}
            value={late.paperLine}
            error={props.error('paperLine')}
            data-field="paperLine"
            maxLength={20}
            autoComplete="off"
            onChange={(event) => onChange({ ...late, paperLine: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}
