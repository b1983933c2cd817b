// A visit as the box shows and finds it.
import { DOCUMENT_TYPES } from '../../../api/identity.ts';
import type { FoldTools } from '../../journal/projector.ts';
import { checkDocumentNumber, documentKind } from '../../shared/document-number.ts';
import type { SearchCard } from '../register.ts';
import type { Calendar } from '../../shared/clock.ts';
import type { HeldCard } from './cards.fold.ts';
import type { Visit } from './visitors.fold.ts';
import type { FoundVisit } from './visitors.search.store.ts';

/** How a masked number shows its end; shorter ones do not show as much. */
const LAST_FOUR = /[^*]{4}$/;

/** The row and the terms of a visit. One without a name was erased or is locked: its code still says what it was. */
export function visitCard(visit: FoundVisit, calendar: () => Calendar): SearchCard {
  const { number, state, name, company, phone, unit_text: place, host_name: host, plate } = visit;
  const open = state === 'on_site' || state === 'expected';
  const at = visit.arrived_at ?? deniedAt(visit) ?? visit.expected_from;
  return {
    hit: { state, open, number, title: name, company, place, phone, visit: { host, plate }, at },
    dueAt: dueAt(visit, calendar),
    terms:
      name === null
        ? null
        : {
            names: [name],
            whileOpen: open ? given(host) : [],
            companies: given(company),
            phones: given(phone),
            codes: given(place, plate),
            wholes: [
              ...given(number, LAST_FOUR.exec(visit.document_masked ?? '')?.[0] ?? null),
              ...cardsAway(visit),
            ],
            blind: given(visit.document_index),
          },
  };
}

/** The end of the pass for who is inside, the end of the day for who is announced: as `isOverstay`, `isNoShow`. */
function dueAt({ state, valid_until, expected_until }: FoundVisit, calendar: () => Calendar): number | null {
  if (state === 'on_site') return valid_until;
  if (state !== 'expected' || expected_until === null) return null;
  const { endOf, dayOf } = calendar();
  return endOf(dayOf(expected_until));
}

function deniedAt({ turned_away: denial }: FoundVisit): number | null {
  return denial === null ? null : (JSON.parse(denial) as NonNullable<Visit['turnedAway']>).at;
}

/** A turnstile card finds the visit that has it, inside or gone. */
function cardsAway({ cards }: FoundVisit): string[] {
  if (cards === null) return [];
  const held = JSON.parse(cards) as HeldCard[];
  return held.filter((card) => card.state !== 'returned').map((card) => card.number);
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
