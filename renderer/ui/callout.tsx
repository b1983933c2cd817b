// A coloured box for what must be read before going on.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './callout.module.css';
import tones from './tones.module.css';

export function Callout(props: {
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read out at once by a screen reader: for what came up after the screen was drawn. */
  readonly announce?: boolean;
}) {
  const { announce = false } = props;
  const box = useRef<HTMLDivElement>(null);
  // Below the fold it would be news to nobody.
  useEffect(() => {
    if (announce) box.current?.scrollIntoView({ block: 'nearest' });
  }, [announce]);
  return (
    <div
      ref={box}
      className={`${styles.box} ${tones[props.tone] ?? ''}`}
      role={announce ? 'alert' : undefined}
    >
      <Icon name={props.tone === 'good' ? 'check' : 'warning'} />
      <div className={styles.text}>
        {props.title === undefined ? null : <strong>{props.title}</strong>}
        {props.children}
      </div>
    </div>
  );
}
