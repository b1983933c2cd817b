// A policy as its form holds it, and what is sent of it. Pure: whether it is right is the backend's to say.
import { ORPCError } from '@orpc/client';
import { policyErrors } from '../../../electron/api/policies.contract.ts';
import type { PolicyRow, PolicyValue } from '../../../electron/api/policies.contract.ts';
import { POLICIES } from '../../../electron/api/policies.ts';
import type { PolicyDefinition, PolicyKey } from '../../../electron/api/policies.ts';
import type { policies } from '../../copy/policies.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type PolicyMessage = Extract<keyof typeof policies, `field.${string}`>;

/** Text as typed, or a tick, by member; `value` where the policy is one value. */
export type PolicyDraft = Readonly<Record<string, string | boolean>>;

type Row = Pick<PolicyRow, 'key' | 'value'>;

/** The members of a policy in the order of its form. */
export function membersOf(key: PolicyKey): readonly string[] {
  return POLICIES[key].over ?? ['value'];
}

export function memberOf(value: PolicyValue, member: string): number | boolean | string {
  return typeof value === 'object' ? (value[member] ?? '') : value;
}

export function draftOf({ key, value }: Row): PolicyDraft {
  return Object.fromEntries(
    membersOf(key).map((member) => {
      const one = memberOf(value, member);
      return [member, typeof one === 'number' ? String(one) : one];
    }),
  );
}

export function isDirty(row: Row, draft: PolicyDraft): boolean {
  const stored = draftOf(row);
  return membersOf(row.key).some((member) => draft[member] !== stored[member]);
}

type Counted = 'minutes' | 'hours' | 'days' | 'things' | 'yuan';

/** Whether a policy of this kind is a number of something. */
export function isCounted(kind: PolicyDefinition['kind']): kind is Counted {
  return ['minutes', 'hours', 'days', 'things', 'yuan'].includes(kind);
}

/** A number that was left blank goes as text, and is refused beside its field. */
export function valueOf(key: PolicyKey, draft: PolicyDraft): PolicyValue {
  const { kind, over } = POLICIES[key];
  const numeric = isCounted(kind);
  const read = (one: string | boolean): number | boolean | string =>
    numeric && /^\d+$/.test(String(one).trim()) ? Number(one) : one;
  const members = Object.entries(draft).map(([member, one]) => [member, read(one)] as const);
  return over === null ? (members[0]?.[1] ?? '') : Object.fromEntries(members);
}

/** Where a refusal of a policy belongs. */
export function policyFieldsRefused(error: unknown): FieldErrors<PolicyMessage> {
  if (!(error instanceof ORPCError) || error.code !== 'POLICY_REFUSED') return {};
  const { data } = policyErrors.POLICY_REFUSED.data.safeParse(error.data);
  return data ? { [data.field]: `field.${data.reason}` } : {};
}

/** The value that most members have, and those that have another one, in their order. */
export function mostAndOthers(value: Readonly<Record<string, number | boolean | string>>): {
  readonly most: number | boolean | string;
  readonly others: readonly (readonly [member: string, one: number | boolean | string])[];
} {
  const members = Object.entries(value);
  const groups = [...Map.groupBy(members, ([, one]) => one)].toSorted(([, a], [, b]) => b.length - a.length);
  const most = groups[0]?.[0] ?? '';
  return { most, others: members.filter(([, one]) => one !== most) };
}
