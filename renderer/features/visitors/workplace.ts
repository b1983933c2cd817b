// What lies on the desk of whoever works the visitors' register: open forms, the visit looked at, the list. Pure.
import type { CardReading } from '../../../electron/api/identity.ts';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import type { LIST_VIEWS } from '../../../electron/api/visitors.contract.ts';
import { bring, bringBack, lastOpen, putAway, without } from '../../app/open-forms.ts';
import type { OpenForm, OpenForms } from '../../app/open-forms.ts';

export type ListView = (typeof LIST_VIEWS)[number];

/** What a form is opened with: whatever the box was asked for and did not find, or the place that it found. */
export interface Given {
  readonly name?: string;
  readonly phone?: string;
  readonly documentNumber?: string;
  readonly place?: PlaceMatch;
}

export interface Draft extends OpenForm {
  readonly kind: 'register' | 'expect' | 'arrive' | 'amend';
  /** The expected visit that arrives, or the one that is amended. */
  readonly visit: number | null;
  readonly card: CardReading | null;
  readonly given?: Given;
}

export interface Workplace extends OpenForms<Draft> {
  /** What is looked at beside the list. */
  readonly visit: number | null;
  /**
   * Above 0 the visit is to be acted on: its right button takes the focus, and takes it again when the number rises,
   * since the same visit may be asked for again.
   */
  readonly focusAction: number;
  readonly view: ListView;
  readonly selected: number | null;
}

export const emptyWorkplace: Workplace = {
  drafts: [],
  visit: null,
  front: null,
  focusAction: 0,
  view: 'onSite',
  selected: null,
};

export type Move =
  | { readonly do: 'open'; readonly draft: Omit<Draft, 'away'> }
  | { readonly do: 'card'; readonly card: CardReading; readonly newId: string }
  | { readonly do: 'toFront'; readonly draft: string }
  | { readonly do: 'finish'; readonly draft: string; readonly select: number; readonly view: ListView }
  | { readonly do: 'putAway'; readonly draft: string; readonly keep: boolean }
  | { readonly do: 'restore' }
  | { readonly do: 'show'; readonly visit: number; readonly focusAction: boolean }
  | { readonly do: 'closeVisit' }
  | { readonly do: 'look'; readonly view: ListView }
  | { readonly do: 'select'; readonly visit: number | null }
  /** The selected row has left the list: the one after it takes its place, without being shown. */
  | { readonly do: 'inherit'; readonly visit: number };

/** Never throws away a form: the last ones that were put away can be restored. */
export function move(place: Workplace, step: Move): Workplace {
  switch (step.do) {
    case 'open':
      return { ...place, ...bring(place, { ...step.draft, away: false }) };
    case 'card':
      return takeCard(place, step.card, step.newId);
    case 'toFront':
      return { ...place, front: step.draft };
    case 'finish':
      return finish(place, step);
    case 'putAway':
      return {
        ...place,
        ...putAway(place, step.draft, { keep: step.keep, behind: place.visit === null ? null : 'shown' }),
      };
    case 'restore':
      return { ...place, ...bringBack(place) };
    case 'show':
      return {
        ...place,
        visit: step.visit,
        front: 'shown',
        focusAction: step.focusAction ? place.focusAction + 1 : 0,
        selected: step.visit,
      };
    case 'closeVisit':
      return { ...place, visit: null, front: lastOpen(place.drafts) };
    case 'look':
      return { ...place, view: step.view, selected: null };
    case 'inherit':
      return { ...place, selected: step.visit };
    case 'select':
      return {
        ...place,
        selected: step.visit,
        visit: place.front === 'shown' && step.visit !== null ? step.visit : place.visit,
        focusAction: 0,
      };
  }
}

/** An expected or present person's visit; else the form in front; else a new one. */
function takeCard(place: Workplace, card: CardReading, newId: string): Workplace {
  if (card.visit?.state === 'on_site') {
    return move(place, { do: 'show', visit: card.visit.id, focusAction: true });
  }
  const visit = card.visit?.id ?? null;
  const meant = place.drafts.find(
    (draft) =>
      !draft.away &&
      (visit === null
        ? draft.id === place.front && (draft.kind === 'register' || draft.kind === 'arrive')
        : draft.visit === visit && draft.kind === 'arrive'),
  );
  const kind = visit === null ? 'register' : 'arrive';
  const form: Draft = meant ? { ...meant, card } : { id: newId, kind, visit, card, away: false };
  return { ...place, ...bring(place, form) };
}

/** Whoever was looked at before goes with the form: beside a new visit they would be taken for it. */
function finish(place: Workplace, step: Extract<Move, { do: 'finish' }>): Workplace {
  const amended = place.drafts.find(({ id }) => id === step.draft)?.kind === 'amend';
  const visit = amended ? place.visit : null;
  const left = without(place, step.draft, visit === null ? null : 'shown');
  return { ...place, visit, ...left, selected: step.select, view: step.view };
}
