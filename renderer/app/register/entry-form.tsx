// A form of a register beside its list: fields that scroll, and below them what was refused and the way on.
import { Button } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import entry from '../../ui/entry-form.module.css';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';

export interface EntryFormProps {
  readonly box: RefObject<HTMLFormElement | null>;
  readonly label: string;
  /** In front of the panel, and nothing over the desk: then Esc in the form cancels it. */
  readonly front: boolean;
  readonly busy?: boolean;
  /** What confirming does, where that is more than to confirm. */
  readonly confirm?: string;
  /** What leaving is called where nothing is cancelled by it. */
  readonly cancel?: string;
  /** Something else than confirming is the next step. */
  readonly waits?: boolean;
  /** What was refused, and what is offered before confirming. */
  readonly above?: ReactNode;
  /** More ways on, behind the two. */
  readonly besides?: ReactNode;
  readonly onChange?: (event: { readonly target: EventTarget }) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function EntryForm(props: EntryFormProps) {
  const { t } = useTranslation('shell');
  const { box, onConfirm, onCancel } = props;
  useShortcuts(
    { Escape: () => (box.current?.contains(document.activeElement) ? onCancel() : false) },
    props.front,
  );
  return (
    <form
      ref={box}
      className={entry.form}
      aria-label={props.label}
      noValidate
      onChange={props.onChange}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
    >
      <div className={entry.fields}>{props.children}</div>
      <footer className={entry.footer}>
        {props.above}
        <div className={entry.buttons}>
          <Button
            type="submit"
            data-field="confirm"
            variant={props.waits ? 'default' : 'filled'}
            loading={props.busy ?? false}
            rightSection={<KeyHint keys="Enter" />}
          >
            {props.confirm ?? t('confirm')}
          </Button>
          <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Esc" />}>
            {props.cancel ?? t('cancel')}
          </Button>
          {props.besides}
        </div>
      </footer>
    </form>
  );
}
