// A small form in a visit's panel: one action that needs a word more before it is confirmed.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DoneLine } from './done-line.tsx';
import { useFieldBounds } from './field-bounds.ts';
import type { NamedVisit } from './visit-actions.tsx';
import styles from './visit-panel.module.css';
import { fieldsRefused, VisitRefusal } from './visit-refusal.tsx';
import type { FieldMessage } from './visit-refusal.tsx';

/** `check` answers field → message key for what is wrong; `send` is called with the command id made at the opening. */
export function VisitTool(props: {
  readonly title: string;
  readonly hint: string;
  readonly visit: NamedVisit;
  /** Null where the caller shows what came of it: then the form neither says so nor closes. */
  readonly did: 'voidedDone' | 'extendedDone' | 'cardGivenDone' | null;
  readonly check: () => FieldErrors<FieldMessage>;
  readonly send: (commandId: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (error: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation(['visitors', 'shell']);
  const { visit, did, onClose } = props;
  const notices = useNotices();
  const bounds = useFieldBounds();
  const box = useRef<HTMLFormElement>(null);
  const [commandId] = useState(uuidV7);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<FieldErrors<FieldMessage>>({});
  const [refusal, setRefusal] = useState<unknown>(null);

  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), []);
  useShortcuts({ Escape: () => (box.current?.contains(document.activeElement) ? onClose() : false) });

  function refuse(fields: FieldErrors<FieldMessage>): void {
    setWrong(fields);
    const [first] = Object.keys(fields);
    box.current?.querySelector<HTMLElement>(`[data-field="${first ?? ''}"]`)?.focus();
  }

  function confirm(): void {
    const fields = props.check();
    setRefusal(null);
    setWrong(fields);
    if (busy || Object.keys(fields).length > 0) {
      refuse(fields);
      return;
    }
    setBusy(true);
    props
      .send(commandId)
      .then(() => {
        if (did === null) return;
        notices.show({ tone: 'good', body: <DoneLine did={did} visit={visit} /> });
        onClose();
      })
      .catch((error: unknown) => {
        const named = fieldsRefused(error);
        if (Object.keys(named).length > 0) refuse(named);
        else setRefusal(error);
      })
      .finally(() => setBusy(false));
  }

  function errorOf(field: string): string | undefined {
    const key = wrong[field];
    return key && t(key, bounds);
  }

  return (
    <form
      ref={box}
      className={styles.tool}
      aria-label={props.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <p className={styles.toolHint}>{props.hint}</p>
      {props.children(errorOf)}
      {refusal === null ? null : <Callout tone="bad" announce title={<VisitRefusal error={refusal} />} />}
      <div className={styles.toolButtons}>
        <Button type="submit" loading={busy}>
          {t('shell:confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  );
}
