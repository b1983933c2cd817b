// The frame of a device's form: how it stands now, its fields, saving, and the live test with its answer.
import { Button } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReaderState } from '../../../electron/api/desk.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { FormSending } from '../../ui/form-sending.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import type { DeviceMessage } from './device-values.ts';
import cards from '../../ui/cards.module.css';
import styles from './devices.module.css';

export const READER_TONES: Readonly<Record<ReaderState, TagTone>> = {
  off: 'quiet',
  connecting: 'info',
  ready: 'good',
  offline: 'warn',
  fault: 'bad',
};

export function DeviceForm(props: {
  readonly title: string;
  readonly hint: string;
  readonly state: { readonly tone: TagTone; readonly text: string } | null;
  /** The command line names another device for now. */
  readonly overruled: boolean;
  readonly sending: FormSending<DeviceMessage>;
  /** Null where there is no device to test. */
  readonly test: { readonly label: string; readonly running: string | null; run(): void } | null;
  /** Beside the other buttons: what else can be done with it. */
  readonly more?: ReactNode;
  /** What the last test saw. */
  readonly answer: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('settings');
  const { test, state } = props;
  const { box, busy, refusal, confirm } = props.sending;
  const titleId = useId();
  return (
    <form
      ref={box}
      className={cards.card}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <header className={cards.head}>
        <div>
          <h2 id={titleId} className={cards.title}>
            {props.title}
          </h2>
          <p className={cards.hint}>{props.hint}</p>
        </div>
        {state ? <Tag tone={state.tone}>{state.text}</Tag> : null}
      </header>
      {props.overruled ? <Callout tone="info" title={t('commandLine')} /> : null}
      {props.children}
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={busy && !test?.running}>
          {t('save')}
        </Button>
        {test ? (
          <Button variant="default" loading={test.running !== null} onClick={test.run}>
            {test.label}
          </Button>
        ) : null}
        {props.more}
      </div>
      <div role="status" className={cards.answer}>
        {test?.running ? <p className={cards.hint}>{test.running}</p> : props.answer}
      </div>
    </form>
  );
}
