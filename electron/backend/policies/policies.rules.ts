// Whether a value is one that a policy may have, and what is read where it was stored by another program. Pure.
import { paragraphs } from '../../api/call.ts';
import type { POLICY_PROBLEMS, PolicyValue } from '../../api/policies.contract.ts';
import {
  POLICIES,
  policyValues,
  type PolicyDefinition,
  type PolicyKey,
  type PolicyValues,
} from '../../api/policies.ts';

type Problem = (typeof POLICY_PROBLEMS)[number];
type One = number | boolean | string;

export type PolicyVerdict =
  | { readonly ok: true; readonly value: PolicyValue }
  | { readonly ok: false; readonly field: string; readonly reason: Problem };

type OneVerdict = { readonly value: One } | { readonly reason: Problem };

/** Judges a whole value, member by member. Texts come back trimmed. A value is taken as a whole or not at all. */
export function judgePolicy(key: PolicyKey, value: PolicyValue): PolicyVerdict {
  const { over, ...policy } = POLICIES[key];
  if (over === null) {
    const verdict = typeof value === 'object' ? wrong('KIND') : judgeOne(policy, value);
    return 'reason' in verdict ? { ok: false, field: 'value', ...verdict } : { ok: true, ...verdict };
  }
  if (typeof value !== 'object') return { ok: false, field: 'value', reason: 'KIND' };
  const stranger = Object.keys(value).find((member) => !over.includes(member));
  if (stranger !== undefined) return { ok: false, field: 'value', reason: 'KIND' };
  const whole: Record<string, One> = {};
  for (const member of over) {
    const one = Object.hasOwn(value, member) ? value[member] : undefined;
    const verdict = one === undefined ? wrong('EMPTY') : judgeOne(policy, one);
    if ('reason' in verdict) return { ok: false, field: member, ...verdict };
    whole[member] = verdict.value;
  }
  return { ok: true, value: whole };
}

function wrong(reason: Problem): { readonly reason: Problem } {
  return { reason };
}

/** Local `HH:MM`. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function judgeOne(policy: Omit<PolicyDefinition, 'over'>, value: One): OneVerdict {
  const rule = policy as PolicyDefinition;
  switch (rule.kind) {
    case 'minutes':
    case 'hours':
    case 'days':
    case 'things':
    case 'yuan':
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrong('KIND');
      return value >= rule.least && value <= rule.most ? { value } : wrong('BOUNDS');
    case 'localTime':
      if (typeof value !== 'string' || !TIME.test(value)) return wrong('TIME');
      return value >= rule.least && value <= rule.most ? { value } : wrong('BOUNDS');
    case 'boolean':
      return typeof value === 'boolean' ? { value } : wrong('KIND');
    case 'choice':
      return typeof value === 'string' && rule.choices.includes(value) ? { value } : wrong('CHOICE');
    case 'text':
      return typeof value === 'string' ? judgeText(value, rule.longest) : wrong('KIND');
  }
}

function judgeText(text: string, longest: number): OneVerdict {
  const { data, error } = paragraphs(longest).safeParse(text);
  if (data !== undefined) return { value: data };
  const code = error?.issues[0]?.code;
  return wrong(code === 'too_small' ? 'EMPTY' : code === 'too_big' ? 'LONG' : 'CHARACTERS');
}

/**
 * A stored value as it acts here. Members that this program knows and the value lacks have their default; a value
 * that fits nothing known here is the default as a whole.
 */
export function readPolicy<Key extends PolicyKey>(key: Key, stored: PolicyValue | null): PolicyValues[Key] {
  const shipped = POLICIES[key].default;
  if (stored === null) return shipped;
  const whole = typeof stored === 'object' && typeof shipped === 'object' ? known(shipped, stored) : stored;
  const read = policyValues.shape[key].safeParse(whole);
  return read.success ? (read.data as PolicyValues[Key]) : shipped;
}

function known(shipped: object, stored: object): object {
  const members = Object.entries(stored).filter(([member]) => Object.hasOwn(shipped, member));
  return { ...shipped, ...Object.fromEntries(members) };
}

/** Whether two values say the same, whatever the order of their members. */
export function isSame(a: PolicyValue, b: PolicyValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const members = Object.keys(a);
  return members.length === Object.keys(b).length && members.every((member) => a[member] === b[member]);
}

/** The notice with the property's own words in it; brackets around an address that is not set up go with it. */
export function fillNotice(
  text: string,
  place: { readonly property: string; readonly address: string },
): string {
  return text
    .replaceAll('{property}', () => place.property)
    .replaceAll('{address}', () => place.address)
    .replaceAll(/（）| \(\)/g, '');
}
