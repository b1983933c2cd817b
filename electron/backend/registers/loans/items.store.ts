// All SQL of what there is to lend: types, items, counts per desk. A few hundred rows: lists are read whole.
import type { LoanItemTable, LoanStockTable, LoanTypeTable } from '../../../../db/schema/loans.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { deleteScanCode, insertScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { loanItemEvents, loanStockEvents, loanTypeEvents } from './items.events.ts';
import { foldItem, foldType, type LoanItem, type LoanType } from './items.fold.ts';
import { foldStock, type LoanStock, type Resting } from './stock.fold.ts';

export interface StoredType extends LoanType {
  readonly id: number;
}
export interface StoredItem extends LoanItem {
  readonly id: number;
}
export interface StoredStock extends LoanStock {
  readonly id: number;
}

const saveTypeRow = upsert('loan_type', 'id', [
  ...(['name_zh', 'name_en', 'tracking', 'prefix', 'rain_gear', 'deposit_fen', 'loan_hours'] as const),
  ...(['id_asked', 'loss_price_fen', 'accessories', 'least', 'rest_minutes', 'rest_always'] as const),
  ...(['daily_check', 'withdrawn', 'clock'] as const),
]);
const saveItemRow = upsert('loan_item', 'id', [
  ...([
    'type',
    'asset',
    'tag_code',
    'rfid',
    'state',
    'desk',
    'until',
    'remark',
    'reason',
    'checked_on',
  ] as const),
  'clock',
]);
const saveStockRow = upsert('loan_stock', 'id', [
  ...(['type', 'desk', 'total', 'blocked', 'lost', 'resting', 'clock'] as const),
]);
const dropType = change<{ id: number }>()((db, p) => db.deleteFrom('loan_type').where('id', '=', p.id));
const dropItem = change<{ id: number }>()((db, p) => db.deleteFrom('loan_item').where('id', '=', p.id));
const dropStock = change<{ id: number }>()((db, p) => db.deleteFrom('loan_stock').where('id', '=', p.id));
const typeById = query<{ id: number }>()((db, p) =>
  db.selectFrom('loan_type').selectAll().where('id', '=', p.id),
);
const everyType = query()((db) => db.selectFrom('loan_type').selectAll().orderBy('id'));
const itemById = query<{ id: number }>()((db, p) =>
  db.selectFrom('loan_item').selectAll().where('id', '=', p.id),
);
const byRfid = query<{ rfid: string }>()((db, p) =>
  db.selectFrom('loan_item').selectAll().where('rfid', '=', p.rfid).orderBy('id'),
);
const byAsset = query<{ asset: string }>()((db, p) =>
  db.selectFrom('loan_item').selectAll().where('asset', '=', p.asset).orderBy('id'),
);
const everyItem = query()((db) => db.selectFrom('loan_item').selectAll().orderBy('asset').orderBy('id'));
const stockById = query<{ id: number }>()((db, p) =>
  db.selectFrom('loan_stock').selectAll().where('id', '=', p.id),
);
const everyStock = query()((db) => db.selectFrom('loan_stock').selectAll().orderBy('id'));

export const loanTypeProjector: AnyProjector = projector({
  noun: 'loan_type',
  catalogue: loanTypeEvents,
  fold: foldType,
  load: (db, id) => findType(db, id) ?? null,
  save: saveType,
  remove: removeType,
});

function saveType(tx: Tx, id: number, type: LoanType): void {
  saveTypeRow.run(tx, {
    ...{ id, name_zh: type.nameZh, name_en: type.nameEn, tracking: type.tracking, prefix: type.prefix },
    ...{ rain_gear: Number(type.rainGear), deposit_fen: type.depositFen, loan_hours: type.loanHours },
    ...{ id_asked: Number(type.idAsked), loss_price_fen: type.lossPriceFen, least: type.least },
    ...{ accessories: JSON.stringify(type.accessories), rest_minutes: type.restMinutes },
    ...{ rest_always: Number(type.restAlways), daily_check: Number(type.dailyCheck) },
    ...{ withdrawn: Number(type.withdrawn), clock: type.clock },
  });
}

