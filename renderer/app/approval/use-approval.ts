// An approval within a form of any register: its values, what is wrong with them, and the grant for one command.
import { useState } from 'react';
import type { Approvable } from '../../../electron/api/rights.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useProperty } from '../property.ts';
import { useServices } from '../services.ts';
import { blankApproval, latestAt, proofOf, wrongInApproval } from './approval-values.ts';
import type { ApprovalMessage, ApprovalValues } from './approval-values.ts';

export interface ApprovalInForm {
  readonly right: Approvable;
  readonly values: ApprovalValues;
  change(changed: Partial<ApprovalValues>): void;
  check(): FieldErrors<ApprovalMessage>;
  /** Asked for anew at every try: it is for this one command. Answers what the command carries as `approval`. */
  grant(command: {
    readonly commandId: string;
    readonly record: number;
    /** More records that the same command asks it for. */
    readonly others?: number[];
    readonly reason: string;
  }): Promise<string>;
}

export function useApproval(right: Approvable): ApprovalInForm {
  const { api } = useServices();
  const { times } = useProperty();
  const [values, setValues] = useState(() => blankApproval(times.time(Date.now())));
  const calledAt = (): number => latestAt(values.calledAt, Date.now(), times);
  return {
    right,
    values,
    change: (changed) => setValues({ ...values, ...changed }),
    check: () => wrongInApproval(values, calledAt()),
    async grant(command) {
      const proof = proofOf(values, calledAt());
      return (await api.approvals.grant({ ...command, right, proof })).approval;
    },
  };
}
