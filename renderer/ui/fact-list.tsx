// What is written down about a record, fact by fact; what was not asked is not shown.
import styles from './record-panel.module.css';

export type Fact = readonly [label: string, value: string | null];

/** `label` names the list where several stand on a page. A label may stand twice. */
export function FactList({ facts, label }: { readonly facts: readonly Fact[]; readonly label?: string }) {
  return (
    <dl className={styles.facts} aria-label={label}>
      {facts.map(([name, value], index) =>
        value === null || value === '' ? null : (
          <div key={`${index} ${name}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
