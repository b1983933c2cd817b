// Entering late 补录: the true time at which keys left, and whether they are back by now.
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';
import type { LendValues } from './lend-values.ts';

/** The moment as the desk's clock shows it. */
export function useNow(): () => LocalTime {
  const { times } = useProperty();
  return () => ({ day: times.day(Date.now()), time: times.time(Date.now()) });
}

/** Its parts are children of the form's ticks. */
export function LateLoan(props: {
  readonly values: Pick<LendValues, 'late' | 'alreadyBack' | 'kind'>;
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<LendValues>) => void;
}) {
  const { t } = useTranslation('keys');
  const { values, error, onChange } = props;
  const { late, alreadyBack, kind } = values;
  const now = useNow();
  return (
    <>
      <Checkbox
        label={t('lateEntry')}
        checked={late !== null}
        onChange={(event) => onChange({ late: event.currentTarget.checked ? now() : null })}
      />
      {late === null ? null : (
        <>
          <LocalTimeFields
            labels={{ day: t('lentOn'), time: t('lentTime') }}
            value={late}
            error={error}
            field="lentAt"
            onChange={(next) => onChange({ late: next })}
          />
          {kind === 'emergency' ? null : (
            <Checkbox
              label={t('alreadyBack')}
              checked={alreadyBack}
              onChange={(event) => onChange({ alreadyBack: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </>
  );
}
