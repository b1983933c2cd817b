// Lending: things, whoever takes them, and the deposit. What is typed lives here until it is confirmed.
import { Checkbox } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { BorrowerPick } from '../../app/lending/borrower-pick.tsx';
import { DueFields } from '../../app/lending/due-fields.tsx';
import { LendBars } from '../../app/lending/lend-bars.tsx';
import { RemarksField } from '../../app/lending/remarks-field.tsx';
import { useProperty } from '../../app/property.ts';
import { EntryForm } from '../../app/register/entry-form.tsx';
import { Callout } from '../../ui/callout.tsx';
import form from '../../ui/entry-form.module.css';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { DepositFields } from './deposit-fields.tsx';
import { useLendConfirm } from './lend-confirm.tsx';
import { LendLines } from './lend-lines.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { useTakenText } from './taken-text.ts';
import { useTypesAsking } from './type-name.ts';
import type { Draft } from './workplace.ts';

export function LendForm(props: {
  readonly draft: Draft;
  readonly front: boolean;
  readonly may: MayDo;
  readonly onCancel: (keep: boolean) => void;
}) {
  const { t } = useTranslation(['loans', 'deposits', 'shell']);
  const { draft, front, may } = props;
  const { times } = useProperty();
  const { move } = useLoansDesk();
  useHelpPage('loans', front);
  const lend = useLendConfirm({ draft, may });
  const { box, values, change, borrower, error, judged, takes } = lend;
  const asking = useTypesAsking(draft.lines);
  const takenText = useTakenText();

  function localOf(at: number) {
    return { day: times.day(at), time: times.time(at) };
  }

  const goToHand = useEffectEvent(() => {
    const field = draft.lines.length === 0 ? 'lines' : borrower.begun ? 'confirm' : 'borrower';
    box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  });
  useEffect(() => {
    if (front) goToHand();
  }, [front, draft.lines.length]);

  function cancel(): void {
    props.onCancel(lend.dirty || draft.lines.length > 0);
  }

  return (
    <EntryForm
      {...{ box, front }}
      label={t('lend')}
      busy={lend.busy}
      {...(takes === null
        ? {}
        : { confirm: t('deposits:confirmTaking', { taken: takenText(takes), confirm: t('shell:confirm') }) })}
      above={
        lend.refusal === null ? null : (
          <Callout tone="bad" announce title={<LoanRefusal error={lend.refusal} />} />
        )
      }
      onConfirm={() => lend.confirm()}
      onCancel={cancel}
    >
      <LendLines
        lines={draft.lines}
        error={error}
        onChange={(lines) => move({ do: 'setLines', draft: draft.id, lines })}
      />
      <BorrowerPick
        borrower={borrower}
        front={front && !draft.sent}
        documentAsked={lend.documentDue ? t('idAskedFor', { what: asking }) : null}
        error={error}
        onMend={lend.mend}
      />
      <DueFields
        byRules={judged.dueAt}
        typed={values.due}
        error={error('dueAt')}
        onChange={(due) => change({ due })}
      />
      <DepositFields
        deposit={values.deposit}
        askedFen={judged.depositFen}
        error={error}
        onChange={(changed) => change({ deposit: { ...values.deposit, ...changed } })}
      />
      <LendBars
        title={t('barred')}
        lines={lend.bars.map((bar) => t(`bar.${bar}`))}
        approval={lend.approval}
        mayOverride={may.override}
        reason={values.overrideReason}
        field="overrideReason"
        error={error}
        onReason={(overrideReason) => change({ overrideReason })}
      />
      <RemarksField
        label={t('remarks')}
        value={values.remarks}
        error={error}
        onChange={(next) => change({ remarks: next })}
      />
      <div className={form.ticks}>
        <Checkbox
          label={t('printSlip')}
          checked={lend.printSlip}
          onChange={(event) => change({ printSlip: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('lateEntry')}
          checked={values.late !== null}
          onChange={(event) => change({ late: event.currentTarget.checked ? localOf(Date.now()) : null })}
        />
        {values.late === null ? null : (
          <LocalTimeFields
            labels={{ day: t('lentDay'), time: t('lentTime') }}
            value={values.late}
            error={error('lentAt')}
            field="lentAt"
            onChange={(late) => change({ late })}
          />
        )}
      </div>
      {lend.signature.pad(error)}
    </EntryForm>
  );
}
