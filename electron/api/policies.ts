// The policies 规则: what an admin may decide about the desk, each with its bounds and the default it is shipped with.
import { z } from 'zod';
import { KEY_BORROWERS, KEY_KINDS, type KeyKind } from './key-states.ts';
import { SHIPPED_NOTICE } from './privacy-notice.ts';
import type { Role } from './rights.ts';
import { PURPOSES, type Purpose } from './visit-states.ts';

/** Purposes whose visitors come for several days. */
const CONTRACTOR_PURPOSES = ['works', 'repair'] as const satisfies readonly Purpose[];
/** What a card says besides name and number, shown for the eye only. */
export const CARD_FACTS = ['sex', 'birthDate', 'address'] as const;
/** What may be signed for on the screen (registers.md §2). */
export const SIGNED_ACTIONS = ['keyOut', 'keyIn', 'itemOut', 'itemIn', 'refund'] as const;
/** Roles that lend, and so may be asked to take less than the deposit. */
export const WAIVING_ROLES = [
  'receptionist',
  'guard',
  'supervisor',
  'admin',
] as const satisfies readonly Role[];
export const NOTICE_LANGUAGES = ['zh', 'en'] as const;

const HOST_CONFIRMATION_ASKED = ['notAsked', 'optional', 'required'] as const;
/** `orVouched`: a document, or a host who comes down and vouches (registers.md §3). */
const DOCUMENT_ASKED = ['orVouched', 'required'] as const;

const purpose = z.enum(PURPOSES);
const keyKind = z.enum(KEY_KINDS);

/** The value of each policy. What a later program adds to a value is read with its default. */
export const policyValues = z.object({
  /** Least hours that a pass holds after arrival. */
  'validity.hours': z.record(purpose, z.int()),
  /** Whether it holds until the desk closes, where that is later. */
  'validity.untilClosing': z.record(purpose, z.boolean()),
  /** How many days, the first one counted, a contractor's pass holds. */
  'validity.days': z.record(z.enum(CONTRACTOR_PURPOSES), z.int()),
  /** The longest that a pass, an extension or an announced time may be, in days. */
  'validity.longestDays': z.int(),
  /** Local `HH:MM` at which nobody's visits of the day before are closed by the system. */
  'closing.round': z.string(),
  /** How many days back an arrival may be entered late. */
  'lateEntry.days': z.int(),
  'hostConfirmation.asked': z.record(purpose, z.enum(HOST_CONFIRMATION_ASKED)),
  'document.asked': z.record(purpose, z.enum(DOCUMENT_ASKED)),
  'card.shown': z.record(z.enum(CARD_FACTS), z.boolean()),
  /** Whether a new form has "print pass" ticked. */
  'pass.printed': z.boolean(),
  /** How long a key of a kind is lent where nobody says otherwise, hours. */
  'keys.hours': z.record(keyKind, z.int()),
  /** Whether it is due when the desk closes, where that is sooner. */
  'keys.untilClosing': z.record(keyKind, z.boolean()),
  /** Who may borrow a key of a kind, where the key itself does not say. */
  'keys.mayBorrow': z.record(keyKind, z.enum(KEY_BORROWERS)),
  /** Whether contractors and walk-ins show a document for it. */
  'keys.idAsked': z.record(keyKind, z.boolean()),
  /** How many things somebody may have at once. */
  'loans.mostPerBorrower': z.int(),
  /** How much of a deposit a role may waive with a reason, yuan. */
  'deposit.waiveYuan': z.record(z.enum(WAIVING_ROLES), z.int()),
  /** How many days after a stocktake of keys the next one is due. */
  'keys.stocktakeDays': z.int(),
  /** How many days after its loan a deposit that nobody came for is unclaimed. */
  'deposit.unclaimedDays': z.int(),
  /** What is signed for on the screen before it can be confirmed. */
  'signature.asked': z.record(z.enum(SIGNED_ACTIONS), z.boolean()),
  /** How long before its time a thing that is lent counts as due soon, minutes. */
  'followUp.dueSoonMinutes': z.int(),
  /** When the next try is due after a call that did not settle it, minutes. */
  'followUp.retryMinutes': z.int(),
  /** Minutes without a hand on the desk until names are hidden. */
  'idleLock.minutes': z.int(),
  'privacy.notice': z.record(z.enum(NOTICE_LANGUAGES), z.string()),
});
export type PolicyValues = z.infer<typeof policyValues>;
export type PolicyKey = keyof PolicyValues;

/** What one value of a policy may be. */
type Kind =
  /** Sums are whole yuan: what staff decide in their head. */
  | {
      readonly kind: 'minutes' | 'hours' | 'days' | 'things' | 'yuan';
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'localTime'; readonly least: string; readonly most: string }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number };

export const POLICY_GROUPS = ['validity', 'identity', 'notice', 'keys', 'loans', 'lending', 'desk'] as const;

export type PolicyDefinition = Kind & {
  readonly group: (typeof POLICY_GROUPS)[number];
  /** What the policy has one value each for (purposes, languages); null where it is one value. */
  readonly over: readonly string[] | null;
};

