// Which things are meant by what is typed into the lend form: by the name of their kind, or by their asset code. Pure.
import type { LoanItemRow, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';

/** One that may leave: an item, or one of a kind that is counted. */
export interface Thing {
  readonly type: LoanTypeRow;
  readonly item: LoanItemRow | null;
}

/** What is here and free, lowest asset code first; `most` at the most. Empty for an empty text. */
export function thingsFound(
  typed: string,
  { types, items }: { readonly types: readonly LoanTypeRow[]; readonly items: readonly LoanItemRow[] },
  most: number,
): Thing[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const lent = types.filter(({ withdrawn }) => !withdrawn);
  const isNamed = ({ nameZh, nameEn }: LoanTypeRow): boolean =>
    [nameZh, nameEn].some((name) => plain(name).includes(wanted));
  const counted = lent.filter((type) => type.tracking === 'count' && type.available > 0 && isNamed(type));
  const free = items
    .filter(({ state }) => state === 'available')
    .toSorted((a, b) => a.asset.localeCompare(b.asset));
  const found = free.flatMap((item): Thing[] => {
    const type = lent.find(({ id }) => id === item.type);
    return type && (isNamed(type) || plain(item.asset).includes(wanted)) ? [{ type, item }] : [];
  });
  return [...counted.map((type): Thing => ({ type, item: null })), ...found].slice(0, most);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
