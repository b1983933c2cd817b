// A register's list, page by page: the open ones in one go, all that ever was as it is scrolled to.
import { keepPreviousData } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

const PAGE_ROWS = 200;

interface Page<Row> {
  readonly rows: Row[];
  readonly more: boolean;
  readonly next: number[] | null;
}

/** What the list call of a register is asked with, for `infiniteOptions`. */
export function inPages<View extends string>(view: View) {
  return {
    input: (before: number[] | null) => ({ view, before, limit: PAGE_ROWS }),
    initialPageParam: null as number[] | null,
    getNextPageParam: (last: Page<unknown>) => (last.more && view === 'all' ? last.next : undefined),
    placeholderData: keepPreviousData,
  };
}

/** The rows so far, and `more`, which fetches what comes after them where there is more. */
export function usePages<Row>(list: UseInfiniteQueryResult<InfiniteData<Page<Row>>>): {
  readonly rows: readonly Row[];
  readonly more: () => void;
} {
  const { data, hasNextPage, isFetching, fetchNextPage } = list;
  const more = useCallback(() => {
    // A page that cannot be read shows as the list's own error.
    if (hasNextPage && !isFetching) fetchNextPage().catch(() => {});
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { rows: data?.pages.flatMap((page) => page.rows) ?? [], more };
}
