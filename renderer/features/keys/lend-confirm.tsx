// Confirming a form that lends: checked, approved where that is needed, sent once under its command id.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefObject } from 'react';
import type { BorrowerPick } from '../../../electron/api/borrowers.contract.ts';
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
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { useKeyActions } from './key-actions.tsx';
import { barredKey, fieldsRefused } from './key-refusal.tsx';
import type { FieldMessage } from './key-refusal.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { toLoanForm, wrongInLend } from './lend-values.ts';
import type { Barred, LendTimes, LendValues } from './lend-values.ts';
import { LIST_ID } from './loans-list.tsx';
import { useJudgement } from './use-judgement.ts';
import type { Judgement } from './use-judgement.ts';
import type { Draft } from './workplace.ts';

export interface LendConfirm {
  readonly box: RefObject<HTMLFormElement | null>;
  readonly busy: boolean;
  readonly wrong: FieldErrors<FieldMessage>;
  readonly refusal: unknown;
  readonly borrower: BorrowerInForm;
  readonly judgement: Judgement;
  /** Their document is all that is missing: it is asked for, and no approval. */
  readonly documentDue: boolean;
  /** What needs an approval before it leaves; empty in an emergency, which never waits. */
  readonly barred: readonly Barred[];
  readonly approval: ApprovalInForm;
  /** Null where nobody can be asked for one. */
  readonly signature: SignatureInForm | null;
  readonly times: LendTimes;
  mend(field: string): void;
  mendTyped(event: { readonly target: EventTarget }): void;
  confirm(): void;
}

export function useLendConfirm(form: {
  readonly draft: Draft;
  readonly values: LendValues;
  readonly front: boolean;
  readonly mayOverride: boolean;
}): LendConfirm {
  const { draft, values, mayOverride } = form;
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const { move } = useKeysDesk();
  const actions = useKeyActions(move);
  const { times: zone } = useProperty();
  const approval = useApproval('keys.override');
  const signature = useSignature('keyOut');
  const [refusedBar, setRefusedBar] = useState<Barred | null>(null);
  const { due, late, authorisedBy } = values;
  const borrower = useBorrower('contractor');
  const { pick, name: borrowerName } = borrower;
  const times: LendTimes = {
    dueAt: due === null ? null : zone.instant(due.day, due.time),
    lentAt: late === null ? null : zone.instant(late.day, late.time),
  };
  // In an emergency nobody waits, and whoever has brought it back has left.
  const asksSignature = values.kind !== 'emergency' && !(late !== null && values.alreadyBack);
  const judgement = useJudgement({
    ...{ keys: draft.keys, authorisedBy, lentAt: times.lentAt, asked: form.front },
    borrower: pick,
  });
  const known = judgement.bars.filter(({ bars }) => bars.length > 0);
  const standing =
    values.kind === 'emergency' || !pick ? [] : known.length > 0 || !refusedBar ? known : [refusedBar];
  const asksId = standing.some(({ bars }) => bars.includes('ID_NEEDED'));
  const asksMore = standing.some(({ bars }) => bars.some((bar) => bar !== 'ID_NEEDED'));
  const { person, withoutDocument } = borrower.values;
  const documentDue =
    values.kind !== 'emergency' &&
    !asksMore &&
    !withoutDocument &&
    (asksId || (person !== null && judgement.idAsked));
  const barred = documentDue ? [] : standing;

  const sending = useFormSending<FieldMessage>({
    check: () => ({
      ...wrongInLend(draft.keys, values, times, barred.length > 0),
      ...borrower.check(documentDue),
      ...(asksSignature ? signature.check() : {}),
      ...(barred.length > 0 && !mayOverride ? approval.check() : {}),
    }),
    send,
    fieldsOf: fieldsRefused,
  });

  async function send(): Promise<void> {
    const commandId = draft.id;
    if (!pick) return;
    move({ do: 'send', draft: draft.id, sent: true });
    try {
      done(await lend(commandId, pick));
    } catch (error) {
      move({ do: 'send', draft: draft.id, sent: false });
      borrower.refused(error);
      const bar = barredKey(error);
      setRefusedBar(bar);
      // The form asks for the approval where it stands: the answer was on its way.
      if (!bar) throw error;
      queries.invalidateQueries({ queryKey: calls.keys.judge.key() }).catch(() => {});
    }
  }

  async function lend(commandId: string, to: BorrowerPick) {
    const { kind, reason, witness } = values;
    const sent = {
      commandId,
      ...toLoanForm(draft, to, values, times, asksSignature ? signature.value : null),
    };
    if (kind === 'emergency') return api.keys.lendEmergency({ ...sent, reason, witness });
    const [first, ...rest] = barred;
    const others = rest.map(({ key }) => key);
    const granted =
      first && !mayOverride ? await approval.grant({ commandId, record: first.key, others, reason }) : null;
    const returnedAt = late !== null && values.alreadyBack ? Date.now() : null;
    const overrideReason = first ? reason : null;
    return api.keys.lend({ ...sent, kind, approval: granted, returnedAt, overrideReason });
  }

  /** Says what was done with the way back, and gives the keys to the list. */
  function done({ id, number, printJob }: { id: number; number: string; printJob: number | null }): void {
    notices.show({
      tone: 'good',
      body: <DoneLine did="lentDone" number={number} name={borrowerName} job={printJob} />,
      action: { label: <UndoLabel />, run: () => actions.takeBack({ id, number }) },
    });
    move({ do: 'finish', draft: draft.id, select: id });
    document.getElementById(LIST_ID)?.focus();
    for (const noun of [calls.keys, calls.borrowers]) {
      queries.invalidateQueries({ queryKey: noun.key() }).catch(() => {});
    }
  }

  return {
    ...{ ...sending, borrower, judgement, documentDue, barred, approval, times },
    signature: asksSignature ? signature : null,
  };
}
