// Puts places on file. Who may call it is decided by the caller: set-up, the sample property, the admin's screen.
import type { z } from 'zod';
import type { Command } from '../journal/command.ts';
import { readInstallation, writeInstallation } from '../journal/journal.store.ts';
import type { Db, Tx } from '../database/handle.ts';
import { contactEvents, deskEvents, propertyEvents, tenantEvents, unitEvents } from './places.events.ts';

type Body<E extends { body: z.ZodType }> = z.infer<E['body']>;
type Sealed<E extends { sealed: z.ZodType }> = z.infer<E['sealed']>;

/** Each answers its record: a new one, unless told which is put anew. */
export function putProperty(
  command: Command,
  body: Body<(typeof propertyEvents)['property.put']>,
  id: number = command.newRecord(),
): number {
  command.append(propertyEvents, id, { type: 'property.put', body, sealed: null });
  return id;
}

export function putDesk(
  command: Command,
  body: Body<(typeof deskEvents)['desk.put']>,
  id: number = command.newRecord(),
): number {
  command.append(deskEvents, id, { type: 'desk.put', body, sealed: null });
  return id;
}

export function putUnit(
  command: Command,
  body: Body<(typeof unitEvents)['unit.put']>,
  id: number = command.newRecord(),
): number {
  command.append(unitEvents, id, { type: 'unit.put', body, sealed: null });
  return id;
}

export function putTenant(
  command: Command,
  body: Body<(typeof tenantEvents)['tenant.put']>,
  sealed: Sealed<(typeof tenantEvents)['tenant.put']>,
  id: number = command.newRecord(),
): number {
  command.append(tenantEvents, id, { type: 'tenant.put', body, sealed });
  return id;
}

export function putContact(
  command: Command,
  body: Body<(typeof contactEvents)['contact.put']>,
  sealed: Sealed<(typeof contactEvents)['contact.put']>,
  id: number = command.newRecord(),
): number {
  command.append(contactEvents, id, { type: 'contact.put', body, sealed });
  return id;
}

/** Which desk this installation is: its code stands in every number and on every event. */
export function setOwnDesk(tx: Tx, code: string): void {
  writeInstallation(tx, 'desk', JSON.stringify(code));
}

/** Null before the desk is set up. */
export function ownDesk(db: Db): string | null {
  const stored = readInstallation(db, 'desk');
  return stored === undefined ? null : String(JSON.parse(stored));
}
