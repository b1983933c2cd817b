// The frame of a short form about staff: Enter confirms, what no field can say stands above the buttons.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '../../app/refusal.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { FormSending } from '../../ui/form-sending.ts';
import styles from './settings-page.module.css';
import type { StaffMessage } from './staff-values.ts';

/** `focused`: the first field takes the focus when the form opens. */
export function StaffTool(props: {
  readonly label: string;
  /** Shows the label as a heading, where the panel's own does not say it. */
  readonly headed?: boolean;
  readonly hint?: string;
  readonly confirm: string;
  readonly sending: FormSending<StaffMessage>;
  readonly focused?: boolean;
  /** One tool of a panel is the main one: its button stands out. */
  readonly main?: boolean;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('shell');
  const { focused = false, main = false } = props;
  const { box, busy, refusal, confirm } = props.sending;
  useEffect(() => {
    if (focused) box.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, [focused, box]);
  return (
    <form
      ref={box}
      className={styles.tool}
      aria-label={props.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      {props.headed ? <h3 className={styles.toolTitle}>{props.label}</h3> : null}
      {props.hint === undefined ? null : <p className={styles.hint}>{props.hint}</p>}
      {props.children}
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
      <div className={styles.buttons}>
        <Button type="submit" variant={main ? 'filled' : 'default'} loading={busy}>
          {props.confirm}
        </Button>
        {props.onCancel ? (
          <Button variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
