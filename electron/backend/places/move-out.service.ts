// Moving out 退租: whatever is open under the tenant is closed or carried with a remark, then they have moved out.
import type { z } from 'zod';
import type {
  OpenItem,
  placesFileContract,
  placesFileErrors,
  TenantRow,
} from '../../api/places-file.contract.ts';
import type { Db } from '../database/handle.ts';
import type { Command } from '../journal/command.ts';
import { genericEvents, RECORD_CARRIED } from '../journal/generic-events.ts';
import type { Journal } from '../journal/journal.ts';
import type { Tenancy } from '../registers/register.ts';
import { refusals } from '../shared/refusal.ts';
import { tenantOf, unitOf } from './places-file.forms.ts';
import { createFreshness, type FilingAuthor } from './places-file.service.ts';
import { listContactsOf, listUnitsOf } from './places-file.store.ts';
import { tenantEvents } from './places.events.ts';
import { putUnit } from './places.service.ts';
import { findTenant } from './places.store.ts';

/** What the registers know of a tenant, asked through their face. */
export interface TenancyRegisters {
  openUnder(db: Db, tenancy: Tenancy): readonly OpenItem[];
  closeWithTenancy(command: Command, item: OpenItem): void;
}

type MoveOut = z.output<NonNullable<(typeof placesFileContract)['moveOut']['~orpc']['inputSchema']>>;

type Carried = TenantRow['carried'][number];

const refuse = refusals<typeof placesFileErrors>();

export type MoveOutService = ReturnType<typeof createMoveOutService>;

/** Both functions throw a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createMoveOutService(parts: {
  readonly journal: Journal;
  readonly db: Db;
  readonly registers: TenancyRegisters;
}) {
  const { journal, db, registers } = parts;
  const fresh = createFreshness(journal);

  function openUnder(tenant: number): readonly OpenItem[] {
    if (!findTenant(db, tenant)) throw refuse.notFound('place');
    return registers.openUnder(db, tenancyOf(db, tenant));
  }

  /** Frees the units in the same command: they stand vacant until somebody else moves in. */
  function moveOut({ author }: FilingAuthor, input: MoveOut): { id: number } {
    return journal.command({ action: 'places.moveOut', input }, author, (command) => {
      const { tx } = command;
      const { id, status } = fresh(tx, findTenant(tx, input.tenant), input.revision, tenantOf);
      if (status === 'movedOut') throw refuse('LIST_CHANGED', undefined);
      const open = registers.openUnder(tx, tenancyOf(tx, id));
      const decisions = decided(open, input.decisions);
      const closed = decisions.flatMap(({ item, remark }) => (remark === null ? [item] : []));
      for (const item of closed) registers.closeWithTenancy(command, item);
      const carried = decisions.flatMap(({ item: { record, number }, remark }) =>
        remark === null ? [] : [{ record, number, remark }],
      );
      command.append(tenantEvents, id, {
        type: 'tenant.moved_out',
        body: { closed: closed.map(({ record }) => record) },
        sealed: { carried: carried.map((each) => carry(command, id, each)) },
      });
      for (const unit of listUnitsOf(tx, id)) {
        putUnit(command, { ...unitOf(unit), kind: 'vacant', tenant: null }, unit.id);
      }
      return { id };
    });
  }

  /** The remark goes under the record that it is about; a record whose key is not here leaves it with the tenant. */
  function carry(command: Command, tenant: number, { record, number, remark }: Carried): Carried {
    if (journal.projection.keys.find(command.tx, record) === null) return { record, number, remark };
    command.append(genericEvents, record, {
      type: RECORD_CARRIED,
      body: { tenant },
      sealed: { remark: remark ?? '' },
    });
    return { record, number, remark: null };
  }

  return { openUnder, moveOut };
}

function tenancyOf(db: Db, tenant: number): Tenancy {
  return {
    tenant,
    units: listUnitsOf(db, tenant).map(({ id }) => id),
    contacts: listContactsOf(db, tenant).map(({ id }) => id),
  };
}

/** Each open item with its decision, `remark` null where it is closed. Throws LIST_CHANGED where they do not match. */
function decided(
  open: readonly OpenItem[],
  decisions: MoveOut['decisions'],
): { readonly item: OpenItem; readonly remark: string | null }[] {
  const byRecord = new Map(decisions.map((decision) => [decision.record, decision]));
  if (byRecord.size !== open.length) throw refuse('LIST_CHANGED', undefined);
  return open.map((item) => {
    const decision = byRecord.get(item.record);
    if (!decision || (decision.how === 'close' && !item.closable)) throw refuse('LIST_CHANGED', undefined);
    return { item, remark: decision.how === 'carry' ? decision.remark : null };
  });
}
