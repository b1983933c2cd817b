// What can happen to a type of thing, to an item with an asset code, and to the number of things at a desk.
import { z } from 'zod';
import { instant, recordId } from '../../../api/call.ts';
import { TRACKING } from '../../../api/loan-states.ts';
import { rfidUid } from '../../../api/rfid-tags.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

const nothing = { version: 1, body: z.object({}), sealed: null } as const;

export const loanTypeEvents = {
  /** The whole of it, as it is from now on. */
  'loan_type.put': {
    version: 1,
    body: z.object({
      ...{ nameZh: z.string(), nameEn: z.string(), tracking: z.enum(TRACKING), prefix: z.string() },
      ...{ rainGear: z.boolean(), depositFen: z.int(), loanHours: z.int(), idAsked: z.boolean() },
      ...{ lossPriceFen: z.int(), accessories: z.array(z.string()), least: z.int(), restMinutes: z.int() },
      ...{ restAlways: z.boolean(), dailyCheck: z.boolean() },
    }),
    sealed: null,
  },
  'loan_type.withdrawn': nothing,
} as const satisfies EventCatalogue;

export const loanItemEvents = {
  'loan_item.put': {
    version: 1,
    body: z.object({ type: recordId, asset: z.string(), tagCode: z.string().regex(/^\d{16}$/) }),
    sealed: z.object({ remark: z.string().nullable() }),
  },
  /** Wears this RFID tag from now on, beside the printed one; null: none any more. */
  'loan_item.tag_bound': { version: 1, body: z.object({ rfid: rfidUid.nullable() }), sealed: null },
  /** Lent, or found, at a desk where the book did not have it. */
  'loan_item.moved': { version: 1, body: z.object({ desk: z.string() }), sealed: null },
  /** Back from a loan, where that changes it: it moved, has to rest, or is out of service. */
  'loan_item.came_back': {
    version: 1,
    body: z.object({
      ...{ desk: z.string(), becomes: z.enum(['available', 'resting', 'out_of_service']) },
      until: instant.nullable(),
    }),
    sealed: null,
  },
  /** That return was a mistake: it is with its borrower, who had it from this desk. */
  'loan_item.went_out': { version: 1, body: z.object({ desk: z.string() }), sealed: null },
  'loan_item.rested': { version: 1, body: z.object({ until: instant.nullable() }), sealed: null },
  'loan_item.rest_over': nothing,
  'loan_item.blocked': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
  'loan_item.released': nothing,
  'loan_item.lost': { version: 1, body: z.object({}), sealed: z.object({ note: z.string().nullable() }) },
  'loan_item.found': nothing,
  'loan_item.checked': {
    version: 1,
    body: z.object({ ok: z.boolean() }),
    sealed: z.object({ note: z.string().nullable() }),
  },
  'loan_item.tag_printed': nothing,
  'loan_item.retired': nothing,
} as const satisfies EventCatalogue;

/** Each says which kind and desk it is about: whichever comes first begins the record. */
const place = { type: recordId, desk: z.string() };
const some = z.object({ ...place, count: z.int() });

export const loanStockEvents = {
  /** Counted anew: so many belong to the desk, out and away ones among them. */
  'loan_stock.set': { version: 1, body: z.object({ ...place, total: z.int() }), sealed: null },
  /** Brought here from another desk; below 0 they were taken there. */
  'loan_stock.moved': { version: 1, body: some, sealed: null },
  'loan_stock.rested': { version: 1, body: some.extend({ until: instant.nullable() }), sealed: null },
  'loan_stock.rest_over': { version: 1, body: some, sealed: null },
  'loan_stock.blocked': { version: 1, body: some, sealed: z.object({ reason: z.string().nullable() }) },
  'loan_stock.released': { version: 1, body: some, sealed: null },
  'loan_stock.lost': { version: 1, body: some, sealed: z.object({ note: z.string().nullable() }) },
  'loan_stock.found': { version: 1, body: some, sealed: null },
} as const satisfies EventCatalogue;

export type LoanTypeEvent = OpenedEvent<typeof loanTypeEvents>;
export type LoanItemEvent = OpenedEvent<typeof loanItemEvents>;
export type LoanStockEvent = OpenedEvent<typeof loanStockEvents>;
