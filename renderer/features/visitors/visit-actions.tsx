// What can be done to a visit from the list, the panel or a scan: done, said quietly, and taken back where possible.
import type { Dispatch } from 'react';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { Notice } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { DoneLine, PassOver, ReprintLabel } from './done-line.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import type { Move } from './workplace.ts';

/** The part of a visit that its notice names. */
export interface NamedVisit {
  readonly id: number;
  readonly number: string;
  readonly name: string | null;
}

export interface VisitActions {
  /** `timeUnknown`: nobody saw when; no leaving time is made up. */
  leave(visit: NamedVisit, way?: 'list' | 'timeUnknown', card?: 'returned' | 'kept'): void;
  /** The visit's turnstile card is in the drawer again. */
  returnCard(visit: NamedVisit): void;
  loseCard(visit: NamedVisit): void;
  reopen(visit: NamedVisit): void;
  cancel(visit: NamedVisit): void;
  /** Takes the entry itself back, within ten minutes of making it; after an `arrival` the visit is expected again. */
  takeBack(visit: NamedVisit, arrival?: boolean): void;
  reprint(visit: NamedVisit): void;
  /** What is said of a correction: with a new pass by one key, where the one in hand is no longer right. */
  corrected(did: 'amendedDone' | 'extendedDone', visit: NamedVisit, passOutdated: boolean): Notice;
  /** Says that a scan has let this visit leave, with the way back. */
  announceLeft(visit: number): void;
  /** Says that the pass of this visit, just scanned, lets nobody in or out any more. */
  tellOver(visit: number): void;
}

/** They begin at once and end in the quiet line, with what was done or why not. */
export function useVisitActions(dispatch: Dispatch<Move>): VisitActions {
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <VisitRefusal error={error} /> }));
  }

  /** What they still hold is said in the same line. It bars nothing: they have left, whether or not it can be told. */
  async function showLeft(visit: NamedVisit): Promise<void> {
    const held = await api.borrowers.heldByVisit({ visit: visit.id }).catch(() => []);
    notices.show({
      tone: held.length === 0 ? 'good' : 'warn',
      body: <DoneLine did="leftDone" visit={visit} held={held} />,
      action: { label: <UndoLabel />, run: () => reopen(visit) },
    });
  }

  function reopen(visit: NamedVisit): void {
    attempt(async () => {
      await api.visitors.reopen({ commandId: uuidV7(), visit: visit.id });
      notices.show({ tone: 'good', body: <DoneLine did="reopenedDone" visit={visit} /> });
      dispatch({ do: 'select', record: visit.id });
    });
  }

  const actions: VisitActions = {
    reopen,
    leave: (visit, way = 'list', card) =>
      attempt(async () => {
        await api.visitors.leave({ commandId: uuidV7(), visit: visit.id, way, card: card ?? null });
        await showLeft(visit);
      }),
    returnCard: (visit) =>
      attempt(async () => {
        await api.visitors.returnCard({ commandId: uuidV7(), visit: visit.id });
        notices.show({ tone: 'good', body: <DoneLine did="cardReturnedDone" visit={visit} /> });
      }),
    loseCard: (visit) =>
      attempt(async () => {
        await api.visitors.loseCard({ commandId: uuidV7(), visit: visit.id });
        notices.show({
          tone: 'good',
          body: <DoneLine did="cardLostDone" visit={visit} />,
          action: { label: <UndoLabel />, run: () => actions.returnCard(visit) },
        });
      }),
    takeBack: (visit, arrival = false) =>
      attempt(async () => {
        await api.visitors.takeBack({ commandId: uuidV7(), visit: visit.id });
        const did = arrival ? 'arrivalBackDone' : 'takenBackDone';
        notices.show({ tone: 'good', body: <DoneLine did={did} visit={visit} /> });
      }),
    cancel: (visit) =>
      attempt(async () => {
        await api.visitors.cancel({ commandId: uuidV7(), visit: visit.id });
        notices.show({ tone: 'good', body: <DoneLine did="cancelledDone" visit={visit} /> });
      }),
    reprint: (visit) =>
      attempt(async () => {
        const { printJob } = await api.visitors.reprint({ commandId: uuidV7(), visit: visit.id });
        notices.show({ tone: 'good', body: <DoneLine did="reprintDone" visit={visit} job={printJob} /> });
      }),
    corrected: (did, visit, passOutdated) => ({
      tone: 'good',
      body: <DoneLine {...{ did, visit, passOutdated }} />,
      ...(passOutdated ? { choices: [{ label: <ReprintLabel />, run: () => actions.reprint(visit) }] } : {}),
    }),
    announceLeft: (id) => attempt(async () => showLeft(await api.visitors.get({ visit: id }))),
    tellOver: (id) =>
      attempt(async () => {
        const visit = await api.visitors.get({ visit: id });
        notices.show({ tone: 'warn', body: <PassOver visit={visit} /> });
      }),
  };
  return actions;
}
