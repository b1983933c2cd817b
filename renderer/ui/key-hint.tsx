// The key that does the same as the control it stands in.
import styles from './key-hint.module.css';

export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {keys}
    </kbd>
  );
}
