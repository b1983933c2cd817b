// Why something is done, and the approval of it where one's own role is not enough.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approvable } from '../../../electron/api/rights.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { TextField } from '../../ui/text-field.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import type { ApprovalMessage } from './approval-values.ts';
import { useApproval } from './use-approval.ts';
import type { ApprovalInForm } from './use-approval.ts';

type ErrorOf = (field: string) => string | undefined;

export function ReasonFields(props: {
  readonly approval: ApprovalInForm;
  /** By the role of whoever acts; the backend decides in any case. */
  readonly needsApproval: boolean;
  readonly reason: string;
  /** The name that errors have for the reason. */
  readonly field: string;
  readonly error: ErrorOf;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation('records');
  const { approval, needsApproval, reason, field, error } = props;
  return (
    <>
      <TextField
        label={t('reason')}
        value={reason}
        field={field}
        error={error}
        maxLength={200}
        onChange={props.onReason}
      />
      {needsApproval ? <ApprovalFields approval={approval} error={error} /> : null}
    </>
  );
}

export interface Reasoned {
  readonly commandId: string;
  readonly reason: string;
  readonly approval: string | null;
}

/** For a form that asks for nothing else: its fields, what is wrong with them, and what its command carries. */
export function useReasoned(asked: {
  readonly right: Approvable;
  readonly record: number;
  readonly needsApproval: boolean;
}): {
  fields(error: ErrorOf): ReactNode;
  check(): FieldErrors<ApprovalMessage | 'field.needed'>;
  /** Asks for the grant, anew at every try. */
  command(commandId: string): Promise<Reasoned>;
} {
  const { right, record, needsApproval } = asked;
  const [reason, setReason] = useState('');
  const approval = useApproval(right);
  return {
    fields: (error) => (
      <ReasonFields {...{ approval, needsApproval, reason, error }} field="reason" onReason={setReason} />
    ),
    check: () => ({
      ...(reason.trim() === '' ? { reason: 'field.needed' } : {}),
      ...(needsApproval ? approval.check() : {}),
    }),
    async command(commandId) {
      const granted = needsApproval ? await approval.grant({ commandId, record, reason }) : null;
      return { commandId, reason, approval: granted };
    },
  };
}
