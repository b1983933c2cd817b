// What can be done with a deposit at once: said in the quiet line, and taken back where possible.
import { isOpenDeposit } from '../../../electron/api/deposit-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DepositLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

/** The part of a deposit that its notices name. */
type NamedDeposit = Pick<DepositRow, 'id' | 'number'>;

export interface DepositActions {
  /** The receipt while it is open, else what was given instead of it. */
  reprint(deposit: DepositRow): void;
  /** The money is back and the receipt open again. */
  undoSettle(deposit: NamedDeposit): void;
  /** The payer has back what was paid of the bill last. */
  undoShortfall(deposit: NamedDeposit): void;
  /** Says what was paid of the bill, with the way back. */
  announcePaid(deposit: NamedDeposit, fen: number): void;
  /** Says what goes back over the counter, with the way back. */
  announceSettled(
    deposit: NamedDeposit,
    settled: { readonly refundFen: number; readonly pending: boolean; readonly job: number | undefined },
  ): void;
}

export function useDepositActions(): DepositActions {
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }));
  }

  const actions: DepositActions = {
    reprint: (deposit) =>
      attempt(async () => {
        const command = { commandId: uuidV7(), deposit: deposit.id };
        const { printJobs } = isOpenDeposit(deposit)
          ? await api.loans.reprintReceipt(command)
          : await api.loans.reprintRefund(command);
        const body = <DepositLine did="reprintDone" number={deposit.number} job={printJobs[0]} />;
        notices.show({ tone: 'good', body });
      }),
    undoSettle: ({ id, number }) =>
      attempt(async () => {
        await api.loans.undoSettle({ commandId: uuidV7(), deposit: id });
        notices.show({ tone: 'good', body: <DepositLine did="undoneDone" number={number} /> });
      }),
    undoShortfall: ({ id, number }) =>
      attempt(async () => {
        await api.loans.undoShortfall({ commandId: uuidV7(), deposit: id });
        notices.show({ tone: 'good', body: <DepositLine did="shortfallUndoneDone" number={number} /> });
      }),
    announcePaid: (deposit, fen) =>
      notices.show({
        tone: 'good',
        body: <DepositLine did="shortfallPaidDone" number={deposit.number} fen={fen} />,
        action: { label: <UndoLabel />, run: () => actions.undoShortfall(deposit) },
      }),
    announceSettled(deposit, { refundFen, pending, job }) {
      const did = pending ? 'pendingDone' : refundFen > 0 ? 'refundedDone' : 'keptDone';
      notices.show({
        tone: 'good',
        body: <DepositLine did={did} number={deposit.number} fen={refundFen} job={job} />,
        action: {
          label: <UndoLabel />,
          run: () => actions.undoSettle(deposit),
        },
      });
    },
  };
  return actions;
}
