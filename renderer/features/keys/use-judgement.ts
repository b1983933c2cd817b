// May these keys leave with this borrower, and until when? Asked of the backend while the form is filled.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BorrowerPick } from '../../../electron/api/borrowers.contract.ts';
import type { ApiClient } from '../../../electron/api/contract.ts';
import { useServices } from '../../app/services.ts';

export type Judgement = Awaited<ReturnType<ApiClient['keys']['judge']>>;

const NOTHING: Judgement = { dueAt: null, bars: [], idAsked: false, authorisers: [] };

/** What is not known yet bars nothing: the backend judges once more when the keys are lent. */
export function useJudgement(of: {
  readonly keys: readonly number[];
  readonly borrower?: BorrowerPick | null;
  readonly authorisedBy?: number | null;
  readonly lentAt?: number | null;
  /** False while the form is behind another. */
  readonly asked: boolean;
}): Judgement {
  const { calls } = useServices();
  const { borrower = null, authorisedBy = null, lentAt = null } = of;
  const judged = useQuery({
    ...calls.keys.judge.queryOptions({
      input: { keys: [...of.keys], borrower, authorisedBy, lentAt: Number.isNaN(lentAt) ? null : lentAt },
    }),
    enabled: of.asked && of.keys.length > 0,
    placeholderData: keepPreviousData,
    // Time goes on, and so does when a key is due: an answer is good while it is looked at.
    staleTime: 60_000,
  });
  return of.keys.length === 0 ? NOTHING : (judged.data ?? NOTHING);
}
