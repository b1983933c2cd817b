// A loan of keys, and a key, as the box shows and finds them.
import type { Db } from '../../database/handle.ts';
import type { SearchCard } from '../register.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan } from './key-loans.store.ts';
import { doorNames, hookName } from './keys.doors.ts';
import type { KeysParts } from './keys.parts.ts';
import { stateOf } from './keys.rules.ts';
import { findHeldKey, findKey, type HeldKey } from './keys.store.ts';

/** Null for what is neither. */
export function searchCardOf(
  parts: Pick<KeysParts, 'doorOf' | 'namesOf'>,
  db: Db,
  record: number,
): SearchCard | null {
  const loan = findLoan(db, record);
  if (loan) return loanCard(db, loan);
  const key = findHeldKey(db, record);
  return key ? keyCard(key, doorNames(parts, db, key)) : null;
}

/** By who borrowed; an erased one says by its number alone what it was. */
function loanCard(db: Db, loan: StoredLoan): SearchCard {
  const {
    number,
    state,
    borrowerName,
    borrowerPhone: phone,
    borrowerFrom: company,
    lentAt: at,
    dueAt,
  } = loan;
  const keys = loan.lines.map(({ key, name }) => ({ code: findKey(db, key)?.code ?? '', name }));
  const open = state === 'open';
  const place = keys.map(({ code, name }) => name ?? code).join('、');
  return {
    hit: { state, open, number, title: borrowerName, company, place, phone, at },
    dueAt: open ? dueAt : null,
    terms:
      borrowerName === null
        ? null
        : {
            names: [borrowerName],
            companies: [...given(company), ...keys.flatMap(({ name }) => given(name))],
            phones: given(phone),
            codes: keys.map(({ code }) => code),
            wholes: [number],
            blind: [],
          },
  };
}

/** By what it is called and opens, and where it hangs. Who has it is found by the loan. */
function keyCard(key: HeldKey, { units, tenants }: ReturnType<typeof doorNames>): SearchCard {
  const { code, name, opens, state: own, holders } = key;
  const state = stateOf(key, holders);
  const [holder] = holders;
  return {
    hit: {
      ...{
        state,
        open: own !== 'retired',
        number: code,
        title: name,
        company: null,
        place: opens,
        phone: null,
      },
      at: holder?.lentAt ?? null,
    },
    dueAt: holder?.dueAt ?? null,
    terms:
      name === null
        ? null
        : {
            ...{ names: [], companies: [name, ...given(opens), ...tenants], phones: [] },
            ...{ codes: [code, ...units, hookName(key)], wholes: [], blind: [] },
          },
  };
}

function given(text: string | null): string[] {
  return text === null ? [] : [text];
}
