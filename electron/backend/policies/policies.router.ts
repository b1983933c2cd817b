// Policies' calls.
import { implementer } from '../router-base.ts';
import { readNotice, readPolicies, readPolicyHistory, type PolicyQueryParts } from './policies.queries.ts';
import type { PoliciesService } from './policies.service.ts';

export function createPoliciesRouter(parts: PolicyQueryParts & { readonly service: PoliciesService }) {
  const { service, policies } = parts;
  const calls = implementer.policies;
  return calls.router({
    values: calls.values.handler(() => policies.values()),
    list: calls.list.handler(() => readPolicies(parts)),
    put: calls.put.handler(({ context, input }) => service.put(context.actor(), input)),
    reset: calls.reset.handler(({ context, input }) => service.reset(context.actor(), input)),
    history: calls.history.handler(({ input }) => readPolicyHistory(parts, input.key)),
    notice: calls.notice.handler(() => readNotice(parts)),
  });
}
