// Entering late 补录: the true time of an arrival that was written on paper, or in a rush not at all.
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { Opened } from '../../ui/opened.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';

/** When the person truly came and left, and the line of the paper kit that says so, where it was written there. */
export interface LateArrival extends LocalTime {
  /** Null while they are here. */
  readonly left: LocalTime | null;
  readonly paperLine: string;
}

/** Null while the arrival is now. */
export function useLateEntry() {
  const { times } = useProperty();
  const [late, setLate] = useState<LateArrival | null>(null);
  return {
    late,
    setLate,
    /** They came and left: nobody is here. */
    gone: late !== null && late.left !== null,
    /** UTC ms, null for now, NaN where the fields hold no time. */
    readLate: () => (late === null ? null : times.instant(late.day, late.time)),
    /** The same for the leaving; null while they are here. */
    readLeft: () => (late?.left ? times.instant(late.left.day, late.left.time) : null),
    readPaperLine: () => late?.paperLine.trim() || null,
  };
}

export function LateEntry(props: {
  readonly late: LateArrival | null;
  readonly error: (field: 'arrivedAt' | 'leftAt' | 'paperLine') => string | undefined;
  readonly onChange: (late: LateArrival | null) => void;
}) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const { late, onChange } = props;
  function readNow(): LocalTime {
    const now = Date.now();
    return { day: times.day(now), time: times.time(now) };
  }
  return (
    <>
      <Checkbox
        label={t('lateEntry')}
        checked={late !== null}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? { ...readNow(), left: null, paperLine: '' } : null);
        }}
      />
      {late ? (
        <Opened>
          <LocalTimeFields
            labels={{ day: t('arrivedOn'), time: t('arrivedTime') }}
            value={late}
            error={props.error('arrivedAt')}
            field="arrivedAt"
            onChange={(time) => onChange({ ...late, ...time })}
          />
          <Checkbox
            label={t('hasLeft')}
            checked={late.left !== null}
            onChange={(event) =>
              onChange({
                ...late,
                left: event.currentTarget.checked ? { ...readNow(), day: late.day } : null,
              })
            }
          />
          {late.left === null ? null : (
            <Opened>
              <LocalTimeFields
                labels={{ day: t('leftOn'), time: t('leftTime') }}
                value={late.left}
                error={props.error('leftAt')}
                field="leftAt"
                onChange={(left) => onChange({ ...late, left })}
              />
            </Opened>
          )}
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
        </Opened>
      ) : null}
    </>
  );
}
