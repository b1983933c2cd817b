// Until when the keys are lent 应还时间: what the policies say, until somebody types another time.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../../app/property.ts';
import entry from '../../ui/entry-form.module.css';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';

export function DueFields(props: {
  /** UTC ms by the policies; null while no key is chosen. */
  readonly byPolicy: number | null;
  readonly typed: LocalTime | null;
  readonly error: string | undefined;
  readonly onChange: (typed: LocalTime | null) => void;
}) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const { byPolicy, typed, error, onChange } = props;
  const said =
    byPolicy === null ? { day: '', time: '' } : { day: times.day(byPolicy), time: times.time(byPolicy) };
  return (
    <div className={entry.tailed}>
      <LocalTimeFields
        labels={{ day: t('dueDay'), time: t('due') }}
        value={typed ?? said}
        error={error}
        field="dueAt"
        onChange={onChange}
      />
      {typed === null ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t('duePolicy')}
        </Button>
      )}
    </div>
  );
}
