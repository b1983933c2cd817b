// All SQL of keys, and of who has each of them.
import type { KeyLoanKind } from '../../../api/key-states.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { deleteScanCode, insertScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { keyEvents } from './keys.events.ts';
import { foldKey, type Key } from './keys.fold.ts';
import { toKey, toRow, type StoredKey } from './keys.row.ts';

/** An open loan that has the key. */
export interface KeyHolder {
  readonly loan: number;
  readonly number: string;
  readonly kind: KeyLoanKind;
  readonly borrowerName: string | null;
  readonly lentAt: number;
  readonly dueAt: number | null;
  /** Pieces of it that are not back. */
  readonly pieces: number;
}

/** A key and who has it: nobody, or one; two where two desks lent it apart, the later loan first. */
export interface HeldKey extends StoredKey {
  readonly holders: readonly KeyHolder[];
}

const saveRow = upsert('key', 'id', [
  ...(['code', 'tag', 'kind', 'pieces', 'copies', 'state', 'home_desk', 'desk', 'transfer_to'] as const),
  ...(['cabinet', 'hook', 'units', 'tenant', 'may_borrow', 'loan_hours', 'id_asked', 'seal'] as const),
  ...(['name', 'opens', 'instruction', 'rfid', 'clock'] as const),
]);
const byRfid = query<{ rfid: string }>()((db, p) =>
  db.selectFrom('key').selectAll().where('rfid', '=', p.rfid).orderBy('id'),
);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('key').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('key').selectAll().where('id', '=', p.id));
const holdersOf = query<{ key: number }>()((db, p) =>
  db
    .selectFrom('key_loan_line as line')
    .innerJoin('key_loan as loan', 'loan.id', 'line.loan')
    .select(['line.loan', 'line.pieces', 'loan.number', 'loan.kind', 'loan.borrower_name as borrowerName'])
    .select(['loan.lent_at as lentAt', 'loan.due_at as dueAt'])
    .where('line.open', '=', 1)
    .where('line.key', '=', p.key)
    .orderBy('line.loan', 'desc'),
);
const everyHeld = query()((db) =>
  db
    .selectFrom('key')
    .leftJoin('key_loan_line as line', (join) =>
      join.on('line.open', '=', 1).onRef('line.key', '=', 'key.id'),
    )
    .leftJoin('key_loan as loan', 'loan.id', 'line.loan')
    .selectAll('key')
    .select(['line.loan', 'line.pieces as out', 'loan.number', 'loan.kind as loanKind'])
    .select(['loan.borrower_name as borrowerName', 'loan.lent_at as lentAt', 'loan.due_at as dueAt'])
    .orderBy('key.id')
    .orderBy('line.loan', 'desc'),
);
const away = query()((db) =>
  db
    .selectFrom('key')
    .select((eb) => ['state', eb.fn.countAll<number>().as('keys')])
    .where((eb) =>
      eb.or([eb('state', '=', 'in_transfer'), eb('state', '=', 'lost'), eb('state', '=', 'found')]),
    )
    // Lent on its way, or with pieces that are still out: who has it is what counts.
    .where('id', 'not in', (eb) => eb.selectFrom('key_loan_line').select('key').where('open', '=', 1))
    .groupBy('state'),
);
const depositedBy = query<{ tenant: number }>()((db, p) =>
  db.selectFrom('key').selectAll().where('tenant', '=', p.tenant).orderBy('code'),
);

export const keyProjector: AnyProjector = projector({
  noun: 'key',
  catalogue: keyEvents,
  fold: foldKey,
  load: (db, id) => findKey(db, id) ?? null,
  save: saveKey,
  remove: removeKey,
});

function saveKey(tx: Tx, id: number, key: Key, before: Key | null): void {
  saveRow.run(tx, toRow(id, key), before && toRow(id, before));
  if (before?.tag === key.tag) return;
  // A new tag: what the old one's code is scanned as is unknown from now on.
  if (before) deleteScanCode(tx, before.tag, id);
  insertScanCode(tx, key.tag, id);
}

function removeKey(tx: Tx, id: number): void {
  const row = byId.get(tx, { id });
  if (!row) return;
  deleteScanCode(tx, String(row.tag), id);
  removeRow.run(tx, { id });
}

export function findKey(db: Db, id: number): StoredKey | undefined {
  const row = byId.get(db, { id });
  return row && toKey(row);
}

/** The keys that hang on this RFID tag. */
export function listKeysByRfid(db: Db, rfid: string): HeldKey[] {
  return byRfid.all(db, { rfid }).map((row) => ({ ...toKey(row), holders: listHolders(db, row.id) }));
}

export function findHeldKey(db: Db, id: number): HeldKey | undefined {
  const key = findKey(db, id);
  return key && { ...key, holders: listHolders(db, id) };
}

/** The open loans that have a key, the latest first. */
export function listHolders(db: Db, key: number): KeyHolder[] {
  return holdersOf.all(db, { key }).map((holder) => ({ ...holder, kind: holder.kind as KeyLoanKind }));
}

/** Every key on file and who has it, in one query, in the order in which they were put on file. */
export function listHeldKeys(db: Db): HeldKey[] {
  const keys: (StoredKey & { readonly holders: KeyHolder[] })[] = [];
  for (const row of everyHeld.iterate(db, {})) {
    const last = keys.at(-1);
    const key = last?.id === row.id ? last : { ...toKey(row), holders: [] };
    if (key !== last) keys.push(key);
    const { loan, number, out, loanKind, borrowerName, lentAt, dueAt } = row;
    if (loan === null || number === null || out === null || lentAt === null) continue;
    key.holders.push({
      loan,
      number,
      kind: loanKind as KeyLoanKind,
      borrowerName,
      lentAt,
      dueAt,
      pieces: out,
    });
  }
  return keys;
}

/** How many keys are on their way, and how many are looked for or wait to be hung up again. */
export function countAway(db: Db): { inTransfer: number; lost: number } {
  const counts = new Map(away.all(db, {}).map(({ state, keys }) => [state, keys]));
  return {
    inTransfer: counts.get('in_transfer') ?? 0,
    lost: (counts.get('lost') ?? 0) + (counts.get('found') ?? 0),
  };
}

/** The spares that a tenant deposited 业户寄存钥匙, also those given back. */
export function listDeposited(db: Db, tenant: number): StoredKey[] {
  return depositedBy.all(db, { tenant }).map(toKey);
}
