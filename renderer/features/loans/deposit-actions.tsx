// What can be done with a deposit at once: said in the quiet line, and taken back where possible.
import { isOpenDeposit } from '../../../electron/api/deposit-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { DepositLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';

export interface DepositActions {
  /** The receipt while it is open, else what was given instead of it. */
  reprint(deposit: DepositRow): void;
  /** Says what goes back over the counter, with the way back. */
  announceSettled(
    deposit: Pick<DepositRow, 'id' | 'number'>,
    settled: { readonly refundFen: number; readonly pending: boolean; readonly job: number | undefined },
  ): void;
}

export function useDepositActions(): DepositActions {
  const { api } = useServices();
  const notices = useNotices();

  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }));
  }

  return {
    reprint: (deposit) =>
      attempt(async () => {
        const command = { commandId: uuidV7(), deposit: deposit.id };
        const { printJobs } = isOpenDeposit(deposit)
          ? await api.loans.reprintReceipt(command)
          : await api.loans.reprintRefund(command);
        const body = <DepositLine did="reprintDone" number={deposit.number} job={printJobs[0]} />;
        notices.show({ tone: 'good', body });
      }),
    announceSettled({ id, number }, { refundFen, pending, job }) {
      const did = pending ? 'pendingDone' : refundFen > 0 ? 'refundedDone' : 'keptDone';
      notices.show({
        tone: 'good',
        body: <DepositLine did={did} number={number} fen={refundFen} job={job} />,
        action: {
          label: <UndoLabel />,
          run: () =>
            attempt(async () => {
              await api.loans.undoSettle({ commandId: uuidV7(), deposit: id });
              notices.show({ tone: 'good', body: <DepositLine did="undoneDone" number={number} /> });
            }),
        },
      });
    },
  };
}
