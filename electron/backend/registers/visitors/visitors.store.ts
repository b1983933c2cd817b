// All SQL of visits.
import { sql, type ExpressionBuilder } from 'kysely';
import type { DocumentType } from '../../../api/identity.ts';
import type { VisitState } from '../../../api/visit-states.ts';
import type { Schema } from '../../../../db/schema/index.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { recordsById, type RecordsById } from '../../database/records-by-id.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { insertScanCode, deleteScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { removeHeldCards, saveHeldCards } from './cards.store.ts';
import { visitEvents } from './visitors.events.ts';
import { foldVisit, type Visit } from './visitors.fold.ts';
import { cardsOf, toRow, toVisit, type StoredVisit } from './visitors.row.ts';

/** What tells a person; null for what is not known, and so is nobody else's. */
interface Alike {
  readonly documentType: DocumentType | null;
  readonly documentIndex: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

const saveRow = upsert('visit', 'id', [
  ...(['number', 'state', 'desk', 'day', 'clock', 'name', 'document_type', 'document_masked'] as const),
  ...(['document_index', 'document_expired', 'nationality', 'phone', 'company', 'purpose', 'host'] as const),
  ...(['host_name', 'units', 'unit_text', 'plate', 'items', 'remarks', 'verified_by', 'escorted'] as const),
  ...(['pass_code', 'pass_prints', 'expected_from', 'expected_until', 'valid_until', 'arrived_at'] as const),
  ...(['left_at', 'stays', 'origins', 'notice_version', 'host_confirmation'] as const),
  ...(['needs_help', 'children', 'no_document', 'turned_away', 'previous', 'paper_line'] as const),
  ...(['cards', 'evacuated_at'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('visit').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('visit').selectAll().where('id', '=', p.id));
const onSite = query()((db) =>
  db.selectFrom('visit').selectAll().where('state', '=', 'on_site').orderBy('arrived_at', 'desc'),
);
const expected = query()((db) =>
  db.selectFrom('visit').selectAll().where('state', '=', 'expected').orderBy('expected_from'),
);
const closedSince = query<{ since: number }>()((db, p) =>
  db.selectFrom('visit').selectAll().where('state', '=', 'closed').where('clock', '>=', p.since),
);
/**
 * A document is sought in the index of open visits; for a name and a phone it is read along. Whose own document of the
 * same type says that they are others is left out at once.
 */
const alike = query<Alike>()((db, p) => {
  const open = (state: VisitState) => db.selectFrom('visit').select('id').where('state', '=', state);
  const same = (eb: ExpressionBuilder<Schema, 'visit'>) =>
    eb.or([eb(sql`name COLLATE NOCASE`, '=', p.name), eb('phone', '=', p.phone)]);
  const found = open('on_site')
    .where('document_index', '=', p.documentIndex)
    .unionAll(open('expected').where('document_index', '=', p.documentIndex))
    .unionAll(open('on_site').where(same))
    .unionAll(open('expected').where(same));
  return db
    .selectFrom('visit')
    .selectAll()
    .where('id', 'in', found)
    .where((eb) => {
      const others = eb.and([
        eb('document_type', '=', p.documentType),
        eb('document_index', '<>', p.documentIndex),
      ]);
      return eb(others, 'is not', sql<boolean>`true`);
    });
});
const evacuatedAt = query<{ at: number }>()((db, p) =>
  db.selectFrom('visit').selectAll().where('evacuated_at', '=', p.at),
);
const lastEvacuated = query()((db) =>
  db
    .selectFrom('visit')
    .select((eb) => ['evacuated_at as at', eb.fn.countAll<number>().as('people')])
    .where('evacuated_at', 'is not', null)
    .groupBy('evacuated_at')
    .orderBy('evacuated_at', 'desc')
    .limit(1),
);
const openByDocument = query<{ index: string }>()((db, p) => {
  const ofDocument = db.selectFrom('visit').selectAll().where('document_index', '=', p.index);
  const inside = ofDocument.where('state', '=', 'on_site');
  return inside.unionAll(ofDocument.where('state', '=', 'expected'));
});
const counts = query<{ now: number }>()((db, p) =>
  db
    .selectFrom('visit')
    .select((eb) => [
      eb.fn.countAll<number>().as('onSite'),
      eb.fn.countAll<number>().filterWhere('valid_until', '<', p.now).as('overstay'),
    ])
    .where('state', '=', 'on_site'),
);
const expectedCount = query()((db) =>
  db
    .selectFrom('visit')
    .select((eb) => eb.fn.countAll<number>().as('expected'))
    .where('state', '=', 'expected'),
);

const deniedOn = query<{ day: string; index: string | null; phone: string | null }>()((db, p) =>
  db
    .selectFrom('visit')
    .select('id')
    .where('state', '=', 'denied')
    .where('day', '=', p.day)
    .where((eb) => eb.or([eb('document_index', '=', p.index), eb('phone', '=', p.phone)]))
    .orderBy('id', 'desc')
    .limit(1),
);

/** Of any state, as they were typed. */
export const typedVisits: RecordsById<StoredVisit> = recordsById('visit', toVisit);

export const visitorsProjector: AnyProjector = projector({
  noun: 'visit',
  catalogue: visitEvents,
  fold: foldVisit,
  load: (db, id) => findVisit(db, id) ?? null,
  save: saveVisit,
  remove: removeVisit,
});

function saveVisit(tx: Tx, id: number, visit: Visit, before: Visit | null): void {
  saveRow.run(tx, toRow(id, visit), before && toRow(id, before));
  if (!before) insertScanCode(tx, visit.passCode, id);
  saveHeldCards(tx, id, visit.cards);
}

function removeVisit(tx: Tx, id: number): void {
  const row = byId.get(tx, { id });
  if (!row) return;
  deleteScanCode(tx, String(row.pass_code), id);
  removeHeldCards(tx, id, cardsOf(row));
  removeRow.run(tx, { id });
}

export function findVisit(db: Db, id: number): StoredVisit | undefined {
  const row = byId.get(db, { id });
  return row && toVisit(row);
}

/** Everybody inside, latest arrival first. */
export function listOnSite(db: Db): StoredVisit[] {
  return onSite.all(db, {}).map(toVisit);
}

/** Visits that the system closed and that something happened to since then (UTC ms), if only the closing. */
export function listClosedTouchedSince(db: Db, since: number): StoredVisit[] {
  return closedSince.all(db, { since }).map(toVisit);
}

/** Everybody announced, soonest first. */
export function listExpected(db: Db): StoredVisit[] {
  return expected.all(db, {}).map(toVisit);
}

/** Open visits of whoever has this document, this name, whatever its case, or this phone, and may be the same. */
export function listOpenAlike(db: Db, person: Alike): StoredVisit[] {
  return alike.all(db, person).map(toVisit);
}

/** Who was marked out in that evacuation and has not come back since. */
export function listEvacuated(db: Db, at: number): StoredVisit[] {
  return evacuatedAt.all(db, { at }).map(toVisit);
}

/** The latest visit of that day from which whoever has this document or phone was turned away. */
export function findDenied(
  db: Db,
  day: string,
  person: { readonly documentIndex: string | null; readonly phone: string | null },
): number | undefined {
  return deniedOn.get(db, { day, index: person.documentIndex, phone: person.phone })?.id;
}

/** The latest evacuation that somebody has not come back from; undefined where there is none. */
export function findLastEvacuation(db: Db): { readonly at: number; readonly people: number } | undefined {
  const last = lastEvacuated.get(db, {});
  return last && last.at !== null ? { at: last.at, people: last.people } : undefined;
}

/** The open visits of one document: on site before expected. */
export function listOpenByDocument(db: Db, documentIndex: string): StoredVisit[] {
  return openByDocument.all(db, { index: documentIndex }).map(toVisit);
}

export function countOpen(db: Db, now: number): { onSite: number; overstay: number; expected: number } {
  const inside = counts.get(db, { now });
  return {
    onSite: inside?.onSite ?? 0,
    overstay: inside?.overstay ?? 0,
    expected: expectedCount.get(db, {})?.expected ?? 0,
  };
}