function perPurpose<T>(value: T, changes: Partial<Record<Purpose, T>> = {}): Record<Purpose, T> {
  const same = Object.fromEntries(PURPOSES.map((each) => [each, value])) as Record<Purpose, T>;
  return { ...same, ...changes };
}

const perKind = <T>(value: T, changes: Partial<Record<KeyKind, T>>): Record<KeyKind, T> => ({
  ...(Object.fromEntries(KEY_KINDS.map((each) => [each, value])) as Record<KeyKind, T>),
  ...changes,
});

/** In the order in which the settings show them. A policy stands here only once something acts on it. */
export const POLICIES: {
  readonly [Key in PolicyKey]: PolicyDefinition & { readonly default: PolicyValues[Key] };
} = {
  'validity.hours': {
    ...{ group: 'validity', kind: 'hours', least: 1, most: 24, over: PURPOSES },
    default: perPurpose(2),
  },
  'validity.untilClosing': {
    ...{ group: 'validity', kind: 'boolean', over: PURPOSES },
    default: perPurpose(true, { delivery: false }),
  },
  'validity.days': {
    ...{ group: 'validity', kind: 'days', least: 1, most: 31, over: CONTRACTOR_PURPOSES },
    default: { works: 3, repair: 3 },
  },
  'validity.longestDays': {
    ...{ group: 'validity', kind: 'days', least: 1, most: 180, over: null },
    default: 31,
  },
  'closing.round': {
    ...{ group: 'validity', kind: 'localTime', least: '00:00', most: '11:59', over: null },
    default: '04:00',
  },
  'lateEntry.days': {
    ...{ group: 'validity', kind: 'days', least: 1, most: 31, over: null },
    default: 7,
  },
  'document.asked': {
    ...{ group: 'identity', kind: 'choice', choices: DOCUMENT_ASKED, over: PURPOSES },
    default: perPurpose('orVouched'),
  },
  'hostConfirmation.asked': {
    ...{ group: 'identity', kind: 'choice', choices: HOST_CONFIRMATION_ASKED, over: PURPOSES },
    default: perPurpose('notAsked'),
  },
  'card.shown': {
    ...{ group: 'identity', kind: 'boolean', over: CARD_FACTS },
    default: { sex: true, birthDate: true, address: true },
  },
  'privacy.notice': {
    ...{ group: 'notice', kind: 'text', longest: 4000, over: NOTICE_LANGUAGES },
    default: SHIPPED_NOTICE,
  },
  'keys.hours': {
    ...{ group: 'keys', kind: 'hours', least: 1, most: 240, over: KEY_KINDS },
    default: perKind(8, { vacant: 4, emergency: 2, master: 2, deposited: 24 }),
  },
  'keys.untilClosing': {
    ...{ group: 'keys', kind: 'boolean', over: KEY_KINDS },
    default: perKind(true, { emergency: false, deposited: false }),
  },
  'keys.mayBorrow': {
    ...{ group: 'keys', kind: 'choice', choices: KEY_BORROWERS, over: KEY_KINDS },
    default: perKind('workers', {
      vacant: 'known',
      emergency: 'staff',
      master: 'staff',
      deposited: 'tenants',
    }),
  },
  'keys.idAsked': {
    ...{ group: 'keys', kind: 'boolean', over: KEY_KINDS },
    default: perKind(false, { plant: true, master: true, deposited: true }),
  },
  'loans.mostPerBorrower': {
    ...{ group: 'loans', kind: 'things', least: 1, most: 50, over: null },
    default: 5,
  },
  'deposit.waiveYuan': {
    ...{ group: 'loans', kind: 'yuan', least: 0, most: 10_000, over: WAIVING_ROLES },
    default: { receptionist: 50, guard: 50, supervisor: 500, admin: 500 },
  },
  'keys.stocktakeDays': {
    ...{ group: 'keys', kind: 'days', least: 1, most: 92, over: null },
    default: 7,
  },
  'deposit.unclaimedDays': {
    ...{ group: 'loans', kind: 'days', least: 30, most: 365, over: null },
    default: 90,
  },
  'signature.asked': {
    ...{ group: 'lending', kind: 'boolean', over: SIGNED_ACTIONS },
    default: { keyOut: false, keyIn: false, itemOut: false, itemIn: false, refund: false },
  },
  'followUp.dueSoonMinutes': {
    ...{ group: 'lending', kind: 'minutes', least: 5, most: 480, over: null },
    default: 60,
  },
  'followUp.retryMinutes': {
    ...{ group: 'lending', kind: 'minutes', least: 5, most: 1440, over: null },
    default: 60,
  },
  'pass.printed': { ...{ group: 'desk', kind: 'boolean', over: null }, default: true },
  'idleLock.minutes': {
    ...{ group: 'desk', kind: 'minutes', least: 1, most: 30, over: null },
    default: 3,
  },
};

export const POLICY_KEYS = policyValues.keyof().options;

/** What acts where nobody changed anything. */
export const SHIPPED_POLICIES = Object.fromEntries(
  POLICY_KEYS.map((key) => [key, POLICIES[key].default]),
) as PolicyValues;
