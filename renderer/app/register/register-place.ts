// What lies on the desk of whoever works a register: open forms, what is looked at, the list. Pure; the same for each.
import { bringBack, lastOpen, putAway, without } from './open-forms.ts';
import type { OpenForm, OpenForms } from './open-forms.ts';

export interface RegisterPlace<Form extends OpenForm, Shown, View> extends OpenForms<Form> {
  /** What is looked at beside the list. */
  readonly shown: Shown | null;
  /** Above 0 what is shown is to be acted on: its first button takes the focus, and again when the number rises. */
  readonly focusAction: number;
  /** It was looked for, not scanned: what takes effect at once is not put under the hand. */
  readonly lookedFor: boolean;
  readonly view: View;
  /** The record of the list that the arrows stand on. */
  readonly selected: number | null;
}

/** What any register's workplace is told; a register adds its own. */
export type RegisterMove<Shown, View> =
  | { readonly do: 'toFront'; readonly draft: string }
  | { readonly do: 'putAway'; readonly draft: string; readonly keep: boolean }
  | { readonly do: 'restore' }
  | {
      readonly do: 'show';
      readonly shown: Shown;
      readonly focusAction: boolean;
      readonly lookedFor?: boolean;
    }
  | { readonly do: 'closeShown' }
  | { readonly do: 'look'; readonly view: View }
  /** The selected row has left the list: the one after it takes its place, without being shown. */
  | { readonly do: 'inherit'; readonly record: number };

type AnyPlace = RegisterPlace<OpenForm, unknown, unknown>;

/** Nothing open, nothing looked at. */
export function emptyPlace<View>(view: View) {
  return {
    drafts: [],
    shown: null,
    front: null,
    focusAction: 0,
    lookedFor: false,
    view,
    selected: null,
  } as const;
}

/** Never throws away a form: the last ones that were put away can be restored. */
export function moveRegister<Place extends AnyPlace>(
  place: Place,
  step: RegisterMove<NonNullable<Place['shown']>, Place['view']>,
): Place {
  switch (step.do) {
    case 'toFront':
      return { ...place, front: step.draft };
    case 'putAway':
      return { ...place, ...putAway(place, step.draft, { keep: step.keep, behind: behind(place.shown) }) };
    case 'restore':
      return { ...place, ...bringBack(place) };
    case 'show':
      return {
        ...place,
        shown: step.shown,
        front: 'shown',
        focusAction: step.focusAction ? place.focusAction + 1 : 0,
        lookedFor: step.lookedFor ?? false,
      };
    case 'closeShown':
      return { ...place, shown: null, front: lastOpen(place.drafts) };
    case 'look':
      return { ...place, view: step.view, selected: null };
    case 'inherit':
      return { ...place, selected: step.record };
  }
}

/** Points at a row; where a record of the list is looked at, `shown` of this row is looked at instead. */
export function pointAt<Place extends AnyPlace>(
  place: Place,
  record: number | null,
  shown: Place['shown'],
): Place {
  const follows = place.front === 'shown' && shown !== null;
  return { ...place, selected: record, focusAction: 0, ...(follows ? { shown } : {}) };
}

/**
 * A form is done, and its record is the one of the list. What was looked at before goes with it, unless `keeps`: beside
 * a new record it would be taken for that.
 */
export function finishForm<Place extends AnyPlace>(
  place: Place,
  id: string,
  { select, keeps = false }: { readonly select: number | null; readonly keeps?: boolean },
): Place {
  const shown = place.front === id && !keeps ? null : place.shown;
  return {
    ...place,
    shown,
    focusAction: 0,
    ...without(place, id, behind(shown)),
    selected: select ?? place.selected,
  };
}

function behind(shown: unknown): 'shown' | null {
  return shown === null ? null : 'shown';
}
