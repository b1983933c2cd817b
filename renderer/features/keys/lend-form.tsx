// One open form that lends keys: tags are scanned onto it from anywhere; what is typed lives here until it is confirmed.
import { Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KEY_LOAN_KINDS } from '../../../electron/api/key-states.ts';
import type { KeyLoanKind } from '../../../electron/api/key-states.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { BorrowerPick } from '../../app/lending/borrower-pick.tsx';
import { DueFields } from '../../app/lending/due-fields.tsx';
import { LendBars } from '../../app/lending/lend-bars.tsx';
import { usePolicies } from '../../app/policies.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { EntryForm } from '../../app/register/entry-form.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { TextField } from '../../ui/text-field.tsx';
import entry from '../../ui/entry-form.module.css';
import { Authoriser } from './authoriser.tsx';
import { ChosenKeys } from './chosen-keys.tsx';
import { EmergencyBanner, EmergencyFields } from './emergency-fields.tsx';
import { KeyRefusal, sealedKey, useBarsText } from './key-refusal.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { LateLoan, useNow } from './late-loan.tsx';
import { useLendConfirm } from './lend-confirm.tsx';
import { emptyValues, isSealed, usualKind } from './lend-values.ts';
import type { LendValues } from './lend-values.ts';
import type { MayDo } from './may-do.ts';
import type { Draft } from './workplace.ts';

export function LendForm(props: {
  readonly draft: Draft;
  readonly front: boolean;
  readonly may: MayDo;
  readonly onCancel: (keep: boolean) => void;
}) {
  const { t } = useTranslation('keys');
  const { draft, front, may } = props;
  const { move, scan } = useKeysDesk();
  const { calls } = useServices();
  const now = useNow();
  const { code: here } = useProperty().property.desk;
  const bounds = { late: usePolicies()['lateEntry.days'] };
  const found = useQueries({
    queries: draft.keys.map((key) => calls.keys.key.queryOptions({ input: { key } })),
  });
  const rows = found.flatMap(({ data }) => (data ? [data] : []));
  const [held, setValues] = useState<LendValues>(() => ({
    ...emptyValues,
    ...(draft.late ? { late: now(), alreadyBack: true } : {}),
  }));
  const [chosenKind, setKind] = useState<KeyLoanKind | null>(null);
  const values: LendValues = { ...held, kind: chosenKind ?? usualKind(rows, held.late) };
  const form = useLendConfirm({ draft, values, front, mayOverride: may.override });
  const { box, borrower, judgement, barred } = form;

  function change(changed: Partial<LendValues>): void {
    for (const field of Object.keys(changed)) form.mend(field);
    setValues({ ...values, ...changed });
  }

  function setKeys(keys: readonly number[]): void {
    form.mend('keys');
    move({ do: 'setKeys', draft: draft.id, keys });
  }

  function error(field: string): string | undefined {
    const message = form.wrong[field];
    return message && t(message, bounds);
  }

  function focus(field: string): void {
    box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }

  // The hand goes to what is missing: the key first, then whoever borrows it.
  const count = draft.keys.length;
  const sealed = rows.some(isSealed);
  const mayUnseal = rows.some((row) => isSealed(row) && row.desk === here);
  const goToHand = useEffectEvent(() => {
    if (count === 0) focus('keys');
    else if (sealed) focus(mayUnseal ? 'unseal' : 'keys');
    else if (!borrower.begun) focus('borrower');
  });
  useEffect(() => {
    if (front) goToHand();
  }, [front, count, sealed]);
  const { consentBy = null } = draft;
  const [agreed, setAgreed] = useState<number | null>(null);
  if (consentBy !== null && consentBy !== agreed) {
    setAgreed(consentBy);
    setValues({ ...held, authorisedBy: consentBy });
  }
  // Known at last that an approval is needed: the hand goes there, unless it is busy elsewhere in the form.
  const askWhy = useEffectEvent(() => focus('reason'));
  const refused = useRef(false);
  useEffect(() => {
    if (barred.length > 0 && !refused.current && document.activeElement === document.body) askWhy();
    refused.current = barred.length > 0;
  }, [barred.length]);

  function cancel(): void {
    props.onCancel(count > 0 || borrower.begun);
  }

  const barsText = useBarsText();
  const codeOf = (key: number): string => rows.find(({ id }) => id === key)?.code ?? String(key);
  const emergency = values.kind === 'emergency';
  const text = (field: 'purpose' | 'remarks', label: string, most: number) => (
    <TextField
      label={label}
      value={values[field]}
      field={field}
      error={error}
      maxLength={most}
      onChange={(next) => change({ [field]: next })}
    />
  );
  return (
    <EntryForm
      {...{ box, front }}
      label={t('lend')}
      busy={form.busy}
      above={
        // A sealed bag is told of in the form, with the way to open it.
        form.refusal === null || sealedKey(form.refusal) !== null ? null : (
          <Callout tone="bad" announce title={<KeyRefusal error={form.refusal} />} />
        )
      }
      onChange={form.mendTyped}
      onConfirm={() => (sealed ? focus(mayUnseal ? 'unseal' : 'keys') : form.confirm())}
      onCancel={cancel}
    >
      <ChosenKeys
        rows={rows}
        scanned={draft.scanned}
        pieces={values.pieces}
        error={error}
        onPieces={(key, pieces) => change({ pieces: { ...values.pieces, [key]: pieces } })}
        onCode={scan}
        onAdd={(key) => setKeys([...new Set([...draft.keys, key])])}
        onRemove={(key) => setKeys(draft.keys.filter((each) => each !== key))}
      />
      {emergency ? <EmergencyBanner byKind={chosenKind === null} /> : null}
      <BorrowerPick
        borrower={borrower}
        front={front && !draft.sent}
        documentAsked={form.documentDue ? t('idAskedFor', { key: rows.map(nameOf).join('、') }) : null}
        error={error}
        onMend={form.mend}
      />
      <Authoriser
        authorisers={judgement.authorisers}
        value={values.authorisedBy}
        error={error('authorisedBy')}
        onChange={(authorisedBy) => change({ authorisedBy })}
      />
      <LendBars
        title={t('barred', { key: barred.map(({ key }) => codeOf(key)).join(' · ') })}
        lines={barred.map((each) => (barred.length > 1 ? `${codeOf(each.key)} · ` : '') + barsText(each))}
        approval={form.approval}
        mayOverride={may.override}
        reason={values.reason}
        field="reason"
        error={error}
        onReason={(reason) => change({ reason })}
      />
      {emergency ? <EmergencyFields values={values} error={error} onChange={change} /> : null}
      {text('purpose', t('purpose'), 100)}
      <ChoiceChips
        label={t('loanKind')}
        value={values.kind}
        choices={KEY_LOAN_KINDS.map((value) => ({ value, label: t(`loanKind.${value}`) }))}
        onChange={setKind}
      />
      {values.kind === 'issued' ? (
        <p className={entry.note}>{t('issuedNote')}</p>
      ) : (
        <DueFields
          byRules={judgement.dueAt}
          typed={values.due}
          error={error('dueAt')}
          onChange={(due) => change({ due })}
        />
      )}
      {text('remarks', t('remarks'), 500)}
      {form.signature?.pad(error)}
      <div className={entry.ticks}>
        <Checkbox
          label={t('printSlip')}
          checked={values.printSlip}
          onChange={(event) => change({ printSlip: event.currentTarget.checked })}
        />
        <LateLoan values={values} error={error('lentAt')} onChange={change} />
      </div>
    </EntryForm>
  );
}

function nameOf({ name, code }: KeyRow): string {
  return name ?? code;
}
