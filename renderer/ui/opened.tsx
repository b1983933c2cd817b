// What opens in a form by a choice above it: scrolled into sight, so that nobody confirms what they have not seen.
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './entry-form.module.css';

export function Opened({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Braces: what scrollIntoView answers is no way to take it back.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className={styles.opened}>
      {children}
    </div>
  );
}
