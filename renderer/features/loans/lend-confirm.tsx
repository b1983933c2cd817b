// Confirming a loan: judged as it is filled, sent once under its command id, and where the hand goes then.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanBar } from '../../../electron/api/loan-states.ts';
import { useApproval } from '../../app/approval/use-approval.ts';
import type { ApprovalInForm } from '../../app/approval/use-approval.ts';
import { useBorrower } from '../../app/lending/use-borrower.ts';
import type { BorrowerInForm } from '../../app/lending/use-borrower.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import type { SignatureInForm } from '../../app/lending/use-signature.tsx';
import { useProperty } from '../../app/property.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { LocalTime } from '../../ui/local-time.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { playTone } from '../../ui/tone.ts';
import { LentLine } from './done-line.tsx';
import { depositSent, emptyDeposit, takenOf, waivedFen, wrongInDeposit } from './lend-values.ts';
import type { DepositValues, Taken } from './lend-values.ts';
import { useLoanActions } from './loan-actions.tsx';
import { barsOf, fieldsRefused } from './loan-refusal.tsx';
import type { FieldMessage } from './loan-refusal.tsx';
import type { ErrorOf } from './loan-tool.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import type { Draft } from './workplace.ts';

interface LendValues {
  /** Null for what the types say. */
  readonly due: LocalTime | null;
  readonly deposit: DepositValues;
  readonly remarks: string;
  /** Null for the desk's habit. */
  readonly printSlip: boolean | null;
  /** When it truly went out, where that is not now. */
  readonly late: LocalTime | null;
  readonly overrideReason: string;
}

const emptyValues: LendValues = {
  due: null,
  deposit: emptyDeposit,
  remarks: '',
  printSlip: null,
  late: null,
  overrideReason: '',
};

const DEPOSIT_FIELDS = ['deposit', 'amountFen', 'reference', 'reason'] as const;

const nothingJudged = { dueAt: null, depositFen: 0, idAsked: false, waiveFen: 0, bars: [] } as const;

export interface LendConfirm {
  readonly box: RefObject<HTMLFormElement | null>;
  readonly busy: boolean;
  readonly refusal: unknown;
  readonly values: LendValues;
  change(changed: Partial<LendValues>): void;
  readonly borrower: BorrowerInForm;
  /** A field of the borrower was typed into. */
  mend(field: string): void;
  readonly dirty: boolean;
  readonly printSlip: boolean;
  readonly judged: { readonly dueAt: number | null; readonly depositFen: number };
  /** What is taken as it is confirmed; null for nothing. */
  readonly takes: Taken | null;
  /** Their document is all that is missing: it is asked for, and no approval. */
  readonly documentDue: boolean;
  /** What stands in the way; a supervisor's approval lets it through. */
  readonly bars: readonly LoanBar[];
  readonly approval: ApprovalInForm;
  readonly signature: SignatureInForm;
  readonly error: ErrorOf;
  confirm(): void;
}

