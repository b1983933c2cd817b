// What the window reads of stocktakes.
import type { StocktakeDetail, StocktakeRow } from '../../../api/key-stocktake.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { isInScope, isStocktakeDue, lastCounted } from './key-stocktakes.rules.ts';
import { judgeAll } from './key-stocktakes.service.ts';
import {
  findStocktake,
  listFinished,
  listOpenStocktakes,
  listStocktakes,
  type StoredStocktake,
} from './key-stocktakes.store.ts';
import type { KeysParts } from './keys.parts.ts';
import { byHook, stateOf } from './keys.rules.ts';
import { findKey, listHeldKeys } from './keys.store.ts';

const SHOWN = 50;

type Names = Pick<KeysParts, 'names'>;

export function readStocktakes(db: Db, parts: Names): StocktakeRow[] {
  return listStocktakes(db, SHOWN).map((stocktake) => toRow(db, stocktake, parts));
}

/** With every key it is about, hook by hook; undefined where there is none. */
export function readStocktake(db: Db, id: number, parts: Names): StocktakeDetail | undefined {
  const stocktake = findStocktake(db, id);
  if (!stocktake) return undefined;
  const lines = judgeAll(db, stocktake).toSorted((a, b) => byHook(a.key, b.key));
  return {
    ...toRow(db, stocktake, parts),
    lines: lines.map(({ key, counted, finding }) => ({
      ...{ key: key.id, code: key.code, name: key.name, cabinet: key.cabinet, hook: key.hook },
      ...{ state: stateOf(key, key.holders), borrowerName: key.holders[0]?.borrowerName ?? null },
      // What is over stays as it was answered; only what is counted now has differences to answer.
      ...{ counted, finding: stocktake.finishedAt === null ? finding : null },
    })),
  };
}

function toRow(db: Db, stocktake: StoredStocktake, { names }: Names): StocktakeRow {
  const { id, desk, cabinet, startedAt, startedBy, finishedAt } = stocktake;
  const now = finishedAt === null ? judgeAll(db, stocktake) : null;
  return {
    ...{ id, desk, cabinet, startedAt, finishedAt, issues: listIssues(db, id) },
    startedBy: startedBy === null ? null : (names.staff(db, startedBy)?.name ?? null),
    expected: now ? now.filter(({ expected }) => expected).length : stocktake.expected,
    present: now ? now.filter(({ counted }) => counted === 'present').length : stocktake.present,
    differences: stocktake.differences.map((difference) => {
      const { code = '', name = null } = findKey(db, difference.key) ?? {};
      return { ...difference, code, name };
    }),
  };
}

/** Whether this desk's keys are to be counted again; `now` is UTC ms. */
export function readStocktakeDue(
  db: Db,
  { desk, now, days }: { readonly desk: string; readonly now: number; readonly days: number },
) {
  const here = listHeldKeys(db).filter((key) => isInScope({ desk, cabinet: null }, key));
  const lastAt = lastCounted([...new Set(here.map(({ cabinet }) => cabinet))], listFinished(db, desk));
  const open = listOpenStocktakes(db).filter((each) => each.desk === desk);
  return {
    lastAt,
    due: here.length > 0 && open.length === 0 && isStocktakeDue(lastAt, now, days),
    open: open.map(({ id }) => id),
  };
}
