// One open form: a walk-in, an arrival or a pre-registration. What is typed lives here until it is confirmed.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { usePolicies } from '../../app/policies.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { EntryForm } from '../../app/register/entry-form.tsx';
import { Callout } from '../../ui/callout.tsx';
import { CardComparison } from './card-comparison.tsx';
import { DenialFields } from './denial-fields.tsx';
import { ExpectedTimes } from './expected-times.tsx';
import { HostConfirmationField } from './host-confirmation.tsx';
import { LateEntry } from './late-entry.tsx';
import { useFormConfirm } from './form-confirm.tsx';
import { NoDocumentField } from './no-document.tsx';
import { PassChoice } from './pass-choice.tsx';
import { PassValidity } from './pass-validity.tsx';
import { ReturningVisitor } from './returning-visitor.tsx';
import { SameAsBefore } from './same-as-before.tsx';
import { SamePersonOffer } from './same-person.tsx';
import { TurnAway } from './turn-away.tsx';
import { useVisitorForm } from './visitor-form-state.ts';
import { VisitRefusal, visitAlreadyThere } from './visit-refusal.tsx';
import entry from '../../ui/entry-form.module.css';
import { VisitorFields } from './visitor-fields.tsx';
import { emptyValues, valuesOfVisit } from './visitor-values.ts';
import { useVisitorsDesk } from './visitors-desk.tsx';
import type { Draft } from './workplace.ts';

/** `expected` is the visit that arrives or is amended; it has to be given for both. */
export function VisitorForm(props: {
  readonly draft: Draft;
  readonly front: boolean;
  readonly expected: VisitDetail | null;
  readonly onCancel: (keep: boolean) => void;
}) {
  const { t } = useTranslation('visitors');
  const { draft, front, expected } = props;
  const { card, kind } = draft;
  const desk = useVisitorsDesk();
  const arriving = kind === 'register' || kind === 'arrive';
  const hasCome = kind === 'amend' && expected?.arrivedAt !== null;
  useHelpPage('corrections', front && kind === 'amend');
  const box = useRef<HTMLFormElement>(null);
  const policies = usePolicies();
  const begun = expected && (kind === 'arrive' || kind === 'amend') ? valuesOfVisit(expected) : emptyValues;
  const state = useVisitorForm(
    { ...begun, pass: policies['pass.printed'] ? 'paper' : 'none' },
    card,
    draft.given,
    kind === 'arrive' && expected
      ? { visit: expected.id, numberOnFile: expected.documentMasked !== null }
      : null,
  );
  const { form } = state;
  const sending = useFormConfirm({ draft, state, front, focus });
  const { busy, refusal, same, times, late, validity, denial, confirm, setTimes, setLate } = sending;

  function focus(field: string): void {
    box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }

  const goToHand = useEffectEvent(() => focus(placeOfHand()));
  const questions = state.conflicts.length;
  useEffect(() => {
    if (front) goToHand();
  }, [front, card, questions]);

  /** With a card that nothing speaks against the identity is done, and what is missing is the host; then nothing is. */
  function placeOfHand(): string {
    const [question] = state.conflicts;
    if (question) return question.field;
    if (card) return form.values.hostName === '' ? 'host' : 'confirm';
    if (kind === 'arrive') return 'documentNumber';
    return draft.given?.name === undefined ? 'name' : 'host';
  }

  function cancel(): void {
    props.onCancel(form.isDirty() || card !== null);
  }

  const there = visitAlreadyThere(refusal);
  return (
    <EntryForm
      {...{ box, front, busy }}
      label={t(kind)}
      // One way is the next one: while somebody alike waits to be answered for, it is that one.
      waits={!same.settled && denial === null}
      {...(denial === null ? {} : { confirm: t('deny') })}
      above={
        <>
          {refusal === null ? null : (
            <Callout tone="bad" announce title={<VisitRefusal error={refusal} />}>
              {there ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  w="fit-content"
                  onClick={() => desk.lookUp(there.visit, true)}
                >
                  {t('showVisit')}
                </Button>
              ) : null}
            </Callout>
          )}
          {denial === null ? null : (
            <DenialFields denial={denial} error={state.error} onChange={sending.setDenial} />
          )}
          <SamePersonOffer draft={draft} state={state} same={same} front={front} />
          {kind === 'register' || kind === 'expect' ? <ReturningVisitor state={state} front={front} /> : null}
        </>
      }
      besides={
        denial === null ? (
          kind === 'register' || kind === 'expect' ? (
            <SameAsBefore state={state} front={front} />
          ) : null
        ) : (
          <TurnAway denying front={front} onPress={sending.turnAway} />
        )
      }
      onConfirm={() => confirm()}
      onCancel={cancel}
    >
      {card ? <CardComparison card={card} /> : null}
      {kind === 'amend' ? <p className={entry.note}>{t('amendNote')}</p> : null}
      <VisitorFields
        state={state}
        card={card}
        vouching={arriving || (kind === 'amend' && state.base.documentType !== 'none')}
        afterPurpose={arriving ? <HostConfirmationField state={state} /> : null}
        afterDocument={(arriving && denial === null) || hasCome ? <NoDocumentField state={state} /> : null}
        besideTicks={
          arriving && denial === null ? (
            <LateEntry late={late} error={state.error} onChange={setLate} />
          ) : null
        }
        onFile={expected?.documentMasked ?? null}
        shown={arriving}
      />
      {kind === 'expect' ? <ExpectedTimes times={times} error={state.error} onChange={setTimes} /> : null}
      {arriving && denial === null ? (
        <>
          <PassValidity
            purpose={form.values.purpose}
            visit={draft.visit}
            arrivedAt={sending.readLate()}
            front={front}
            typed={validity}
            error={state.error('validUntil')}
            onChange={sending.setValidity}
          />
          <PassChoice
            state={state}
            gone={sending.gone}
            beside={<TurnAway denying={false} front={front} onPress={sending.turnAway} />}
          />
        </>
      ) : null}
    </EntryForm>
  );
}
