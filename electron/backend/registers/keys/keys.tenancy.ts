// A tenant moves out: keys that are out for its doors, and the spares that it deposited.
import type { keyErrors } from '../../../api/key-states.ts';
import type { OpenItem } from '../../../api/places-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Tenancy } from '../register.ts';
import { keyEvents } from './keys.events.ts';
import { listOpenLoans } from './key-loans.store.ts';
import { findHeldKey, findKey, listDeposited, listHolders } from './keys.store.ts';

const refuse = refusals<typeof keyErrors>();

/** What is out has to come back first. A spare in the cabinet is handed back to the tenant with a word. */
export function listOpenUnder(db: Db, { tenant, units, contacts }: Tenancy): Omit<OpenItem, 'register'>[] {
  const theirs = listOpenLoans(db).filter(
    ({ authorisedBy, lines }) =>
      (authorisedBy !== null && contacts.includes(authorisedBy)) ||
      lines.some(({ key }) => isTheirs(findKey(db, key))),
  );
  const loans = theirs.map(({ id, number, borrowerName, lines, dueAt, lentAt }) => ({
    ...{ record: id, number, state: 'open', title: borrowerName, at: dueAt ?? lentAt, closable: false },
    place: lines.map(({ key, name }) => name ?? findKey(db, key)?.code ?? '').join('、'),
  }));
  const spares = listDeposited(db, tenant).filter(
    (key) => key.state !== 'retired' && listHolders(db, key.id).length === 0,
  );
  return [
    ...loans.toSorted((a, b) => a.at - b.at),
    ...spares.map(({ id, code, name, state, opens }) => ({
      ...{ record: id, number: code, state, title: name, place: opens, at: null },
      closable: state === 'in_cabinet' || state === 'in_transfer',
    })),
  ];

  function isTheirs(key: ReturnType<typeof findKey>): boolean {
    return key !== undefined && (key.tenant === tenant || key.units.some((unit) => units.includes(unit)));
  }
}

/** The spare goes back to the tenant: it is in our cabinets no more. */
export function handBackSpare(command: Command, record: number): void {
  const key = findHeldKey(command.tx, record);
  if (!key) throw refuse.notFound('key');
  const { state, holders } = key;
  if (holders.length > 0 || (state !== 'in_cabinet' && state !== 'in_transfer')) {
    throw refuse('WRONG_STATE', { record, state });
  }
  const body = { why: 'handedBack' } as const;
  command.append(keyEvents, record, { type: 'key.retired', body, sealed: { note: null } });
}
