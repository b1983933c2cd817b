// What stands in a list of the keys page: loans, or the keys themselves where they are in transfer.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { KeyLoanRow, KeyRow } from '../../../electron/api/keys.contract.ts';
import { inPages, usePages } from '../../app/register/list-pages.ts';
import { useServices } from '../../app/services.ts';
import type { ListView } from './workplace.ts';

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
    ...calls.keys.list.infiniteOptions(inPages(moving ? 'out' : view)),
    enabled: !moving,
  });
  const cabinet = useQuery({ ...calls.keys.cabinet.queryOptions(), enabled: moving });
  const { rows, more } = usePages(list);
  const loans = moving ? [] : rows;
  const keys = moving ? (cabinet.data?.filter(({ state }) => state === 'in_transfer') ?? []) : [];
  const read = moving ? cabinet.data : list.data;
  return {
    loans,
    keys,
    empty: read !== undefined && loans.length + keys.length === 0,
    error: moving ? cabinet.error : list.error,
    more,
  };
}
