// What can happen to a policy: it is given a value, or its shipped one back. Nothing personal stands in one.
import { z } from 'zod';
import { policyValue } from '../../api/policies.contract.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';

export const policyEvents = {
  'policy.put': {
    version: 1,
    body: z.object({
      /** Any text: a later program may know more policies. */
      key: z.string(),
      /** Null puts the shipped value back. */
      value: policyValue.nullable(),
      /** Running number of the value; the shipped one is 1. */
      revision: z.int(),
    }),
    sealed: null,
  },
} as const satisfies EventCatalogue;

export type PolicyEvent = OpenedEvent<typeof policyEvents>;
