// Whom to call for a tenant, in this order: the first row is called first.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import type { TenantValues } from './place-values.ts';
import records from '../../app/records/records.module.css';
import styles from './places.module.css';
import type { RecordForm } from '../../app/records/use-record-form.ts';

const MOST = 5;

export function CalleeFields({ form }: { readonly form: RecordForm<TenantValues> }) {
  const { t } = useTranslation('places');
  const people = form.values.emergencyContacts;
  const wrong = form.errorOf('emergencyContacts');
  const put = (emergencyContacts: TenantValues['emergencyContacts']): void =>
    form.change({ emergencyContacts });

  function type(at: number, typed: Partial<(typeof people)[number]>): void {
    put(people.map((person, index) => (index === at ? { ...person, ...typed } : person)));
  }

  /** One place further to the front. */
  function raise(at: number): void {
    const person = people[at];
    if (person) put(people.toSpliced(at, 1).toSpliced(at - 1, 0, person));
  }

  return (
    <fieldset className={records.group}>
      <legend className={records.legend}>{t('callees')}</legend>
      {people.map(({ name, phone }, index) => {
        const at = index + 1;
        return (
          // The order is what the rows are about, and nothing else tells two blank ones apart.
          <div key={at} className={styles.callee}>
            <span aria-hidden="true">{at}</span>
            <TextInput
              aria-label={t('calleeName', { at })}
              placeholder={t('name')}
              data-field={index === 0 ? 'emergencyContacts' : undefined}
              value={name}
              readOnly={form.readOnly}
              variant={form.readOnly ? 'filled' : 'default'}
              onChange={(event) => type(index, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('calleePhone', { at })}
              placeholder={t('phone')}
              value={phone}
              readOnly={form.readOnly}
              variant={form.readOnly ? 'filled' : 'default'}
              onChange={(event) => type(index, { phone: event.currentTarget.value })}
            />
            {form.readOnly ? null : (
              <>
                <ActionIcon
                  variant="default"
                  aria-label={t('raiseCallee', { at })}
                  disabled={index === 0}
                  onClick={() => raise(index)}
                >
                  <Icon name="up" size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={t('removeCallee', { at })}
                  onClick={() => put(people.toSpliced(index, 1))}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
              </>
            )}
          </div>
        );
      })}
      {wrong === undefined ? null : (
        <p className={records.wrong} role="alert">
          {wrong}
        </p>
      )}
      {form.readOnly && people.length === 0 ? t('noCallees') : null}
      {people.length < MOST && !form.readOnly ? (
        <Button variant="default" w="fit-content" onClick={() => put([...people, { name: '', phone: '' }])}>
          {t('addCallee')}
        </Button>
      ) : null}
    </fieldset>
  );
}
