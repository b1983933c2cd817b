// What several actions ask before they append: where a key is, who may authorise it, whether it may leave.
import type { keyErrors, KeyBar } from '../../../api/key-states.ts';
import { SHIFT_EXEMPT } from '../../../api/rights.ts';
import type { Db } from '../../database/handle.ts';
import { withPhone, type PhonesShown } from '../../shared/masked-phone.ts';
import { Refusal, refusals } from '../../shared/refusal.ts';
import type { Borrowing } from '../../people/borrowers.service.ts';
import type { Actor } from '../register.ts';
import type { Authoriser, KeysParts } from './keys.parts.ts';
import { asksId, barsOf, borrowersOf, dueOfKeys, stateOf, type KeyPolicy } from './keys.rules.ts';
import type { StoredKey } from './keys.row.ts';
import { findHeldKey, findKey, type HeldKey } from './keys.store.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan, listOpenOf } from './key-loans.store.ts';

const refuse = refusals<typeof keyErrors>();

/** A key, and why it may not leave. */
export interface Barred {
  readonly key: StoredKey;
  readonly bars: readonly KeyBar[];
}

/** Policies as they are now. */
export function keyPolicy({ policies }: Pick<KeysParts, 'policies'>): KeyPolicy {
  return {
    hours: policies.value('keys.hours'),
    untilClosing: policies.value('keys.untilClosing'),
    mayBorrow: policies.value('keys.mayBorrow'),
    idAsked: policies.value('keys.idAsked'),
  };
}

/** The key, where nobody has it and it lies in a cabinet. Throws NOT_FOUND or KEY_NOT_IN, which says who has it. */
export function keyInCabinet(db: Db, id: number): HeldKey {
  const key = findHeldKey(db, id);
  if (!key) throw refuse.notFound('key');
  const state = stateOf(key, key.holders);
  const [holder] = key.holders;
  if (state !== 'in_cabinet') {
    throw refuse('KEY_NOT_IN', {
      key: id,
      state,
      loan: holder?.loan ?? null,
      number: holder?.number ?? null,
      desk: null,
    });
  }
  return key;
}

/**
 * Emergencies never wait (registers.md §2): those of their calls that are exempt from the shift ask here what else they
 * are for. Throws SHIFT_NEEDED.
 */
export function needShift({ author, role }: Actor): void {
  if (author.shift === null && role !== null && !SHIFT_EXEMPT.has(role)) {
    throw new Refusal('SHIFT_NEEDED', undefined);
  }
}

/** The loan, where it stands in one of these states. Throws NOT_FOUND or WRONG_STATE. */
export function loanInState(db: Db, id: number, states: readonly StoredLoan['state'][]): StoredLoan {
  const loan = findLoan(db, id);
  if (!loan) throw refuse.notFound('key_loan');
  if (!states.includes(loan.state)) throw refuse('WRONG_STATE', { record: id, state: loan.state });
  return loan;
}

/** Who may authorise a key: the contacts of every tenant whose door it opens; null where it opens none. */
export function authorisersOf(
  parts: KeysParts,
  key: Pick<StoredKey, 'units' | 'tenant'>,
): readonly Authoriser[] | null {
  const tenants = new Set([key.tenant, ...key.units.map(parts.tenantOf)].filter((tenant) => tenant !== null));
  return tenants.size === 0 ? null : [...tenants].flatMap((tenant) => parts.authorisersOf(tenant));
}

/** The authoriser of these keys by their contact; null for nobody. Throws UNKNOWN_AUTHORISER for who may not. */
export function authoriserIn(
  parts: KeysParts,
  keys: readonly Pick<StoredKey, 'units' | 'tenant'>[],
  contact: number | null,
): Authoriser | null {
  if (contact === null) return null;
  for (const key of keys) {
    const found = authorisersOf(parts, key)?.find(({ id }) => id === contact);
    if (found) return found;
  }
  throw refuse('UNKNOWN_AUTHORISER', { field: 'authorisedBy' });
}

/** Those of the keys that may not leave with this borrower, in their order, each with its reasons. */
export function judgeKeys(
  parts: KeysParts,
  db: Db,
  asked: {
    readonly keys: readonly StoredKey[];
    readonly borrower: Borrowing;
    readonly authorisedBy: number | null;
    readonly now: number;
  },
): Barred[] {
  const { borrower, authorisedBy, now } = asked;
  const policy = keyPolicy(parts);
  const held = borrower.id === null ? [] : listOpenOf(db, borrower.id);
  const overdue = held.some(({ dueAt }) => dueAt !== null && dueAt < now);
  const asking = { ...borrower, authorisedBy, overdue };
  return asked.keys.flatMap((key) => {
    const contacts = authorisersOf(parts, key);
    const authorisers = contacts && new Set(contacts.map(({ id }) => id));
    const bars = barsOf(key, asking, { policy, authorisers });
    return bars.length === 0 ? [] : [{ key, bars }];
  });
}

/** When keys that leave together at this desk are due, UTC ms. */
export function dueOf(
  parts: KeysParts,
  keys: readonly StoredKey[],
  { lentAt, desk }: { readonly lentAt: number; readonly desk: string | null },
): number {
  const { closes } = parts.hours(desk);
  const at = { lentAt, now: parts.clock.now(), calendar: parts.calendar(), closes };
  return dueOfKeys(keys, { ...at, policy: keyPolicy(parts) });
}

/** What a half-filled form asks: the due time, the bars that stand, and who may authorise. */
export function judgeForm(
  parts: KeysParts,
  db: Db,
  form: {
    readonly keys: readonly number[];
    readonly borrower: Parameters<KeysParts['borrowers']['look']>[1] | null;
    readonly authorisedBy: number | null;
    readonly lentAt: number | null;
    readonly desk: string | null;
    readonly phones: PhonesShown;
  },
) {
  const now = parts.clock.now();
  const keys = form.keys.flatMap((id) => findKey(db, id) ?? []);
  const lentAt = form.lentAt ?? now;
  const policy = keyPolicy(parts);
  const borrower = form.borrower && parts.borrowers.look(db, form.borrower);
  const barred = borrower ? judgeKeys(parts, db, { ...form, keys, borrower, now }) : [];
  const authorisers = new Map(
    keys.flatMap((key) => authorisersOf(parts, key) ?? []).map((contact) => [contact.id, contact]),
  );
  return {
    dueAt: keys.length === 0 ? null : dueOf(parts, keys, { lentAt, desk: form.desk }),
    bars: barred.map(({ key, bars }) => {
      return { key: key.id, bars: [...bars], allowed: [...borrowersOf(key, policy)] };
    }),
    idAsked: keys.some((key) => asksId(key, policy)),
    authorisers: [...authorisers.values()].map(({ id, name, phone }) =>
      withPhone({ contact: id, name, phone }, form.phones),
    ),
  };
}
