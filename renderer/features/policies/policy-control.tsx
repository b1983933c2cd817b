// The fields of one policy: what it is decides how it is set.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { POLICIES } from '../../../electron/api/policies.ts';
import type { PolicyKey } from '../../../electron/api/policies.ts';
import type { FormSending } from '../../ui/form-sending.ts';
import { TimeField } from '../../ui/time-fields.tsx';
import styles from './policies.module.css';
import { membersOf } from './policy-values.ts';
import type { PolicyDraft, PolicyMessage } from './policy-values.ts';
import { usePolicyWords } from './use-policy-words.ts';

export function PolicyControl(props: {
  readonly policy: PolicyKey;
  readonly draft: PolicyDraft;
  readonly sending: FormSending<PolicyMessage>;
  readonly onChange: (changed: PolicyDraft) => void;
}) {
  const { policy, draft, sending } = props;
  const { kind } = POLICIES[policy];
  return (
    <div className={kind === 'text' ? styles.texts : styles.fields}>
      {membersOf(policy).map((member) => (
        <MemberField
          key={member}
          policy={policy}
          member={member}
          value={draft[member] ?? ''}
          sending={sending}
          onChange={(value) => {
            sending.mend(member);
            props.onChange({ ...draft, [member]: value });
          }}
        />
      ))}
    </div>
  );
}

function MemberField(props: {
  readonly policy: PolicyKey;
  readonly member: string;
  readonly value: string | boolean;
  readonly sending: FormSending<PolicyMessage>;
  readonly onChange: (value: string | boolean) => void;
}) {
  const { t } = useTranslation('policies');
  const words = usePolicyWords();
  const { policy, member, value, onChange } = props;
  const definition = POLICIES[policy];
  const { kind } = definition;
  const key = props.sending.wrong[member];
  const bounds = 'least' in definition ? { least: definition.least, most: definition.most } : {};
  const single = definition.over === null;
  const field = {
    'data-field': member,
    error: key === undefined ? undefined : t(key, bounds),
    label: single ? nameOf() : words.member(member),
  };
  /** A single value is named by what it is counted in, or by the policy itself where that is a yes or no. */
  function nameOf(): string {
    return kind === 'choice' || kind === 'text' || kind === 'boolean'
      ? t(`policy.${policy}`)
      : t(`in.${kind}`);
  }

  switch (kind) {
    case 'boolean':
      return (
        <Checkbox
          {...field}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...field}
          value={String(value)}
          data={definition.choices.map((each) => ({ value: each, label: words.choice(each) }))}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'text':
      return (
        <Textarea
          {...field}
          value={String(value)}
          rows={14}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'localTime':
      return (
        <TimeField {...field} value={String(value)} description={t('bounds', bounds)} onChange={onChange} />
      );
    case 'minutes':
    case 'hours':
    case 'days':
    case 'things':
    case 'yuan':
      return (
        <TextInput
          {...field}
          inputMode="numeric"
          autoComplete="off"
          value={String(value)}
          {...(single ? { description: t('bounds', bounds) } : {})}
          {...(single ? {} : { rightSection: <span className={styles.unit}>{t(`in.${kind}`)}</span> })}
          rightSectionWidth={56}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
