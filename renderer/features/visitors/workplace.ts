// What lies on the desk of whoever works the visitors' register: open forms, the visit looked at, the list. Pure.
import type { CardReading } from '../../../electron/api/identity.ts';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import type { LIST_VIEWS } from '../../../electron/api/visitors.contract.ts';

export type ListView = (typeof LIST_VIEWS)[number];

/** What a form is opened with: whatever the box was asked for and did not find, or the place that it found. */
export interface Given {
  readonly name?: string;
  readonly phone?: string;
  readonly documentNumber?: string;
  readonly place?: PlaceMatch;
}

/** A form, from Alt+N or a card until it is confirmed. Its id is the id of its command. */
export interface Draft {
  readonly id: string;
  readonly kind: 'register' | 'expect' | 'arrive' | 'amend';
  /** The expected visit that arrives, or the one that is amended. */
  readonly visit: number | null;
  readonly card: CardReading | null;
  readonly given?: Given;
  /** Put away by Esc: not shown, not lost. */
  readonly away: boolean;
}

export interface Workplace {
  readonly drafts: readonly Draft[];
  readonly visit: number | null;
  /** What is in front in the panel: a form by its id, or the visit. */
  readonly front: 'visit' | Draft['id'] | null;
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

/** So many forms are kept that were put away. */
const MOST_AWAY = 5;

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
      return open(place, { ...step.draft, away: false });
    case 'card':
      return takeCard(place, step.card, step.newId);
    case 'toFront':
      return { ...place, front: step.draft };
    case 'finish':
      return finish(place, step);
    case 'putAway':
      return putAway(place, step.draft, step.keep);
    case 'restore': {
      const away = place.drafts.findLast((draft) => draft.away);
      return away ? open(place, { ...away, away: false }) : place;
    }
    case 'show':
      return {
        ...place,
        visit: step.visit,
        front: 'visit',
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
        visit: place.front === 'visit' && step.visit !== null ? step.visit : place.visit,
        focusAction: 0,
      };
  }
}

function open(place: Workplace, draft: Draft): Workplace {
  const others = place.drafts.filter(({ id }) => id !== draft.id);
  return { ...place, drafts: [...others, draft], front: draft.id };
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
  return meant
    ? open(place, { ...meant, card })
    : open(place, { id: newId, kind: visit === null ? 'register' : 'arrive', visit, card, away: false });
}

function putAway(place: Workplace, id: string, keep: boolean): Workplace {
  const draft = place.drafts.find((each) => each.id === id);
  if (!draft || !keep) return withoutDraft(place, id);
  const others = place.drafts.filter((each) => each.id !== id);
  const kept = others.filter((each) => each.away).slice(1 - MOST_AWAY);
  const shown = others.filter((each) => !each.away);
  return { ...place, drafts: [...kept, ...shown, { ...draft, away: true }], front: next(place, shown) };
}

/** Whoever was looked at before goes with the form: beside a new visit they would be taken for it. */
function finish(place: Workplace, step: Extract<Move, { do: 'finish' }>): Workplace {
  const amended = place.drafts.find(({ id }) => id === step.draft)?.kind === 'amend';
  const visit = amended ? place.visit : null;
  return { ...withoutDraft({ ...place, visit }, step.draft), selected: step.select, view: step.view };
}

function withoutDraft(place: Workplace, id: string): Workplace {
  const drafts = place.drafts.filter((draft) => draft.id !== id);
  return { ...place, drafts, front: next(place, drafts) };
}

function next(place: Workplace, drafts: readonly Draft[]): Workplace['front'] {
  return lastOpen(drafts) ?? (place.visit === null ? null : 'visit');
}

function lastOpen(drafts: readonly Draft[]): string | null {
  return drafts.findLast((draft) => !draft.away)?.id ?? null;
}
