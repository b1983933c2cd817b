// A new admin, where the desk goes on without the key that every PIN was kept under.
import { Button } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../electron/api/boot.ts';
import { LanguageButton } from '../../app/language-button.tsx';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import screen from '../../app/screen.module.css';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { AdminFields } from './admin-fields.tsx';
import { firstValues, toAdminForm, wrongInAdmin } from './setup-values.ts';
import type { AdminValues, SetupMessage } from './setup-values.ts';

const EMPTY: AdminValues = {
  'admin.number': firstValues['admin.number'],
  'admin.name': firstValues['admin.name'],
  'admin.pin': firstValues['admin.pin'],
  'admin.pinAgain': firstValues['admin.pinAgain'],
};

/** `onAdmin` gets the number of the admin who was put on file, and signs in next. */
export function AdminPage({ onAdmin }: { readonly onAdmin: (number: string) => void }) {
  const { t, i18n } = useTranslation(['setup', 'people', 'trouble']);
  const { api, calls } = useServices();
  const { times } = useProperty();
  const queries = useQueryClient();
  const status = useQuery(calls.desk.status.queryOptions());
  const [values, setValues] = useState<AdminValues>(EMPTY);
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'zh-CN';
  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<SetupMessage>({
    check: () => wrongInAdmin(values, language),
    fieldsOf: (error) =>
      error instanceof ORPCError && error.code === 'SETUP_FIELD_WRONG'
        ? { 'admin.pin': 'field.pinWeak' }
        : {},
    async send() {
      onAdmin(values['admin.number'].trim());
      try {
        await api.setup.admin(toAdminForm(values, language));
      } catch (error) {
        // Its first answer was lost with the backend, or another window was quicker: either way there is an admin.
        if (!(error instanceof ORPCError) || error.code !== 'ALREADY_SET_UP') throw error;
      }
      await queries.invalidateQueries({ queryKey: calls.setup.key() });
    },
  });
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), [box]);

  function field(name: keyof AdminValues) {
    const message = wrong[name];
    return {
      value: values[name],
      error: message === undefined ? undefined : t(message),
      'data-field': name,
      autoComplete: 'off',
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
        setValues({ ...values, [name]: event.currentTarget.value });
        mend(name);
      },
    };
  }

  const jump = status.data?.clockJump;
  return (
    <main className={screen.screen}>
      <form
        ref={box}
        className={screen.card}
        aria-label={t('newAdmin')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <h1 className={screen.title}>{t('newAdmin')}</h1>
        <p className={screen.text}>{t('newAdminHint')}</p>
        {jump ? (
          <Callout tone="warn" title={t('trouble:clock.title')}>
            {t('newAdminClock', { clock: times.full(jump.clockAt) })}
          </Callout>
        ) : null}
        <AdminFields field={field} />
        {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
        <div className={screen.buttons}>
          <Button type="submit" loading={busy}>
            {t('newAdminDone')}
          </Button>
        </div>
      </form>
      <LanguageButton className={screen.top} />
    </main>
  );
}
