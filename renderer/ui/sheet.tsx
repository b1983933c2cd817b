// One A4 sheet over the window: black on white whatever the theme, with its buttons above and nothing else in print.
import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';
import { useShortcuts } from './keyboard.ts';
import { Layer } from './layer.tsx';
import { cssCounters, cssText } from './sheet-text.ts';
import styles from './sheet.module.css';

export interface SheetProps {
  /** Heads the sheet and names its region. */
  readonly title: string;
  /** Over the title: where the sheet comes from. */
  readonly origin: readonly string[];
  /** Under the title: when it was printed, by whom, how complete it is. */
  readonly facts: readonly string[];
  /** Top of every page after the first; loose pages tell by it where they belong. */
  readonly running: string;
  /** Foot of every page, with `{page}` and `{pages}` where the numbers go. */
  readonly page: string;
  /** Stands large above and below everything: what this paper is not. */
  readonly mark?: string | undefined;
  readonly words: { readonly print: string; readonly save: string; readonly close: string };
  readonly busy: boolean;
  readonly onPrint: () => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Screen only, beside the buttons: further controls, and what came of printing. */
  readonly tools?: ReactNode;
  /** Screen only, under the buttons. */
  readonly message?: ReactNode;
  readonly children: ReactNode;
}

export function Sheet(props: SheetProps) {
  return (
    <Layer>
      <Frame {...props} />
    </Layer>
  );
}

function Frame(props: SheetProps) {
  const { title, words, busy, onPrint, onSave, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  usePageMargins(props);
  useShortcuts({
    Escape: onClose,
    'Ctrl+KeyP': () => (busy ? undefined : onPrint()),
    'Ctrl+KeyS': () => (busy ? undefined : onSave()),
  });
  return (
    <section className={styles.screen} aria-label={title}>
      <div className={styles.bar}>
        <Button loading={busy} onClick={onPrint} rightSection={<KeyHint keys="Ctrl+P" />}>
          {words.print}
        </Button>
        <Button variant="default" disabled={busy} onClick={onSave} rightSection={<KeyHint keys="Ctrl+S" />}>
          {words.save}
        </Button>
        {props.tools}
        <Button ml="auto" variant="default" onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
          {words.close}
        </Button>
      </div>
      {props.message}
      <div className={styles.desk}>
        <article className={styles.paper}>
          {props.mark ? <p className={styles.mark}>{props.mark}</p> : null}
          <header className={styles.head}>
            <p className={styles.origin}>
              {props.origin.map((text) => (
                <span key={text}>{text}</span>
              ))}
            </p>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            <p className={styles.facts}>
              {props.facts.map((text) => (
                <span key={text}>{text}</span>
              ))}
            </p>
          </header>
          {props.children}
          {props.mark ? <p className={styles.mark}>{props.mark}</p> : null}
        </article>
      </div>
    </section>
  );
}

/** The page margins are CSS; their words are handed to it as variables of the root. */
function usePageMargins({ running, page }: SheetProps): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--sheet-running', cssText(running));
    style.setProperty('--sheet-page', cssCounters(page));
  }, [running, page]);
}
