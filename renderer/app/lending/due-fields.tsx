// Until when things are lent 应还时间: what the rules say, until somebody types another time.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProperty } from '../property.ts';
import entry from '../../ui/entry-form.module.css';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';

export function DueFields(props: {
  /** UTC ms by the rules; null while nothing is chosen. */
  readonly byRules: number | null;
  readonly typed: LocalTime | null;
  readonly error: string | undefined;
  readonly onChange: (typed: LocalTime | null) => void;
}) {
  const { t } = useTranslation('lending');
  const { times } = useProperty();
  const { byRules, typed, error, onChange } = props;
  const said =
    byRules === null ? { day: '', time: '' } : { day: times.day(byRules), time: times.time(byRules) };
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
          {t('dueByRules')}
        </Button>
      )}
    </div>
  );
}