export function useLendConfirm({ draft, may }: { readonly draft: Draft; readonly may: MayDo }): LendConfirm {
  const { t } = useTranslation('loans');
  const { api, calls } = useServices();
  const { times } = useProperty();
  const { move, rain } = useLoansDesk();
  const actions = useLoanActions(move);
  const queries = useQueryClient();
  const notices = useNotices();
  const approval = useApproval('loans.override');
  const signature = useSignature('itemOut');
  const [values, setValues] = useState(emptyValues);
  const borrower = useBorrower('walkIn');
  const [refusedBars, setRefusedBars] = useState<readonly LoanBar[]>([]);
  const { pick } = borrower;
  const instantOf = (time: LocalTime | null): number | null =>
    time === null ? null : times.instant(time.day, time.time);
  const late = instantOf(values.late);
  // What is no time yet says nothing of when it is due.
  const lentAt = Number.isNaN(late) ? null : late;
  const judging = useQuery({
    ...calls.loans.judge.queryOptions({ input: { lines: [...draft.lines], borrower: pick, lentAt } }),
    enabled: draft.lines.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const types = useQuery(calls.loans.types.queryOptions());
  const judged = judging.data ?? nothingJudged;
  const overLimit = waivedFen(values.deposit, judged.depositFen) > judged.waiveFen;
  const standing = [
    ...new Set([...judged.bars, ...refusedBars, ...(overLimit ? (['WAIVER_OVER_LIMIT'] as const) : [])]),
  ];
  const { person, withoutDocument } = borrower.values;
  const documentDue =
    !withoutDocument &&
    standing.every((bar) => bar === 'ID_NEEDED') &&
    (standing.length > 0 || (person !== null && judged.idAsked));
  const bars = documentDue ? [] : standing;
  const asks = bars.length > 0 && !may.override;
  // In the rain nobody waits for a slip of an umbrella: its own tag brings it back.
  const rainGear = new Set((types.data ?? []).filter((type) => type.rainGear).map(({ id }) => id));
  const quick = rain && draft.lines.every(({ type }) => rainGear.has(type)) && judged.depositFen === 0;
  const printSlip = values.printSlip ?? !quick;
  const takes = takenOf(values.deposit, judged.depositFen);

  function check(): FieldErrors<FieldMessage> {
    return {
      ...(draft.lines.length === 0 ? { lines: 'field.linesNeeded' } : {}),
      ...borrower.check(documentDue),
      ...(Number.isNaN(instantOf(values.due)) ? { dueAt: 'field.needed' } : {}),
      ...(Number.isNaN(late) ? { lentAt: 'field.needed' } : {}),
      ...wrongInDeposit(values.deposit, judged.depositFen),
      ...signature.check(),
      ...(asks && values.overrideReason.trim() === '' ? { overrideReason: 'field.needed' } : {}),
      ...(asks ? approval.check() : {}),
    };
  }

  async function send(): Promise<void> {
    if (pick === null) return;
    const commandId = draft.id;
    // From here on a scan is somebody else's, whatever comes of this one.
    move({ do: 'send', draft: commandId, sent: true });
    try {
      const granted = asks
        ? await approval.grant({ commandId, record: 0, reason: values.overrideReason })
        : null;
      const lent = await api.loans.lend({
        commandId,
        lines: [...draft.lines],
        borrower: pick,
        dueAt: instantOf(values.due),
        deposit: depositSent(values.deposit, judged.depositFen),
        remarks: values.remarks,
        lentAt: late,
        printSlip,
        signature: signature.value,
        approval: granted,
      });
      done(lent);
    } catch (error) {
      move({ do: 'send', draft: commandId, sent: false });
      setRefusedBars(barsOf(error));
      borrower.refused(error);
      playTone('refused');
      throw error;
    }
  }

  /** Says what went to whom, offers the way back, and gives the keys to the list: the next scan meets no field. */
  function done(lent: {
    readonly id: number;
    readonly number: string;
    readonly printJobs: readonly number[];
  }): void {
    playTone('accepted');
    notices.show({
      tone: 'good',
      body: <LentLine number={lent.number} name={borrower.name} takes={takes} job={lent.printJobs[0]} />,
      action: { label: <UndoLabel />, run: () => actions.takeBack(lent) },
    });
    const hand = box.current?.contains(document.activeElement) ?? false;
    move({ do: 'finish', draft: draft.id, select: lent.id });
    if (hand) document.getElementById('loans')?.focus();
    for (const noun of [calls.loans, calls.borrowers]) {
      queries.invalidateQueries({ queryKey: noun.key() }).catch(() => {});
    }
  }

  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<FieldMessage>({
    ...{ check, send, fieldsOf: fieldsRefused },
  });

  return {
    ...{
      box,
      busy,
      values,
      borrower,
      judged,
      takes,
      documentDue,
      bars,
      approval,
      signature,
      printSlip,
      confirm,
    },
    // What stands in the way is said by itself.
    refusal: barsOf(refusal).length > 0 ? null : refusal,
    dirty: values !== emptyValues || borrower.begun,
    change(changed) {
      const fields = [...Object.keys(changed), ...(changed.deposit ? DEPOSIT_FIELDS : [])];
      for (const field of fields) mend(field);
      setValues((before) => ({ ...before, ...changed }));
    },
    mend(field) {
      mend(field);
      setRefusedBars([]);
    },
    error(field) {
      const key = wrong[field];
      return key && t(key);
    },
  };
}
