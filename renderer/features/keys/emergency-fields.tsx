// What an emergency asks of whoever lends 紧急借用: what happened, and who saw it. Nothing keeps the key here.
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LendValues } from './lend-values.ts';

/** What it means; `byKind` where the keys are there for emergencies and nobody has chosen this. */
export function EmergencyBanner({ byKind }: { readonly byKind: boolean }) {
  const { t } = useTranslation('keys');
  return (
    <Callout tone="warn" announce title={t(byKind ? 'emergencyByKind' : 'loanKind.emergency')}>
      {t('emergencyNote')}
    </Callout>
  );
}

export function EmergencyFields(props: {
  readonly values: Pick<LendValues, 'reason' | 'witness'>;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (changed: Partial<Pick<LendValues, 'reason' | 'witness'>>) => void;
}) {
  const { t } = useTranslation('keys');
  const { values, error, onChange } = props;
  const field = (name: 'reason' | 'witness', label: string, most: number) => (
    <TextField
      label={label}
      value={values[name]}
      field={name}
      error={error}
      maxLength={most}
      required
      onChange={(next) => onChange({ [name]: next })}
    />
  );
  return (
    <>
      {field('reason', t('emergencyReason'), 200)}
      {field('witness', t('witness'), 50)}
    </>
  );
}
