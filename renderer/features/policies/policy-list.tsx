// All policies by group: name, what each changes at the counter, and the value that acts now.
import { useTranslation } from 'react-i18next';
import type { PolicyRow } from '../../../electron/api/policies.contract.ts';
import { POLICIES, POLICY_GROUPS } from '../../../electron/api/policies.ts';
import type { PolicyKey } from '../../../electron/api/policies.ts';
import { Tag } from '../../ui/tag.tsx';
import rowButton from '../../ui/row-button.module.css';
import styles from './policies.module.css';
import { usePolicyWords } from './use-policy-words.ts';

/** Id of the control that opens a policy, for whoever sends the focus there. */
export function policyId(key: PolicyKey): string {
  return `policy-${key}`;
}

export function PolicyList(props: {
  readonly rows: readonly PolicyRow[];
  readonly open: PolicyKey | null;
  /** Policies whose forms hold something that was not saved. */
  readonly unsaved: ReadonlySet<PolicyKey>;
  readonly onOpen: (key: PolicyKey) => void;
}) {
  const { t } = useTranslation('policies');
  const words = usePolicyWords();
  const { rows, open, unsaved, onOpen } = props;
  return (
    <section className={styles.list} aria-label={t('list')}>
      {POLICY_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={styles.group}>
            {t(`group.${group}`)}
          </h2>
          <ul className={styles.rows}>
            {rows
              .filter(({ key }) => POLICIES[key].group === group)
              .map(({ key, value, revision, isDefault }) => (
                <li
                  key={key}
                  className={`${rowButton.row} ${styles.row}`}
                  data-open={key === open || undefined}
                >
                  <div>
                    <button
                      id={policyId(key)}
                      type="button"
                      className={rowButton.button}
                      aria-current={key === open}
                      aria-describedby={`${policyId(key)}-explained`}
                      onClick={() => onOpen(key)}
                    >
                      {t(`policy.${key}`)}
                    </button>
                    <p id={`${policyId(key)}-explained`} className={styles.explained}>
                      {t(`explain.${key}`)}
                    </p>
                  </div>
                  <div className={styles.now}>
                    <span>{words.whole(key, value, revision)}</span>
                    {unsaved.has(key) ? <Tag tone="warn">{t('tag.unsaved')}</Tag> : null}
                    {isDefault ? null : <Tag tone="info">{t('tag.changed')}</Tag>}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
