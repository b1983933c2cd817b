// Confirming a form: checked, sent once under its command id, and what then happens to hand and screen.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useOthersForm } from '../../app/use-form-owners.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { Notice } from '../../ui/notice.tsx';
import { useExpectedTimes } from './expected-times.tsx';
import type { ExpectedTimesState } from './expected-times.tsx';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { DoneLine, ExpectedLine } from './done-line.tsx';
import { useLateEntry } from './late-entry.tsx';
import type { LateArrival } from './late-entry.tsx';
import type { LocalTime } from '../../ui/local-time.tsx';
import { usePassValidity } from './pass-validity.tsx';
import { useVisitActions } from './visit-actions.tsx';
import type { NamedVisit } from './visit-actions.tsx';
import { useSamePerson } from './same-person.tsx';
import type { SamePerson } from './same-person.tsx';
import { fieldsRefused, isSamePerson } from './visit-refusal.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import { firstDenial, lacksNote } from './denial-fields.tsx';
import type { Denial } from './denial-fields.tsx';
import { toAmendForm, toDenialForm, toVisitorForm } from './visitor-values.ts';
import { useVisitorsDesk } from './visitors-desk.tsx';
import type { Draft } from './workplace.ts';

/** Order on the screen, so that the first field in error is the one that gets the focus. */
const FIELD_ORDER = [
  ...(['name', 'host', 'hostName', 'units', 'hostConfirmation', 'documentNumber', 'nationality'] as const),
  ...([
    'phone',
    'company',
    'plate',
    'items',
    'remarks',
    'children',
    'expectedFrom',
    'expectedUntil',
  ] as const),
  ...(['note', 'validUntil', 'card', 'arrivedAt', 'leftAt', 'paperLine'] as const),
];

export interface FormConfirm {
  readonly busy: boolean;
  readonly same: SamePerson;
  readonly refusal: unknown;
  readonly times: ExpectedTimesState;
  setTimes(times: ExpectedTimesState): void;
  /** The true time of an arrival entered late; null for now. */
  readonly late: LateArrival | null;
  setLate(late: LateArrival | null): void;
  /** Their visit is over already. */
  readonly gone: boolean;
  /** UTC ms of it, null for now, NaN where the fields hold no time. */
  readLate(): number | null;
  /** Until when the pass holds, where that is not what the policies say. */
  readonly validity: LocalTime | null;
  setValidity(typed: LocalTime | null): void;
  /** Why they are turned away; null while they are not. */
  readonly denial: Denial | null;
  setDenial(denial: Denial | null): void;
  /** Asks why they are turned away, or stops asking. */
  turnAway(): void;
  confirm(): void;
}

