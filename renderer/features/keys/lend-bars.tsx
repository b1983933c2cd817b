// What keeps keys here by policy, said as soon as it is known, and the approval that lets them go all the same.
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyBar } from '../../../electron/api/key-states.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import type { ApprovalInForm } from '../../app/approval/use-approval.ts';
import { Callout } from '../../ui/callout.tsx';

/** A key and why it does not leave. */
export interface Barred {
  readonly key: number;
  readonly bars: readonly KeyBar[];
}

export function LendBars(props: {
  readonly barred: readonly Barred[];
  readonly rows: readonly KeyRow[];
  readonly approval: ApprovalInForm;
  /** Whether whoever acts may let them go by themselves. */
  readonly mayOverride: boolean;
  readonly reason: string;
  readonly error: (field: string) => string | undefined;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation(['keys', 'records']);
  const { barred, rows, approval, mayOverride, reason, error } = props;
  if (barred.length === 0) return null;
  const nameOf = (key: number): string => rows.find(({ id }) => id === key)?.code ?? String(key);
  return (
    <>
      <Callout
        tone="warn"
        announce
        title={t('barred', { key: barred.map(({ key }) => nameOf(key)).join(' · ') })}
      >
        {barred.map(({ key, bars }) => (
          <span key={key}>
            {[...(barred.length > 1 ? [nameOf(key)] : []), ...bars.map((bar) => t(`bar.${bar}`))].join(' · ')}
          </span>
        ))}
        <span>{t(mayOverride ? 'barredMay' : 'barredTodo')}</span>
      </Callout>
      <TextInput
        label={t('records:reason')}
        value={reason}
        error={error('reason')}
        data-field="reason"
        maxLength={200}
        autoComplete="off"
        onChange={(event) => props.onReason(event.currentTarget.value)}
      />
      {mayOverride ? null : <ApprovalFields approval={approval} error={error} />}
    </>
  );
}
