// The frame of a form about something on file: Enter confirms, what no field can say stands above the buttons.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '../refusal.tsx';
import { Callout } from '../../ui/callout.tsx';
import styles from './records.module.css';
import type { RecordForm } from './use-record-form.ts';

export function RecordFrame<Values>(props: {
  readonly label: string;
  readonly confirm: string;
  readonly form: RecordForm<Values>;
  /** The first field takes the focus when the form opens. */
  readonly focused?: boolean;
  readonly onCancel?: () => void;
  /** How a refusal reads that names no field. */
  readonly Refused?: ComponentType<{ readonly error: unknown }>;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['records', 'shell']);
  const { form, focused = true, Refused = RefusalText } = props;
  const { box, busy, refusal, confirm } = form.sending;
  useEffect(() => {
    if (focused) box.current?.querySelector<HTMLElement>('[data-field]:not([readonly])')?.focus();
  }, [focused, box]);
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.readOnly) confirm();
      }}
    >
      {form.readOnly ? <p className={styles.hint}>{t('readOnly')}</p> : null}
      {props.children}
      {form.meanwhile ? <Callout tone="warn" announce title={t('meanwhile')} /> : null}
      {refusal === null ? null : <Callout tone="bad" announce title={<Refused error={refusal} />} />}
      {form.readOnly ? null : (
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            {props.confirm}
          </Button>
          {props.onCancel ? (
            <Button variant="default" onClick={props.onCancel}>
              {t('shell:cancel')}
            </Button>
          ) : null}
        </div>
      )}
    </form>
  );
}