function removeType(tx: Tx, id: number): void {
  dropType.run(tx, { id });
}

export function findType(db: Db, id: number): StoredType | undefined {
  const row = typeById.get(db, { id });
  return row && toType(row);
}

/** In the order in which they were put on file. */
export function listTypes(db: Db): StoredType[] {
  return everyType.all(db, {}).map(toType);
}

export const loanItemProjector: AnyProjector = projector({
  noun: 'loan_item',
  catalogue: loanItemEvents,
  fold: foldItem,
  load: (db, id) => findItem(db, id) ?? null,
  save: saveItem,
  remove: removeItem,
});

function saveItem(tx: Tx, id: number, item: LoanItem): void {
  const { type, asset, tagCode, rfid, state, desk, until, remark, reason, checkedOn, clock } = item;
  saveItemRow.run(tx, {
    ...{ id, type, asset, tag_code: Number(tagCode), rfid, state, desk, until, remark, reason },
    ...{ checked_on: checkedOn, clock },
  });
  insertScanCode(tx, tagCode, id);
}

function removeItem(tx: Tx, id: number): void {
  const row = itemById.get(tx, { id });
  if (!row) return;
  deleteScanCode(tx, String(row.tag_code), id);
  dropItem.run(tx, { id });
}

export function findItem(db: Db, id: number): StoredItem | undefined {
  const row = itemById.get(db, { id });
  return row && toItem(row);
}

/** Which wears this RFID tag; of two that did, the one that is still lent. What is retired has left its tag. */
export function findItemByRfid(db: Db, rfid: string): StoredItem | undefined {
  return byRfid
    .all(db, { rfid })
    .map(toItem)
    .find(({ state }) => state !== 'retired');
}

/** The one that bears this asset code, however it is typed; what is retired has left its code. */
export function findItemByAsset(db: Db, text: string): StoredItem | undefined {
  const asset = text.normalize('NFKC').trim().toUpperCase();
  return byAsset
    .all(db, { asset })
    .map(toItem)
    .find(({ state }) => state !== 'retired');
}

/** By asset code, retired ones too. */
export function listItems(db: Db): StoredItem[] {
  return everyItem.all(db, {}).map(toItem);
}

export const loanStockProjector: AnyProjector = projector({
  noun: 'loan_stock',
  catalogue: loanStockEvents,
  fold: foldStock,
  load: (db, id) => findStock(db, id) ?? null,
  save: saveStock,
  remove: removeStock,
});

function saveStock(tx: Tx, id: number, { resting, ...stock }: LoanStock): void {
  saveStockRow.run(tx, { id, ...stock, resting: JSON.stringify(resting) });
}

function removeStock(tx: Tx, id: number): void {
  dropStock.run(tx, { id });
}

function findStock(db: Db, id: number): StoredStock | undefined {
  const row = stockById.get(db, { id });
  return row && toStock(row);
}

/** Two of one kind and desk where two desks began one each: they add up. */
export function listStock(db: Db): StoredStock[] {
  return everyStock.all(db, {}).map(toStock);
}

function toType(row: LoanTypeTable): StoredType {
  return {
    ...{ id: row.id, nameZh: row.name_zh, nameEn: row.name_en, prefix: row.prefix, least: row.least },
    ...{ tracking: row.tracking as LoanType['tracking'], rainGear: row.rain_gear === 1 },
    ...{ depositFen: row.deposit_fen, loanHours: row.loan_hours, idAsked: row.id_asked === 1 },
    ...{ lossPriceFen: row.loss_price_fen, accessories: JSON.parse(row.accessories) as string[] },
    ...{ restMinutes: row.rest_minutes, restAlways: row.rest_always === 1 },
    ...{ dailyCheck: row.daily_check === 1, withdrawn: row.withdrawn === 1, clock: row.clock },
  };
}

function toItem({ tag_code, checked_on, state, ...row }: LoanItemTable): StoredItem {
  return { ...row, tagCode: String(tag_code), checkedOn: checked_on, state: state as LoanItem['state'] };
}

function toStock({ resting, ...row }: LoanStockTable): StoredStock {
  return { ...row, resting: JSON.parse(resting) as Resting[] };
}
