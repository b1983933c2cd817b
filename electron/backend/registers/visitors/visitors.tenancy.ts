// A tenant moves out: who is still inside with them or announced, and the announcements that end with it.
import type { OpenItem } from '../../../api/places-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import type { Tenancy } from '../register.ts';
import { visitInState } from './visitors.checks.ts';
import { visitEvents } from './visitors.events.ts';
import type { StoredVisit } from './visitors.row.ts';
import { listExpected, listOnSite } from './visitors.store.ts';

/** Who is inside first: they have to be seen out. An announcement is cancelled with a word. */
export function listOpenUnder(db: Db, { units, contacts }: Tenancy): Omit<OpenItem, 'register'>[] {
  const isTheirs = (visit: StoredVisit): boolean =>
    visit.units.some((unit) => units.includes(unit)) ||
    (visit.host !== null && contacts.includes(visit.host));
  return [...listOnSite(db), ...listExpected(db)].filter(isTheirs).map((visit) => ({
    ...{
      record: visit.id,
      number: visit.number,
      state: visit.state,
      title: visit.name,
      place: visit.unitText,
    },
    at: visit.state === 'expected' ? visit.expectedFrom : visit.arrivedAt,
    closable: visit.state === 'expected',
  }));
}

export function cancelWithTenancy(command: Command, record: number): void {
  const { id } = visitInState(command.tx, record, ['expected']);
  command.append(visitEvents, id, { type: 'visit.cancelled', body: {}, sealed: null });
}