export function useFormConfirm(props: {
  readonly draft: Draft;
  readonly state: VisitorFormState;
  readonly front: boolean;
  readonly focus: (field: string) => void;
}): FormConfirm {
  const { draft, state, front, focus } = props;
  const { form, base } = state;
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const desk = useVisitorsDesk();
  const notices = useNotices();
  const othersForm = useOthersForm();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { times, setTimes, readTimes } = useExpectedTimes();
  const { late, setLate, gone, readLate, readLeft, readPaperLine } = useLateEntry();
  const { typed: validity, setTyped: setValidity, readValidity } = usePassValidity();
  const [denial, setDenial] = useState<Denial | null>(null);
  const actions = useVisitActions(desk.move);
  const from = draft.kind === 'expect' ? readTimes().expectedFrom : null;
  const expectedFrom = Number.isNaN(from) ? null : from;
  const same = useSamePerson({ draft, state, front, expectedFrom, gone });

  /** Whoever is gone needs no pass; one may be printed all the same. */
  function enterLate(next: LateArrival | null): void {
    const leaves = next !== null && next.left !== null;
    if (leaves !== gone) form.setValues({ pass: leaves ? 'none' : base.pass, card: '' });
    setLate(next);
  }

  function refuseFields(fields: Record<string, unknown>): void {
    form.setErrors(Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, String(key)])));
    const first = FIELD_ORDER.find((field) => field in fields);
    if (first) focus(first === 'hostName' ? 'host' : first);
  }

  async function send(): Promise<void> {
    const values = form.getValues();
    const name = values.name.trim();
    const { printPass, card, hostConfirmation, ...filled } = toVisitorForm(values, base, draft.card);
    const commandId = draft.id;
    const begunBy = othersForm(commandId)?.id ?? null;
    const fields = { ...filled, anotherPerson: same.another, begunBy };
    if (denial !== null) return deny(denial, { commandId, begunBy });
    switch (draft.kind) {
      case 'amend': {
        const amended = toAmendForm(values, base, draft.card);
        const sent = { commandId, begunBy, ...amended, visit: draft.visit ?? 0 };
        const { id, passOutdated } = await api.visitors.amend(sent);
        const { number } = await api.visitors.get({ visit: id });
        return done(actions.corrected('amendedDone', { id, number, name }, passOutdated), id);
      }
      case 'expect': {
        const { id, number, passCode } = await api.visitors.expect({ commandId, ...fields, ...readTimes() });
        return done(
          undoable(<ExpectedLine number={number} name={name} code={passCode} />, { id, number, name }),
          id,
        );
      }
      case 'register':
      case 'arrive': {
        const pass = { printPass, card, validUntil: readValidity() };
        const [arrivedAt, leftAt] = [readLate(), readLeft()];
        const arrival = { hostConfirmation, arrivedAt, leftAt, paperLine: readPaperLine() };
        const sent = { commandId, ...fields, ...pass, ...arrival };
        const { id, number, printJob } =
          draft.visit === null
            ? await api.visitors.register(sent)
            : await api.visitors.arrive({ ...sent, visit: draft.visit });
        // As the card itself says it: 001, where 1 was typed.
        const given = card === null ? null : (await api.visitors.get({ visit: id })).card?.number;
        const { company, purpose, host, hostName, units } = values;
        desk.remember({ company: company.trim(), purpose, host, hostName, units });
        const did = leftAt === null ? 'registered' : 'enteredGone';
        const line = <DoneLine did={did} visit={{ number, name }} job={printJob} card={given} />;
        return done(undoable(line, { id, number, name }), id);
      }
    }
  }

  /** Whoever was announced is turned away as announced; anybody else gets a record of their own. */
  async function deny(why: Denial, sent: { readonly commandId: string; readonly begunBy: number | null }) {
    const values = form.getValues();
    const name = values.name.trim();
    const { commandId } = sent;
    const { id } =
      draft.visit === null
        ? await api.visitors.deny({ ...toDenialForm(values, base, draft.card, why), ...sent })
        : await api.visitors.denyExpected({ commandId, visit: draft.visit, ...why });
    const { number } = await api.visitors.get({ visit: id });
    return done(undoable(<DoneLine did="deniedDone" visit={{ number, name }} />, { id, number, name }), id);
  }

  function undoable(body: ReactNode, visit: NamedVisit): Notice {
    const run = (): void => actions.takeBack(visit, draft.kind === 'arrive');
    return { tone: 'good', body, action: { label: <UndoLabel />, run } };
  }

  /** Says what was done, and goes where the hand goes next. */
  function done(notice: Notice, select: number): void {
    notices.show(notice);
    const view = draft.kind === 'expect' ? 'expected' : gone || denial !== null ? 'all' : 'onSite';
    desk.move({
      do: 'finish',
      draft: draft.id,
      select,
      view: draft.kind === 'amend' ? desk.place.view : view,
    });
    // The list takes the keys: the next scan or card meets no field, and Alt+N is where it was.
    document.getElementById('visits')?.focus();
    queries.invalidateQueries({ queryKey: calls.visitors.key() }).catch(() => {});
  }

  function confirm(): void {
    if (busy) return;
    setRefusal(null);
    const { hasErrors, errors } = form.validate();
    const { pass, card } = form.getValues();
    if (denial !== null) return confirmDenial(denial, errors);
    const wrong: Record<string, unknown> = {
      ...(hasErrors ? errors : {}),
      ...timesInError(
        draft.kind === 'expect'
          ? readTimes()
          : { arrivedAt: readLate(), leftAt: readLeft(), validUntil: readValidity() },
      ),
      ...Object.fromEntries(state.conflicts.map(({ field }) => [field, 'field.cardOpen'])),
      ...(state.unitText.trim() === '' ? {} : { units: 'field.unitOpen' }),
      ...(pass === 'card' && card.trim() === '' ? { card: 'field.needed' } : {}),
    };
    if (Object.keys(wrong).length > 0) {
      refuseFields(wrong);
      return;
    }
    if (!same.settled) {
      focus('samePerson');
      return;
    }
    sendOff();
  }

  /** Nobody is let in by it: what is missing of document and host does not matter, nor who else is alike. */
  function confirmDenial(why: Denial, errors: Record<string, unknown>): void {
    const wrong = {
      ...(errors['name'] ? { name: errors['name'] } : {}),
      ...(lacksNote(why) ? { note: 'field.noteNeeded' } : {}),
    };
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    return sendOff();
  }

  function turnAway(): void {
    setDenial(denial === null ? firstDenial : null);
  }

  function sendOff(): void {
    setBusy(true);
    send()
      .catch((error: unknown) => {
        const fields = fieldsRefused(error);
        if (Object.keys(fields).length > 0) refuseFields(fields);
        else setRefusal(error);
        // The form asks who it is as soon as it knows: the answer was on its way.
        if (isSamePerson(error))
          queries.invalidateQueries({ queryKey: calls.visitors.alike.key() }).catch(() => {});
      })
      .finally(() => setBusy(false));
  }

  return {
    ...{ busy, refusal, same, times, setTimes, validity, setValidity, confirm },
    ...{ late, setLate: enterLate, gone, readLate, denial, setDenial, turnAway },
  };
}

function timesInError(times: Readonly<Record<string, number | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(times).flatMap(([field, at]) => (Number.isNaN(at) ? [[field, 'field.needed']] : [])),
  );
}
