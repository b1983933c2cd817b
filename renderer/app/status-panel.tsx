// A word of the status bar that opens a small panel above it; Esc and its own button close it.
import { Button, Popover } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../ui/escape.ts';
import styles from './status-panel.module.css';

/** `tone` where the word asks for a look; the panel is built anew at every opening. */
export function StatusPanel(props: {
  readonly word: string;
  readonly tone?: 'warn' | 'bad' | undefined;
  /** Names the panel. */
  readonly label: string;
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  /** The focus goes to what comes first in the panel instead of to the way out. */
  readonly answers?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  useEscape(close, open);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was answered has gone, and the hand with it: on to the next one, or to the way out.
    if (open && document.activeElement === document.body) {
      box.current?.querySelector<HTMLElement>('[data-next]')?.focus();
    }
  });
  const { word, tone, label, title, width, answers = false } = props;

  /** The hand goes back at once: given back a moment later it would be taken from whatever was opened meanwhile. */
  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-end"
      trapFocus
      withinPortal
      withRoles={false}
      width={width}
      shadow="lg"
    >
      <Popover.Target>
        <button
          ref={opener}
          type="button"
          className={styles.button}
          data-tone={tone}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {word}
        </button>
      </Popover.Target>
      <Popover.Dropdown ref={box} role="dialog" aria-label={label} className={styles.panel}>
        <h2 className={styles.title}>{title}</h2>
        {props.children}
        <Button
          size="compact-sm"
          variant="default"
          className={styles.close ?? ''}
          data-next
          data-autofocus={answers ? undefined : true}
          onClick={close}
        >
          {t('close')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
