// Signing for what was approved from afar: one's own PIN, and a remark where it is declined.
import { Button, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { RefusalText } from '../refusal.tsx';
import { useServices } from '../services.ts';
import { approvalFieldsRefused } from './approval-values.ts';
import type { ApprovalMessage } from './approval-values.ts';
import styles from './approval.module.css';

export function SignForm(props: {
  readonly approval: number;
  readonly answer: 'countersign' | 'decline';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['approvals', 'shell']);
  const { approval, answer, onClose } = props;
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const [commandId] = useState(uuidV7);
  const [pin, setPin] = useState('');
  const [remark, setRemark] = useState('');
  const sending = useFormSending<ApprovalMessage>({
    check: (): FieldErrors<ApprovalMessage> => ({
      ...(answer === 'decline' && remark.trim() === '' ? { remark: 'field.needed' } : {}),
      ...(/^\d{4,12}$/.test(pin) ? {} : { pin: 'field.needed' }),
    }),
    fieldsOf: approvalFieldsRefused,
    async send() {
      const sign = { commandId, approval, pin };
      if (answer === 'countersign') await api.approvals.countersign(sign);
      else await api.approvals.decline({ ...sign, remark });
      // This row goes with the fetched list, and this form with it.
      await queries.invalidateQueries({ queryKey: calls.approvals.key() });
    },
  });
  const { box, wrong, refusal, busy } = sending;
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), [box]);

  function error(field: string): string | undefined {
    const message = wrong[field];
    return message && t(message);
  }

  return (
    <form
      ref={box}
      className={styles.sign}
      aria-label={t(answer)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sending.confirm();
      }}
    >
      {answer === 'decline' ? (
        <>
          <p className={styles.hint}>{t('declineHint')}</p>
          <TextInput
            label={t('remark')}
            value={remark}
            error={error('remark')}
            data-field="remark"
            autoComplete="off"
            onChange={(event) => {
              setRemark(event.currentTarget.value);
              sending.mend('remark');
            }}
          />
        </>
      ) : null}
      <TextInput
        type="password"
        inputMode="numeric"
        label={t('yourPin')}
        value={pin}
        error={error('pin')}
        data-field="pin"
        autoComplete="off"
        onChange={(event) => {
          setPin(event.currentTarget.value);
          sending.mend('pin');
        }}
      />
      {refusal === null ? null : (
        <Callout
          tone="bad"
          announce
          title={isSigned(refusal) ? t('signedAlready') : <RefusalText error={refusal} />}
        />
      )}
      <div className={styles.answers}>
        <Button size="compact-sm" type="submit" loading={busy}>
          {t(answer)}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  );
}

function isSigned(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'SIGNED_ALREADY';
}
