// What the box offers for a text, in the order in which it is shown and walked through. Pure.
import type { PlaceMatch } from '../../electron/api/places.contract.ts';
import type { SearchAnswer, SearchHit } from '../../electron/api/search.contract.ts';
import type { Given } from '../features/visitors/workplace.ts';
import { scanCodeIn } from './scan-code.ts';

export type BoxOption =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'record'; readonly hit: SearchHit }
  | { readonly kind: 'place'; readonly place: PlaceMatch }
  | { readonly kind: 'register'; readonly given: Given };

export interface BoxGroup {
  readonly name: 'code' | 'open' | 'history' | 'places' | 'register';
  readonly options: readonly BoxOption[];
  /** There is more of it than is shown. */
  readonly more: boolean;
}

/**
 * Groups without options are left out. A bound RFID tag is its thing's code. A role that only reads is offered no form; `answer` is undefined until
 * there is one.
 */
export function boxGroups(text: string, answer: SearchAnswer | undefined, mayWrite: boolean): BoxGroup[] {
  const code = mayWrite ? (scanCodeIn(text) ?? answer?.tag ?? null) : null;
  if (code !== null) return [{ name: 'code', options: [{ kind: 'code', code }], more: false }];
  if (!answer) return [];
  const visits = (hits: readonly SearchHit[]): BoxOption[] => hits.map((hit) => ({ kind: 'record', hit }));
  const places: BoxOption[] = answer.places.map((place) => ({ kind: 'place', place }));
  const groups: BoxGroup[] = [
    { name: 'open', options: visits(answer.open), more: answer.more.open },
    { name: 'history', options: visits(answer.history), more: answer.more.history },
    { name: 'places', options: mayWrite ? places : [], more: false },
  ];
  const found = groups.filter(({ options }) => options.length > 0);
  if (found.length > 0 || !mayWrite) return found;
  return [{ name: 'register', options: [{ kind: 'register', given: givenBy(text) }], more: false }];
}

/** What somebody who was not found is registered with: the text goes to the field that it looks like. */
export function givenBy(text: string): Given {
  const plain = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (/^\d{17}[\dXx]$/.test(plain)) return { documentNumber: plain.toUpperCase() };
  // With its hyphens a record's number would look like one too.
  const unspaced = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (LETTERED_DOCUMENT.test(unspaced)) return { documentNumber: unspaced };
  if (/^\+?\d{5,15}$/.test(plain)) return { phone: plain };
  return { name: text.trim() };
}

/** A passport, a travel permit or a foreigner's card of 2017; a plate or a unit is shorter. */
const LETTERED_DOCUMENT = /^([A-Z]{1,2}\d{7,8}|[A-Z]{3}\d{12})$/;
