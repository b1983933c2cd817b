// Approvals' calls.
import type { Db } from '../database/handle.ts';
import { implementer } from '../router-base.ts';
import { readDue, type SubjectOf } from './approvals.queries.ts';
import type { ApprovalsService } from './approvals.service.ts';

export function createApprovalsRouter(parts: {
  readonly db: Db;
  readonly service: ApprovalsService;
  readonly subjectOf: SubjectOf;
}) {
  const { db, service, subjectOf } = parts;
  const calls = implementer.approvals;
  return calls.router({
    grant: calls.grant.handler(({ context, input }) => service.grant(context.actor(), input)),
    makeCode: calls.makeCode.handler(({ context, input }) => service.makeCode(context.actor(), input.right)),
    due: calls.due.handler(({ context }) => readDue(db, subjectOf, context.acting())),
    countersign: calls.countersign.handler(({ context, input }) =>
      service.countersign(context.actor(), input),
    ),
    decline: calls.decline.handler(({ context, input }) => service.decline(context.actor(), input)),
  });
}
