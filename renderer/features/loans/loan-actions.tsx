// What can be done to a loan from the list, the panel or a scan: done, said quietly, and taken back where possible.
import type { Dispatch } from 'react';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { useProperty } from '../../app/property.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { ConditionLabel, ConditionLine, ReturnedLine } from './came-back.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import type { Move, NamedLoan, Thing } from './workplace.ts';

/** What can be said by one key of what has just come back; one that is in order needs no word. */
const SAID: readonly Condition[] = ['wet', 'dirty', 'damaged', 'incomplete'];

export interface LoanActions {
  /** All of it is back, in order. */
  giveBack(loan: NamedLoan): void;
  reopen(loan: NamedLoan): void;
  /** Says how what came back last came; undone by saying what was said `before`. */
  noteCondition(loan: NamedLoan, things: readonly Thing[], condition: Condition, before: Condition): void;
  /** Takes the entry itself back, within ten minutes of making it. */
  takeBack(loan: NamedLoan): void;
  /** Takes the last call about it back. */
  takeBackCall(loan: NamedLoan): void;
  reprint(loan: NamedLoan): void;
  /** Says that it is back, with the way back; `deposits` that are held for it are shown to be refunded. */
  announceReturned(loan: NamedLoan, deposits: readonly number[]): void;
}

/** They begin at once and end in the quiet line, with what was done or why not. */
export function useLoanActions(dispatch: Dispatch<Move>): LoanActions {
  const { api } = useServices();
  const notices = useNotices();
  const { property } = useProperty();

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
        dispatch({ do: 'wentOut', loan: loan.id });
        dispatch({ do: 'show', shown: { kind: 'loan', loan: loan.id, tool: null }, focusAction: true });
      }),
    noteCondition: (loan, things, condition, before) =>
      attempt(async () => {
        await api.loans.noteCondition({ commandId: uuidV7(), loan: loan.id, condition });
        dispatch({ do: 'noted', loan: loan.id, condition });
        notices.show({
          tone: 'good',
          body: <ConditionLine things={things} condition={condition} />,
          action: {
            label: <UndoLabel />,
            run: () => actions.noteCondition(loan, things, before, condition),
          },
        });
      }),
    takeBack: (loan) =>
      attempt(async () => {
        await api.loans.takeBack({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="takenBackDone" loan={loan} /> });
      }),
    takeBackCall: (loan) =>
      attempt(async () => {
        await api.loans.takeBackCall({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="callTakenBackDone" loan={loan} /> });
      }),
    reprint: (loan) =>
      attempt(async () => {
        const { printJob } = await api.loans.reprint({ commandId: uuidV7(), loan: loan.id });
        notices.show({ tone: 'good', body: <DoneLine did="reprintDone" loan={loan} jobs={[printJob]} /> });
      }),
    announceReturned: (loan, deposits) =>
      attempt(async () => {
        const detail = await api.loans.get({ loan: loan.id });
        const { state, borrowerName: name, cameBack } = detail;
        const things = cameBack.flatMap(({ line, count }) => thingOf(detail, line, count));
        const condition = cameBack[0]?.condition ?? 'ok';
        // What is still out is still paid for.
        const owed = state === 'open' ? [] : detail.deposits.filter(({ id }) => deposits.includes(id));
        dispatch({ do: 'cameBack', back: { how: 'returned', loan, name, things, condition } });
        notices.show({
          tone: 'good',
          body: <ReturnedLine loan={loan} name={name} things={things} owed={owed} />,
          action: { label: <UndoLabel />, run: () => actions.reopen(loan) },
          choices: cameBack.some((each) => each.condition !== 'ok')
            ? []
            : SAID.map((said) => ({
                label: <ConditionLabel condition={said} />,
                run: () => actions.noteCondition(loan, things, said, 'ok'),
              })),
        });
        // Cash is paid out where it lies.
        const here = owed.some(({ method, desk }) => method !== 'cash' || desk === property.desk.code);
        if (!here) return;
        dispatch({ do: 'show', shown: { kind: 'loan', loan: loan.id, tool: 'settle' }, focusAction: true });
      }),
  };
  return actions;
}

function thingOf(loan: LoanDetail, at: number, count: number): Thing[] {
  const line = loan.lines.find((each) => each.line === at);
  if (!line) return [];
  const { type, typeNameZh, typeNameEn, asset } = line;
  return [{ type, typeNameZh, typeNameEn, asset, count }];
}
