// The fields of a member of staff, as adding and changing share them.
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../electron/api/boot.ts';
import { MAY_FILE } from '../../../electron/api/rights.ts';
import type { Role } from '../../../electron/api/rights.ts';
import { useServices } from '../../app/services.ts';
import type { FormSending } from '../../ui/form-sending.ts';
import { useDeskNames } from './desk-names.ts';
import styles from './settings-page.module.css';
import type { StaffMessage, StaffValues } from './staff-values.ts';

/** `by` is the role of whoever files: it says which roles there are to give. */
export function StaffFields(props: {
  readonly values: StaffValues;
  readonly by: Role;
  readonly sending: FormSending<StaffMessage>;
  readonly onChange: (changed: Partial<StaffValues>) => void;
}) {
  const { t } = useTranslation(['settings', 'people']);
  const { values, by } = props;
  const field = useStaffField(props.sending);
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          label={t('people:number')}
          value={values.number}
          {...field('number')}
          onChange={(event) => props.onChange({ number: event.currentTarget.value })}
        />
        <TextInput
          label={t('staffName')}
          value={values.name}
          {...field('name')}
          onChange={(event) => props.onChange({ name: event.currentTarget.value })}
        />
      </div>
      <div className={styles.pair}>
        <NativeSelect
          label={t('role')}
          value={values.role}
          data={MAY_FILE[by].map((role) => ({ value: role, label: t(`people:role.${role}`) }))}
          {...field('role')}
          onChange={(event) =>
            props.onChange({
              role: MAY_FILE[by].find((role) => role === event.currentTarget.value) ?? values.role,
            })
          }
        />
        <NativeSelect
          label={t('language')}
          value={values.language}
          data={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          {...field('language')}
          onChange={(event) =>
            props.onChange({
              language: LANGUAGES.find((each) => each === event.currentTarget.value) ?? values.language,
            })
          }
        />
      </div>
      <HomeDesk
        value={values.homeDesk ?? null}
        {...field('homeDesk')}
        onChange={(homeDesk) => props.onChange({ homeDesk })}
      />
    </>
  );
}

function HomeDesk(props: {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (desk: string | null) => void;
}) {
  const { t } = useTranslation('settings');
  const { value, error, onChange } = props;
  const { calls } = useServices();
  const named = useDeskNames();
  const desks = useQuery(calls.staff.desks.queryOptions());
  const choices = (desks.data ?? []).map((desk) => ({ value: desk.code, label: named(desk) }));
  return (
    <NativeSelect
      label={t('homeDesk')}
      value={value ?? ''}
      data={[{ value: '', label: t('noHomeDesk') }, ...choices]}
      error={error}
      data-field="homeDesk"
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

/** A new PIN, typed twice because it cannot be seen. */
export function PinFields(props: {
  readonly labels: { readonly pin: string; readonly hint: string };
  readonly pin: string;
  readonly again: string;
  readonly sending: FormSending<StaffMessage>;
  readonly onChange: (changed: { readonly pin?: string; readonly pinAgain?: string }) => void;
}) {
  const { t } = useTranslation('settings');
  const field = useStaffField(props.sending);
  return (
    <div className={styles.pair}>
      <TextInput
        type="password"
        inputMode="numeric"
        label={props.labels.pin}
        description={props.sending.wrong['pin'] ? undefined : props.labels.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={props.pin}
        {...field('pin')}
        onChange={(event) => props.onChange({ pin: event.currentTarget.value })}
      />
      <TextInput
        type="password"
        inputMode="numeric"
        label={t('pinAgain')}
        value={props.again}
        {...field('pinAgain')}
        onChange={(event) => props.onChange({ pinAgain: event.currentTarget.value })}
      />
    </div>
  );
}

function useStaffField({ wrong }: FormSending<StaffMessage>) {
  const { t } = useTranslation('settings');
  return (name: string) => {
    const message = wrong[name];
    return {
      'data-field': name,
      autoComplete: 'off',
      error: message === undefined ? undefined : t(message),
    };
  };
}
