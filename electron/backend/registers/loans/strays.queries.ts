// What the window reads of returns without a loan, in the contract's shape.
import type { StrayRow } from '../../../api/deposits.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { TakingBack } from './deposits.entry.ts';
import { findItem, findType } from './items.store.ts';
import { mayTakeBackStray } from './strays.service.ts';
import { listOpenStrays } from './strays.store.ts';

/** Those that belong to nobody yet, the longest waiting first. */
export function readStrays(db: Db, by: TakingBack): StrayRow[] {
  return listOpenStrays(db).map(({ id, type, item, count, condition, at, desk, remarks }) => {
    const kind = findType(db, type);
    return {
      ...{ id, type, typeNameZh: kind?.nameZh ?? '', typeNameEn: kind?.nameEn ?? '', item },
      ...{ asset: item === null ? null : (findItem(db, item)?.asset ?? null), count, condition, at, desk },
      ...{ remarks, mayTakeBack: mayTakeBackStray(db, id, by) },
    };
  });
}
