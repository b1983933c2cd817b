// Borrowers' calls: the contract's shapes in, what the queries and the service say out.
import type { KeyObject } from 'node:crypto';
import { badgeUid } from '../../api/people.contract.ts';
import type { Role } from '../../api/rights.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import { badgeHashes } from './badge.ts';
import {
  findBorrowerByDocument,
  findBorrowerOfStaffMember,
  findBorrowers,
  heldByPerson,
  readBorrower,
  type Asking,
  type BorrowerQueryParts,
} from './borrowers.queries.ts';
import type { BorrowersService } from './borrowers.service.ts';
import { findStaffByBadge } from './staff.store.ts';

export interface BorrowersRouterParts extends BorrowerQueryParts {
  readonly service: BorrowersService;
  readonly clock: Clock;
  readonly pepper: KeyObject;
  readonly desk: () => string | null;
  /** Who came with a visit; null for an unknown one. */
  readonly visitorOf: (
    visit: number,
  ) => { readonly documentIndex: string | null; readonly phone: string | null } | null;
}

export function createBorrowersRouter(parts: BorrowersRouterParts) {
  const { db, clock, service } = parts;
  const calls = implementer.borrowers;
  const asking = (role: Role | null): Asking => ({
    now: clock.now(),
    desk: parts.desk(),
    phones: role === 'clerk' ? 'masked' : 'whole',
  });
  return calls.router({
    find: calls.find.handler(({ context, input: { text, limit } }) =>
      findBorrowers(parts, text, limit, asking(context.roleNow())),
    ),
    byDocument: calls.byDocument.handler(({ context, input }) =>
      findBorrowerByDocument(parts, input, asking(context.roleNow())),
    ),
    byBadge: calls.byBadge.handler(({ context, input }) => {
      const uid = badgeUid.safeParse(input.badge).data;
      const staff = uid === undefined ? undefined : findStaffByBadge(db, badgeHashes(uid, parts.pepper));
      return staff ? findBorrowerOfStaffMember(parts, staff.id, asking(context.roleNow())) : null;
    }),
    get: calls.get.handler(({ context, input }) => {
      const borrower = readBorrower(parts, input.borrower, asking(context.roleNow()));
      if (!borrower) throw new Refusal('NOT_FOUND', { what: 'borrower' });
      return borrower;
    }),
    heldByVisit: calls.heldByVisit.handler(({ input }) => {
      const visitor = parts.visitorOf(input.visit);
      return visitor ? heldByPerson(parts, visitor, clock.now()) : [];
    }),
    amend: calls.amend.handler(({ context, input }) => service.amend(context.actor().author, input)),
  });
}
