// A small form in a record's panel: one action that needs a word more before it is confirmed.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/callout.tsx';
import { useFormSending } from '../ui/form-sending.ts';
import type { FieldErrors } from '../ui/form-sending.ts';
import { useShortcuts } from '../ui/keyboard.ts';
import { uuidV7 } from '../ui/uuid-v7.ts';
import styles from '../ui/record-panel.module.css';

/** How a register speaks of what is wrong. */
export interface ToolWords<Message extends string> {
  /** Field → message key, for refusals that name a field. */
  readonly fieldsOf: (error: unknown) => FieldErrors<Message>;
  readonly say: (message: Message) => string;
  readonly Refusal: (props: { readonly error: unknown }) => ReactNode;
}

/** `check` answers field → message key for what is wrong; `send` is called with the command id made at the opening. */
export function ToolForm<Message extends string>(props: {
  readonly title: string;
  readonly hint: string;
  /** What confirming does, where that is more than to confirm. */
  readonly confirm?: string;
  /** The usual answer stands there already: the hand goes to the button, and one Enter gives it. */
  readonly ready?: boolean;
  readonly words: ToolWords<Message>;
  readonly check: () => FieldErrors<Message>;
  /** Says by itself what came of it, and closes where it is through. */
  readonly send: (commandId: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children: (error: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation('shell');
  const { words, onClose, ready = false } = props;
  const { Refusal } = words;
  const [commandId] = useState(uuidV7);
  const { box, busy, wrong, refusal, mendTyped, confirm } = useFormSending<Message>({
    check: props.check,
    send: () => props.send(commandId),
    fieldsOf: words.fieldsOf,
  });
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(ready ? '[type="submit"]' : '[data-field]')?.focus();
  }, [box, ready]);
  useShortcuts({ Escape: () => (box.current?.contains(document.activeElement) ? onClose() : false) });

  return (
    <form
      ref={box}
      className={styles.tool}
      aria-label={props.title}
      noValidate
      onChange={mendTyped}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <p className={styles.toolHint}>{props.hint}</p>
      {props.children((field) => {
        const message = wrong[field];
        return message && words.say(message);
      })}
      {refusal === null ? null : <Callout tone="bad" announce title={<Refusal error={refusal} />} />}
      <div className={styles.toolButtons}>
        <Button type="submit" loading={busy}>
          {props.confirm ?? t('confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
