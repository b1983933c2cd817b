// What the desk's rules say about keys: who may have which, until when, what is late. Pure, told the time.
import type { BorrowerKind } from '../../../api/borrowers.contract.ts';
import type { KeyBar, KeyBorrowers, KeyLoanKind, KeyState } from '../../../api/key-states.ts';
import type { PolicyValues } from '../../../api/policies.ts';
import { dueFor, type Lending } from '../../lending/due.rules.ts';
import type { Key } from './keys.fold.ts';

/** What the policies say of keys. */
export interface KeyPolicy {
  readonly hours: PolicyValues['keys.hours'];
  readonly untilClosing: PolicyValues['keys.untilClosing'];
  readonly mayBorrow: PolicyValues['keys.mayBorrow'];
  readonly idAsked: PolicyValues['keys.idAsked'];
}

const BORROWERS: Readonly<Record<KeyBorrowers, readonly BorrowerKind[]>> = {
  staff: ['staff'],
  workers: ['staff', 'contractor'],
  tenants: ['staff', 'contact'],
  known: ['staff', 'contact', 'contractor'],
  everybody: ['staff', 'contact', 'contractor', 'walkIn'],
};

/** Who may borrow a key: as its own file says, else as policy says of its kind. */
export function borrowersOf(
  key: Pick<Key, 'kind' | 'mayBorrow'>,
  policy: KeyPolicy,
): readonly BorrowerKind[] {
  return key.mayBorrow ?? BORROWERS[policy.mayBorrow[key.kind]];
}

/** Whether a stranger shows a document for a key: as its own file says, or policy of its kind. */
export function asksId({ idAsked, kind }: Pick<Key, 'idAsked' | 'kind'>, policy: KeyPolicy): boolean {
  return idAsked || policy.idAsked[kind];
}

/** Whoever takes the keys, as far as rules ask. */
export interface Asking {
  readonly kind: BorrowerKind;
  /** Where the borrower is a contact on file. */
  readonly contact: number | null;
  /** Whether a document's number is on file for them. */
  readonly hasDocument: boolean;
  /** Holds a key whose time is over. */
  readonly overdue: boolean;
  /** The contact who authorised it. */
  readonly authorisedBy: number | null;
}

/** Every reason why a key does not leave with them; none where it may. Each can be approved (`keys.override`). */
export function barsOf(
  key: Pick<Key, 'kind' | 'mayBorrow' | 'idAsked'>,
  asking: Asking,
  {
    policy,
    authorisers,
  }: {
    readonly policy: KeyPolicy;
    /** The contacts who may authorise this key; null where it opens no tenant's door. */
    readonly authorisers: ReadonlySet<number> | null;
  },
): KeyBar[] {
  const stranger = asking.kind === 'contractor' || asking.kind === 'walkIn';
  const mayAuthorise = (contact: number | null): boolean =>
    contact !== null && authorisers?.has(contact) === true;
  const authorised =
    authorisers === null || mayAuthorise(asking.contact) || mayAuthorise(asking.authorisedBy);
  const bars: readonly (readonly [KeyBar, boolean])[] = [
    ['MASTER', key.kind === 'master'],
    ['KIND_NOT_ALLOWED', !borrowersOf(key, policy).includes(asking.kind)],
    ['BORROWER_OVERDUE', asking.overdue],
    ['NOT_AUTHORISED', !authorised],
    ['ID_NEEDED', asksId(key, policy) && stranger && !asking.hasDocument],
  ];
  return bars.flatMap(([bar, stands]) => (stands ? [bar] : []));
}

/** When keys that leave together are due, UTC ms: the soonest of them, each by its own hours or those of its kind. */
export function dueOfKeys(
  keys: readonly Pick<Key, 'kind' | 'loanHours'>[],
  at: Omit<Lending, 'hours' | 'untilClosing'> & { readonly policy: KeyPolicy },
): number {
  const times = keys.map(({ kind, loanHours }) => {
    const hours = loanHours ?? at.policy.hours[kind];
    return dueFor({ ...at, hours, untilClosing: at.policy.untilClosing[kind] });
  });
  return Math.min(...times);
}

/** What the desk calls a key's state: what its own events say, unless a loan has it. */
export function stateOf(
  key: Pick<Key, 'state' | 'pieces'>,
  holders: readonly { readonly kind: KeyLoanKind; readonly pieces: number }[],
): KeyState {
  if (holders.length === 0) return key.state;
  if (holders.some(({ kind }) => kind === 'issued')) return 'issued';
  return holders.every(({ pieces }) => pieces < key.pieces) ? 'incomplete' : 'out';
}

/** Whether it hangs in this desk's cabinet by the book; before the desk has a code, all of them do. */
export function hangsAt(own: string | null, { desk }: Pick<Key, 'desk'>): boolean {
  return own === null || own === desk;
}

/** Whether this desk may send it on: the one where it hangs; on its way, the one it left or the one it goes to. */
export function mayBeSentBy(own: string | null, key: Pick<Key, 'desk' | 'transferTo'>): boolean {
  return hangsAt(own, key) || key.transferTo === own;
}

const SAME_SCAN_MS = 3000;

/** Whether a code scanned again this soon is the same scan (registers.md §4). UTC ms; a clock that was set back says no. */
export function isSameScan(then: number, now: number): boolean {
  return now >= then && now - then < SAME_SCAN_MS;
}

const natural = new Intl.Collator('en', { numeric: true });

/** Cabinet by cabinet, hook by hook as they hang: 2 before 10. What hangs nowhere stands last, by code. */
export function byHook(
  a: Pick<Key, 'homeDesk' | 'cabinet' | 'hook' | 'code'>,
  b: Pick<Key, 'homeDesk' | 'cabinet' | 'hook' | 'code'>,
): number {
  return (
    natural.compare(a.homeDesk, b.homeDesk) ||
    Number(a.cabinet === null) - Number(b.cabinet === null) ||
    natural.compare(a.cabinet ?? '', b.cabinet ?? '') ||
    Number(a.hook === null) - Number(b.hook === null) ||
    natural.compare(a.hook ?? '', b.hook ?? '') ||
    natural.compare(a.code, b.code)
  );
}
