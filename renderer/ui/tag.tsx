// A small word with a colour that says how things stand; the word alone is enough to understand it.
import type { ReactNode } from 'react';
import styles from './tag.module.css';
import tones from './tones.module.css';

export type TagTone = 'good' | 'info' | 'warn' | 'bad' | 'quiet';

export function Tag({ tone, children }: { readonly tone: TagTone; readonly children: ReactNode }) {
  return <span className={`${styles.tag} ${tones[tone] ?? ''}`}>{children}</span>;
}
