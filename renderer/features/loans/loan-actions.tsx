// What can be done to a loan from the list, the panel or a scan: done, said quietly, and taken back where possible.
import type { Dispatch } from 'react';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DoneLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import type { Move } from './workplace.ts';

/** The part of a loan that its notice names. */
export interface NamedLoan {
  readonly id: number;
  readonly number: string;
}

export interface LoanActions {
  /** All of it is back, in order. */
  giveBack(loan: NamedLoan): void;
  reopen(loan: NamedLoan): void;
  /** Takes the entry itself back, within ten minutes of making it. */
  takeBack(loan: NamedLoan): void;
  reprint(loan: NamedLoan): void;
  /** Says that it is back, with the way back; `deposits` that are held for it are shown to be refunded. */
  announceReturned(loan: NamedLoan, deposits: readonly number[]): void;
}

/** They begin at once and end in the quiet line, with what was done or why not. */
export function useLoanActions(dispatch: Dispatch<Move>): LoanActions {
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }));
  }

  const actions: LoanActions = {
    giveBack: (loan) =>
      attempt(async () => {
        const { deposits } = await api.loans.return({ commandId: uuidV7(), loan: loan.id, way: 'list' });
        actions.announceReturned(loan, deposits);
      }),
    reopen: (loan) =>
      attempt(async () => {
        await api.loans.reopen({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="reopenedDone" loan={loan} /> });
        dispatch({ do: 'show', shown: { kind: 'loan', loan: loan.id, tool: null }, focusAction: true });
      }),
    takeBack: (loan) =>
      attempt(async () => {
        await api.loans.takeBack({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="takenBackDone" loan={loan} /> });
      }),
    reprint: (loan) =>
      attempt(async () => {
        const { printJob } = await api.loans.reprint({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="reprintDone" loan={loan} jobs={[printJob]} /> });
      }),
    announceReturned: (loan, deposits) =>
      attempt(async () => {
        const { state, borrowerName } = await api.loans.get({ loan: loan.id });
        notices.show({
          tone: 'good',
          body: <DoneLine did="returnedDone" loan={loan} what={borrowerName ?? ''} />,
          action: { label: <UndoLabel />, run: () => actions.reopen(loan) },
        });
        // What is still out is still paid for.
        if (deposits.length === 0 || state === 'open') return;
        dispatch({ do: 'show', shown: { kind: 'loan', loan: loan.id, tool: 'settle' }, focusAction: true });
      }),
  };
  return actions;
}
