// One policy: what it changes, its fields, its default and who changed it, the way back, and its history.
import { Button, CloseButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyRow } from '../../../electron/api/policies.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import columns from '../../ui/columns.module.css';
import styles from './policies.module.css';
import { PolicyControl } from './policy-control.tsx';
import { PolicyHistory } from './policy-history.tsx';
import { isDirty, policyFieldsRefused, valueOf } from './policy-values.ts';
import type { PolicyDraft, PolicyMessage } from './policy-values.ts';
import { usePolicyWords } from './use-policy-words.ts';

/** `onChange` with null throws the draft away: it was sent, or the policy was put back. */
export function PolicyPanel(props: {
  readonly row: PolicyRow;
  readonly draft: PolicyDraft;
  readonly onChange: (draft: PolicyDraft | null) => void;
  /** The hand goes back to the list. */
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['policies', 'shell']);
  const { row, draft, onChange, onClose } = props;
  const { key } = row;
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const words = usePolicyWords();
  const [commandId, setCommandId] = useState(uuidV7);

  /** Answers once the list shows the change; what stood before can be had back from the quiet line. */
  async function done(did: 'putDone' | 'resetDone'): Promise<void> {
    await queries.invalidateQueries({ queryKey: calls.policies.key() });
    const body = <DoneLine did={did} policy={key} />;
    notices.show({ tone: 'good', body, action: { label: <UndoLabel />, run: putBack } });
    setCommandId(uuidV7());
    onChange(null);
    onClose();
  }

  /** What acted before acts again. */
  function putBack(): void {
    const command = { commandId: uuidV7(), key };
    const sent = row.isDefault
      ? api.policies.reset(command)
      : api.policies.put({ ...command, value: row.value });
    sent.then(
      () => notices.show({ tone: 'good', body: <DoneLine did="undoneDone" policy={key} /> }),
      (error: unknown) => notices.show({ tone: 'bad', body: <RefusalText error={error} /> }),
    );
  }

  const sending = useFormSending<PolicyMessage>({
    check: () => ({}),
    fieldsOf: policyFieldsRefused,
    async send() {
      await api.policies.put({ commandId, key, value: valueOf(key, draft) });
      await done('putDone');
    },
  });
  const reset = useFormSending<PolicyMessage>({
    check: () => ({}),
    fieldsOf: () => ({}),
    async send() {
      await api.policies.reset({ commandId: uuidV7(), key });
      await done('resetDone');
    },
  });
  const { box, busy } = sending;
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), [box]);
  const refusal: unknown = sending.refusal ?? reset.refusal;
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={t(`policy.${key}`)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sending.confirm();
      }}
    >
      <header className={columns.head}>
        <h2 className={columns.title}>{t(`policy.${key}`)}</h2>
        <CloseButton className={columns.close} aria-label={t('shell:close')} onClick={onClose} />
      </header>
      <p className={styles.explained}>{t(`explain.${key}`)}</p>
      <PolicyControl policy={key} draft={draft} sending={sending} onChange={onChange} />
      <p className={styles.facts}>
        <span>{t('byDefault', { value: words.shipped(key) })}</span>
        <Changed row={row} />
      </p>
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={!isDirty(row, draft)}>
          {t('save')}
        </Button>
        <Button
          variant="default"
          loading={reset.busy}
          disabled={row.isDefault}
          onClick={() => reset.confirm()}
        >
          {t('reset')}
        </Button>
      </div>
      <PolicyHistory policy={key} />
    </form>
  );
}

function Changed({ row }: { readonly row: PolicyRow }) {
  const { t } = useTranslation('policies');
  const { times } = useProperty();
  if (row.changed === null) return null;
  const { at, staffNumber, staffName } = row.changed;
  const who = [staffNumber, staffName].filter(Boolean).join(' ') || t('bySystem');
  return <span>{t(row.isDefault ? 'resetBy' : 'changedBy', { who, at: times.full(at) })}</span>;
}

function DoneLine({
  did,
  policy,
}: {
  readonly did: 'putDone' | 'resetDone' | 'undoneDone';
  readonly policy: PolicyRow['key'];
}) {
  const { t } = useTranslation('policies');
  return t(did, { policy: t(`policy.${policy}`) });
}

function UndoLabel() {
  return useTranslation('shell').t('undo');
}
