// Policies 规则: what they are now, changing one, and the privacy notice that follows from them.
import { z } from 'zod';
import { callFor, commandId, instant, noInput } from './call.ts';
import { POLICY_KEYS, policyValues } from './policies.ts';

const policyKey = z.enum(POLICY_KEYS);
const one = z.union([z.number(), z.boolean(), z.string().max(10_000)]);
/** Any value that some policy could have; whether it is this one's is judged with a reason (POLICY_REFUSED). */
export const policyValue = z.union([one, z.record(z.string().max(40), one)]);
export type PolicyValue = z.infer<typeof policyValue>;

const changedBy = {
  at: instant,
  staffNumber: z.string().nullable(),
  staffName: z.string().nullable(),
};

export const policyRow = z.object({
  key: policyKey,
  value: policyValue,
  default: policyValue,
  /** Whether the value is the shipped one because nobody put another, or because it was put back. */
  isDefault: z.boolean(),
  /** Who changed it last; null where nobody ever did. */
  changed: z.object(changedBy).nullable(),
  /** Running number of the value: 1 is what was shipped. */
  revision: z.int(),
});
export type PolicyRow = z.infer<typeof policyRow>;

/** `value` is null where the shipped one was put back. */
export const policyChange = z.object({ ...changedBy, revision: z.int(), value: policyValue.nullable() });
export type PolicyChange = z.infer<typeof policyChange>;

export const POLICY_PROBLEMS = ['KIND', 'BOUNDS', 'CHOICE', 'TIME', 'EMPTY', 'LONG', 'CHARACTERS'] as const;

export const policyErrors = {
  /** `field` is the member that is wrong (a purpose, a language), or `value` where the policy is one value. */
  POLICY_REFUSED: {
    data: z.object({ key: policyKey, field: z.string(), reason: z.enum(POLICY_PROBLEMS) }),
  },
} as const;

const manage = callFor('policies.manage').errors(policyErrors);
const done = z.object({ key: policyKey, revision: z.int() });

export const policiesContract = {
  /** Every policy as it acts now; the window draws by it. */
  values: callFor('anyone').input(noInput).output(policyValues),
  list: manage.input(noInput).output(z.array(policyRow)),
  put: manage.input(z.object({ commandId, key: policyKey, value: policyValue })).output(done),
  /** Puts the shipped value back. */
  reset: manage.input(z.object({ commandId, key: policyKey })).output(done),
  /** Every change of one policy, latest first. */
  history: manage.input(z.object({ key: policyKey })).output(z.array(policyChange)),
  /** The privacy notice 个人信息处理告知 in force, as it is printed and shown. */
  notice: callFor('anyone')
    .input(noInput)
    .output(z.object({ version: z.int(), zh: z.string(), en: z.string() })),
};
