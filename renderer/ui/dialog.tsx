// A dialog over the window: what lies below sleeps until it is answered or closed.
import { CloseButton } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './dialog.module.css';

/** Open as long as it is mounted. Esc and the cross ask to close it; the first `autofocus` in it has the hand. */
export function Dialog(props: {
  readonly title: string;
  /** Name of the cross. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, close, onClose, children } = props;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  /** Keys that act from anywhere are meant for what lies below; but the evacuation list never waits for an answer. */
  function keep(event: KeyboardEvent): void {
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyE') onClose();
    else event.stopPropagation();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onKeyDown={keep}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <CloseButton aria-label={close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
