// One form for property, desk and first admin: all in sight, nothing written before all of it is right.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../electron/api/boot.ts';
import { setupErrors } from '../../../electron/api/setup.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { AdminFields } from './admin-fields.tsx';
import styles from './setup-page.module.css';
import { firstValues, toSetupForm, wrongInSetup } from './setup-values.ts';
import type { SetupField, SetupMessage, SetupValues } from './setup-values.ts';

/** `onAdmin` is told the admin's number when the form is sent, and an empty one when it is refused. */
export function SetupForm({ onAdmin }: { readonly onAdmin: (number: string) => void }) {
  const { t, i18n } = useTranslation(['setup', 'people']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const [values, setValues] = useState(firstValues);
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'zh-CN';
  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<SetupMessage>({
    check: () => wrongInSetup(values, language),
    fieldsOf: fieldsRefused,
    async send() {
      onAdmin(values['admin.number'].trim());
      try {
        await api.setup.create(toSetupForm(values, language));
      } catch (error) {
        // Its first answer was lost with the backend, or another window was quicker: either way there is a desk.
        if (!(error instanceof ORPCError) || error.code !== 'ALREADY_SET_UP') {
          onAdmin('');
          throw error;
        }
      }
      await queries.invalidateQueries({ queryKey: calls.places.key() });
    },
  });
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), [box]);

  function put(changed: Partial<SetupValues>): void {
    setValues({ ...values, ...changed });
    Object.keys(changed).forEach(mend);
  }

  /** What every field of the form has in common. */
  function field(name: SetupField) {
    const message = wrong[name];
    return {
      value: values[name],
      error: message === undefined ? undefined : t(message),
      'data-field': name,
      autoComplete: 'off',
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        put({ [name]: event.currentTarget.value }),
    };
  }

  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={t('title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <div className={styles.columns}>
        <Column step="1" title={t('property')} hint={t('propertyHint')}>
          <TextInput label={t('nameZh')} {...field('property.nameZh')} />
          <TextInput label={t('nameEn')} {...field('property.nameEn')} />
          <TextInput
            label={t('propertyCode')}
            description={t('propertyCodeHint')}
            classNames={{ input: styles.code ?? '' }}
            {...field('property.code')}
          />
          <TextInput label={t('address')} {...field('property.address')} />
          <NativeSelect label={t('timeZone')} data={ZONES} {...field('property.timeZone')} />
        </Column>
        <Column step="2" title={t('desk')} hint={t('deskHint')}>
          <TextInput label={t('nameZh')} {...field('desk.nameZh')} />
          <TextInput label={t('nameEn')} {...field('desk.nameEn')} />
          <TextInput
            label={t('deskCode')}
            description={t('deskCodeHint')}
            classNames={{ input: styles.code ?? '' }}
            {...field('desk.code')}
          />
          <ChoiceChips
            label={t('hours')}
            value={values.hasHours ? 'daily' : 'always'}
            choices={(['daily', 'always'] as const).map((value) => ({ value, label: t(`hours.${value}`) }))}
            onChange={(hours) => put({ hasHours: hours === 'daily' })}
          />
          {values.hasHours ? (
            <div className={styles.pair}>
              <TextInput label={t('opens')} {...field('desk.opens')} />
              <TextInput label={t('closes')} {...field('desk.closes')} />
            </div>
          ) : null}
        </Column>
        <Column step="3" title={t('admin')} hint={t('adminHint')}>
          <AdminFields field={field} />
        </Column>
      </div>
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
      <footer className={styles.footer}>
        <Button type="submit" size="md" loading={busy} rightSection={<KeyHint keys="Enter" />}>
          {t('done')}
        </Button>
        <span className={styles.text}>{t('doneHint')}</span>
      </footer>
    </form>
  );
}

function Column(props: {
  readonly step: string;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.column} aria-labelledby={id}>
      <header className={styles.columnHead}>
        <span className={styles.step} aria-hidden="true">
          {props.step}
        </span>
        <div>
          <h2 id={id} className={styles.columnTitle}>
            {props.title}
          </h2>
          <p className={styles.hint}>{props.hint}</p>
        </div>
      </header>
      {props.children}
    </section>
  );
}

/** Those of China first, then all that this computer knows. */
const ZONES = [
  ...new Set([
    ...['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei'],
    ...Intl.supportedValuesOf('timeZone'),
  ]),
];

const REFUSED: Readonly<Record<string, SetupMessage>> = {
  'property.timeZone': 'field.timeZone',
  'desk.closes': 'field.closes',
  'admin.pin': 'field.pinWeak',
};

function fieldsRefused(error: unknown): FieldErrors<SetupMessage> {
  if (!(error instanceof ORPCError) || error.code !== 'SETUP_FIELD_WRONG') return {};
  const known = setupErrors.SETUP_FIELD_WRONG.data.safeParse(error.data);
  return known.success ? { [known.data.field]: REFUSED[known.data.field] ?? 'field.wrong' } : {};
}
