// A visit as the box shows and finds it.
import { DOCUMENT_TYPES } from '../../../api/identity.ts';
import type { FoldTools } from '../../journal/projector.ts';
import { checkDocumentNumber } from '../../shared/document-number.ts';
import type { SearchCard } from '../register.ts';
import { documentKind } from './visitors.fold.ts';
import type { FoundVisit } from './visitors.search.store.ts';

/** How a masked number shows its end; shorter ones do not show as much. */
const LAST_FOUR = /[^*]{4}$/;

/** The row and the terms of a visit. One without a name was erased or is locked: its code still says what it was. */
export function visitCard(visit: FoundVisit): SearchCard {
  const { number, state, name, company, phone, unit_text: place, plate } = visit;
  const open = state === 'on_site' || state === 'expected';
  const at = visit.arrived_at ?? visit.expected_from;
  return {
    hit: { state, open, number, title: name, company, place, phone, at },
    terms:
      name === null
        ? null
        : {
            names: [name],
            companies: given(company),
            phones: given(phone),
            codes: given(place, plate),
            wholes: given(number, LAST_FOUR.exec(visit.document_masked ?? '')?.[0] ?? null),
            blind: given(visit.document_index),
          },
  };
}

/** The indexes of every document that may bear this number; none where it is sound for no kind. */
export function documentIndexes(number: string, { blindIndex }: FoldTools): string[] {
  const sound = DOCUMENT_TYPES.flatMap((type) => {
    const check = checkDocumentNumber(type, number);
    return check.ok ? [blindIndex(documentKind(type), check.normalised)] : [];
  });
  return [...new Set(sound)];
}

function given(...values: readonly (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}
