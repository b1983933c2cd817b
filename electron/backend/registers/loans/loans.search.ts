// A loan and an item as the box shows and finds them, and what is open under a tenant that moves out.
import type { OpenItem } from '../../../api/places-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { SearchCard } from '../register.ts';
import { listDepositsOf } from './deposits.store.ts';
import { findItem, findType } from './items.store.ts';
import type { LoanLine } from './loans.fold.ts';
import type { StoredLoan } from './loans.row.ts';
import { findLoan, listLinesOfItem } from './loans.store.ts';

/** One without a name was erased or is locked: its number still says what it was. */
export function loanCard(db: Db, loan: StoredLoan): SearchCard {
  const { number, state, borrowerName: name, borrowerFrom: place, borrowerPhone: phone, lentAt: at } = loan;
  const open = state === 'open';
  const assets = loan.lines.flatMap(({ item }) => (item === null ? [] : (findItem(db, item)?.asset ?? [])));
  return {
    hit: {
      ...{ state, open, number, title: name, company: thingsOf(db, loan, 'zh'), place, phone, at },
      english: { title: name, company: thingsOf(db, loan, 'en') },
    },
    dueAt: open ? loan.dueAt : null,
    terms:
      name === null
        ? null
        : {
            ...{ names: [name], companies: place === null ? [] : [place] },
            ...{ phones: phone === null ? [] : [phone], codes: open ? assets : [] },
            wholes: [number, ...listDepositsOf(db, loan.id).map((deposit) => deposit.number)],
            blind: [],
          },
  };
}

/** What stands on the thing finds it; where somebody has it, it says who. */
export function itemCard(db: Db, id: number): SearchCard | null {
  const item = findItem(db, id);
  if (!item) return null;
  const type = findType(db, item.type);
  const [line] = listLinesOfItem(db, id);
  const loan = line && findLoan(db, line.loan);
  const state = loan ? 'out' : item.state;
  return {
    hit: {
      ...{ state, open: item.state !== 'retired', number: item.asset, title: type?.nameZh ?? null },
      ...{ company: loan?.borrowerName ?? null, place: item.desk, phone: loan?.borrowerPhone ?? null },
      at: loan?.lentAt ?? null,
      english: { title: type?.nameEn ?? null, company: loan?.borrowerName ?? null },
    },
    dueAt: loan?.dueAt ?? null,
    terms: {
      ...{ names: [], companies: [], phones: [] },
      ...{ codes: [item.asset], wholes: [], blind: [] },
    },
  };
}

/** What the loan is of, as the box and lists of other things show it. */
function thingsOf(db: Db, { lines }: StoredLoan, language: 'zh' | 'en'): string {
  return lines.map((line) => lineTitle(db, line, language)).join(language === 'zh' ? '、' : ', ');
}

/** The type's name; an item by its asset code, others by their number. */
export function lineTitle(db: Db, { type, item, count }: LoanLine, language: 'zh' | 'en'): string {
  const asset = item === null ? undefined : findItem(db, item)?.asset;
  const known = findType(db, type);
  return [language === 'zh' ? known?.nameZh : known?.nameEn, asset ?? `×${count}`].filter(Boolean).join(' ');
}

/** Whose borrower or unit it hangs on; things have to be brought, so none is closed with a word. */
export function openItem(db: Db, loan: StoredLoan): Omit<OpenItem, 'register'> {
  const { id: record, number, state, borrowerName, lentAt: at } = loan;
  const titleIn = (language: 'zh' | 'en'): string =>
    [borrowerName, thingsOf(db, loan, language)].filter(Boolean).join(' ');
  const titles = { title: titleIn('zh'), titleEn: titleIn('en') };
  return { record, number, state, ...titles, place: loan.borrowerFrom, at, closable: false };
}
