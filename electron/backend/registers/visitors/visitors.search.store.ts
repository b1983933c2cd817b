// SQL of a visit's row in the box: read twenty times at each key, so it takes the columns that are shown and no more.
import type { VisitTable } from '../../../../db/schema/visitors.ts';
import type { Db } from '../../database/handle.ts';
import { query } from '../../database/statement.ts';

export type FoundVisit = Pick<
  VisitTable,
  | ('number' | 'state' | 'name' | 'company' | 'phone' | 'unit_text' | 'host_name' | 'plate')
  | ('document_masked' | 'document_index' | 'arrived_at' | 'expected_from' | 'turned_away')
  | ('valid_until' | 'expected_until' | 'cards')
>;

const byId = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('visit')
    .select(['number', 'state', 'name', 'company', 'phone', 'unit_text', 'host_name', 'plate'])
    .select(['document_masked', 'document_index', 'arrived_at', 'expected_from', 'turned_away'])
    .select(['valid_until', 'expected_until', 'cards'])
    .where('id', '=', p.id),
);

export function findForSearch(db: Db, id: number): FoundVisit | undefined {
  return byId.get(db, { id });
}
