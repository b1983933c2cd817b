// A visit as the box shows and finds it.
import { DOCUMENT_TYPES } from '../../../api/identity.ts';
import type { FoldTools } from '../../journal/projector.ts';
import { checkDocumentNumber } from '../../shared/document-number.ts';
import type { SearchCard } from '../register.ts';
import { documentKind } from './visitors.fold.ts';
import type { StoredVisit } from './visitors.store.ts';

/** How a masked number shows its end; shorter ones do not show as much. */
const LAST_FOUR = /[^*]{4}$/;

/** The row and the terms of a visit. One without a name was erased or is locked: its code still says what it was. */
export function visitCard(visit: StoredVisit): SearchCard {
  const { number, state, name, company, phone, unitText, plate, documentMasked, documentIndex } = visit;
  const open = state === 'on_site' || state === 'expected';
  const at = visit.arrivedAt ?? visit.expectedFrom;
  return {
    hit: { state, open, number, title: name, company, place: unitText, phone, at },
    terms:
      name === null
        ? null
        : {
            names: [name],
            companies: given(company),
            phones: given(phone),
            codes: given(unitText, plate),
            wholes: given(number, LAST_FOUR.exec(documentMasked ?? '')?.[0] ?? null),
            blind: given(documentIndex),
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
