// What stands in a list of the keys page: loans, or the keys themselves where they are in transfer.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { KeyLoanRow, KeyRow } from '../../../electron/api/keys.contract.ts';
import { useServices } from '../../app/services.ts';
import type { ListView } from './workplace.ts';

const PAGE_ROWS = 200;

export interface KeyLists {
  readonly loans: readonly KeyLoanRow[];
  readonly keys: readonly KeyRow[];
  readonly empty: boolean;
  readonly error: unknown;
  /** Fetches what comes after the last rows, where there is more. */
  more(): void;
}

export function useKeyLists(view: ListView): KeyLists {
  const { calls } = useServices();
  const moving = view === 'inTransfer';
  const list = useInfiniteQuery({
    ...calls.keys.list.infiniteOptions({
      input: (before: number[] | null) => ({ view: moving ? 'out' : view, before, limit: PAGE_ROWS }),
      initialPageParam: null as number[] | null,
      getNextPageParam: (last) => (last.more && view === 'all' ? last.next : undefined),
      placeholderData: keepPreviousData,
    }),
    enabled: !moving,
  });
  const cabinet = useQuery({ ...calls.keys.cabinet.queryOptions(), enabled: moving });
  const loans = moving ? [] : (list.data?.pages.flatMap((each) => each.rows) ?? []);
  const keys = moving ? (cabinet.data?.filter(({ state }) => state === 'in_transfer') ?? []) : [];
  const read = moving ? cabinet.data : list.data;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  return {
    loans,
    keys,
    empty: read !== undefined && loans.length + keys.length === 0,
    error: moving ? cabinet.error : list.error,
    more: useCallback(() => {
      // A page that cannot be read shows as the list's own error.
      if (hasNextPage && !isFetching) fetchNextPage().catch(() => {});
    }, [hasNextPage, isFetching, fetchNextPage]),
  };
}
