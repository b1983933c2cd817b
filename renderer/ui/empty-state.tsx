// What stands where a list would be: that it is empty, and what to do.
import styles from './empty-state.module.css';

export function EmptyState({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <div className={styles.empty} role="status">
      <p className={styles.title}>{title}</p>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
