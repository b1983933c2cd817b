// Every change of one policy, latest first.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PolicyChange } from '../../../electron/api/policies.contract.ts';
import { POLICIES } from '../../../electron/api/policies.ts';
import type { PolicyKey } from '../../../electron/api/policies.ts';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './policies.module.css';
import { memberOf, membersOf } from './policy-values.ts';
import { usePolicyWords } from './use-policy-words.ts';

export function PolicyHistory({ policy }: { readonly policy: PolicyKey }) {
  const { t } = useTranslation('policies');
  const { calls } = useServices();
  const history = useQuery(calls.policies.history.queryOptions({ input: { key: policy } }));
  if (history.error) return <Callout tone="bad" announce title={<RefusalText error={history.error} />} />;
  if (!history.data) return <p className={styles.explained}>{t('loading')}</p>;
  return (
    <section aria-label={t('history')}>
      <h3 className={styles.historyTitle}>{t('history')}</h3>
      {history.data.length === 0 ? <p className={styles.explained}>{t('historyEmpty')}</p> : null}
      <ol className={styles.history}>
        {history.data.map((change) => (
          <li key={change.revision}>
            <Change policy={policy} change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ policy, change }: { readonly policy: PolicyKey; readonly change: PolicyChange }) {
  const { t } = useTranslation('policies');
  const { times } = useProperty();
  const words = usePolicyWords();
  const { at, staffNumber, staffName, value, revision } = change;
  const who = [staffNumber, staffName].filter(Boolean).join(' ') || t('bySystem');
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{times.full(at)}</time>
      <strong>{value === null ? t('reset') : words.whole(policy, value, revision)}</strong>
      <span>{who}</span>
      {value !== null && POLICIES[policy].kind === 'text' ? (
        <details>
          <summary>{t('version', { count: revision })}</summary>
          {membersOf(policy).map((member) => (
            <p key={member} className={styles.text}>
              {String(memberOf(value, member))}
            </p>
          ))}
        </details>
      ) : null}
    </>
  );
}
