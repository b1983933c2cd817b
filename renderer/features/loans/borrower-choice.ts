// Who is meant by what was typed into the borrower's field. Pure: a wrong owner begins here, so nothing is guessed.
import type { BorrowerPick, BorrowerRow } from '../../../electron/api/borrowers.contract.ts';

/** Whoever borrows, as the form holds and shows them. */
export interface Chosen {
  readonly pick: BorrowerPick;
  readonly name: string;
  readonly said: string;
  readonly overdue: number;
}

/** So many are asked for; where as many come there may be more, and none is taken by itself. */
export const MOST_FOUND = 20;

/** The digits of a phone, whole or its last four, however they are spaced and wide; null for any other text. */
export function phoneDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^(\d{4}|1\d{10})$/.test(digits) ? digits : null;
}

/** The one whose phone these digits end; null for none and for several. A unit that is called alike is not meant. */
export function onlyOne(text: string, found: readonly BorrowerRow[]): BorrowerRow | null {
  const digits = phoneDigits(text);
  if (digits === null || found.length >= MOST_FOUND) return null;
  const [one, ...others] = found.filter(({ phone }) => phone?.endsWith(digits));
  return one && others.length === 0 ? one : null;
}

export function chosenOf(row: BorrowerRow): Chosen {
  const said = [row.from, row.phone].filter(Boolean).join(' · ');
  return { pick: row.pick, name: row.name ?? '', said, overdue: row.overdue };
}

/** Somebody who is on no file yet; null as long as phone and name do not stand there. */
export function newcomer(values: {
  readonly phone: string;
  readonly name: string;
  readonly company: string;
}): Chosen | null {
  const phone = values.phone.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const name = values.name.trim();
  if (!/^1\d{10}$/.test(phone) || name === '') return null;
  return {
    pick: { from: 'new', person: { kind: 'walkIn', name, phone, company: values.company } },
    ...{ name, said: phone, overdue: 0 },
  };
}
