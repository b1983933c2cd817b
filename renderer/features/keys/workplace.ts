// What lies on the desk of whoever works the keys register: open forms, what is looked at, the list. Pure.
import type { KEY_LOAN_VIEWS } from '../../../electron/api/keys.contract.ts';

/** Keys in transfer have no open loan: they are listed from the keys themselves. */
export type ListView = (typeof KEY_LOAN_VIEWS)[number] | 'inTransfer';

/** A form, from its key or a scan until it is confirmed. Its id is the id of its command. */
export interface Draft {
  readonly id: string;
  readonly kind: 'lend' | 'return';
  /** What lies on the counter, in the order in which it was scanned or chosen. */
  readonly keys: readonly number[];
  /** The book has the keys in the cabinet, and they were brought: the loan is entered late 补录借出. */
  readonly late: boolean;
  /** On its way to the backend: the next scan belongs to somebody else. */
  readonly sent: boolean;
  /** Put away by Esc: not shown, not lost. */
  readonly away: boolean;
}

/** A key that came back while the form that takes keys in was in front. */
export interface CameBack {
  readonly key: number;
  /** The loan that it came back from; null where it was in transfer, or lay in the cabinet by the book. */
  readonly loan: { readonly id: number; readonly number: string } | null;
  readonly how: 'returned' | 'toSend' | 'arrived' | 'wasIn';
}

/** What is looked at beside the list. */
export type Shown =
  | { readonly kind: 'loan'; readonly id: number }
  | { readonly kind: 'key'; readonly id: number };

export interface Workplace {
  readonly drafts: readonly Draft[];
  /** What the open return form has taken in, latest first. */
  readonly back: readonly CameBack[];
  readonly shown: Shown | null;
  /** What is in front in the panel: a form by its id, or what is shown. */
  readonly front: 'shown' | Draft['id'] | null;
  /** Above 0 what is shown is to be acted on: its first button takes the focus, and again when the number rises. */
  readonly focusAction: number;
  readonly view: ListView;
  readonly selected: number | null;
}

export const emptyWorkplace: Workplace = {
  drafts: [],
  back: [],
  shown: null,
  front: null,
  focusAction: 0,
  view: 'out',
  selected: null,
};

/** So many forms are kept that were put away. */
const MOST_AWAY = 5;

export type Move =
  /** A form of its kind that is open is gone on with, unless keys are given. */
  | {
      readonly do: 'open';
      readonly kind: Draft['kind'];
      readonly newId: string;
      readonly keys?: readonly number[];
      readonly late?: boolean;
    }
  /** A key lies on the counter that may leave: onto the form that lends, or onto a new one. */
  | { readonly do: 'take'; readonly key: number; readonly newId: string }
  | { readonly do: 'setKeys'; readonly draft: string; readonly keys: readonly number[] }
  | { readonly do: 'cameBack'; readonly back: readonly CameBack[] }
  /** A return was undone: it no longer stands among what came back. */
  | { readonly do: 'wentOut'; readonly loan: number }
  | { readonly do: 'send'; readonly draft: string; readonly sent: boolean }
  | { readonly do: 'toFront'; readonly draft: string }
  | { readonly do: 'finish'; readonly draft: string; readonly select: number | null }
  | { readonly do: 'putAway'; readonly draft: string; readonly keep: boolean }
  | { readonly do: 'restore' }
  | { readonly do: 'show'; readonly shown: Shown; readonly focusAction: boolean }
  | { readonly do: 'closeShown' }
  | { readonly do: 'look'; readonly view: ListView }
  | { readonly do: 'select'; readonly record: number | null }
  /** The selected row has left the list: the one after it takes its place, without being shown. */
  | { readonly do: 'inherit'; readonly record: number };

/** Never throws away a form: the last ones that were put away can be restored. */
export function move(place: Workplace, step: Move): Workplace {
  switch (step.do) {
    case 'open':
      return openForm(place, step);
    case 'take':
      return take(place, step.key, step.newId);
    case 'setKeys':
      return change(place, step.draft, { keys: step.keys });
    case 'cameBack':
      return { ...place, back: [...step.back, ...place.back] };
    case 'wentOut':
      return { ...place, back: place.back.filter(({ loan }) => loan?.id !== step.loan) };
    case 'send':
      return change(place, step.draft, { sent: step.sent });
    case 'toFront':
      return { ...place, front: step.draft };
    case 'finish':
      return finish(place, step.draft, step.select);
    case 'putAway':
      return putAway(place, step.draft, step.keep);
    case 'restore': {
      const away = place.drafts.findLast((draft) => draft.away);
      return away ? bring(place, { ...away, away: false }) : place;
    }
    case 'show':
      return {
        ...place,
        shown: step.shown,
        front: 'shown',
        focusAction: step.focusAction ? place.focusAction + 1 : 0,
        selected: step.shown.id,
      };
    case 'closeShown':
      return { ...place, shown: null, front: lastOpen(place.drafts) };
    case 'look':
      return { ...place, view: step.view, selected: null };
    case 'inherit':
      return { ...place, selected: step.record };
    case 'select':
      return select(place, step.record);
  }
}

/** What is shown follows the arrows, where it is of the list. */
function select(place: Workplace, record: number | null): Workplace {
  const kind = place.view === 'inTransfer' ? 'key' : 'loan';
  const follows = place.front === 'shown' && place.shown?.kind === kind && record !== null;
  return { ...place, selected: record, focusAction: 0, ...(follows ? { shown: { kind, id: record } } : {}) };
}

function openForm(place: Workplace, step: Extract<Move, { do: 'open' }>): Workplace {
  const { kind, newId, keys = [], late = false } = step;
  const begun = place.drafts.find((draft) => !draft.away && !draft.sent && draft.kind === kind);
  if (begun && keys.length === 0) return { ...place, front: begun.id };
  const back = kind === 'return' ? [] : place.back;
  return bring({ ...place, back }, { id: newId, kind, keys, late, sent: false, away: false });
}

function bring(place: Workplace, draft: Draft): Workplace {
  const others = place.drafts.filter(({ id }) => id !== draft.id);
  return { ...place, drafts: [...others, draft], front: draft.id };
}

/** What is scanned while a form is on its way is the next person's. */
function take(place: Workplace, key: number, newId: string): Workplace {
  const meant = place.drafts.find(
    ({ id, kind, sent, away }) => id === place.front && kind === 'lend' && !sent && !away,
  );
  if (!meant)
    return bring(place, { id: newId, kind: 'lend', keys: [key], late: false, sent: false, away: false });
  return meant.keys.includes(key) ? place : change(place, meant.id, { keys: [...meant.keys, key] });
}

function change(place: Workplace, id: string, changed: Partial<Draft>): Workplace {
  return { ...place, drafts: place.drafts.map((each) => (each.id === id ? { ...each, ...changed } : each)) };
}

function putAway(place: Workplace, id: string, keep: boolean): Workplace {
  const draft = place.drafts.find((each) => each.id === id);
  if (!draft || !keep) return withoutDraft(place, id);
  const others = place.drafts.filter((each) => each.id !== id);
  const kept = others.filter((each) => each.away).slice(1 - MOST_AWAY);
  const inSight = others.filter((each) => !each.away);
  return { ...place, drafts: [...kept, ...inSight, { ...draft, away: true }], front: next(place, inSight) };
}

/** Whoever was looked at before goes with the form: beside a new loan theirs would be taken for it. */
function finish(place: Workplace, id: string, selected: number | null): Workplace {
  const shown = place.front === id ? null : place.shown;
  return { ...withoutDraft({ ...place, shown }, id), selected: selected ?? place.selected };
}

/** A form that lay behind goes without moving what is in front. */
function withoutDraft(place: Workplace, id: string): Workplace {
  const drafts = place.drafts.filter((draft) => draft.id !== id);
  return { ...place, drafts, front: place.front === id ? next(place, drafts) : place.front };
}

function next(place: Workplace, drafts: readonly Draft[]): Workplace['front'] {
  return lastOpen(drafts) ?? (place.shown === null ? null : 'shown');
}

function lastOpen(drafts: readonly Draft[]): string | null {
  return drafts.findLast((draft) => !draft.away)?.id ?? null;
}
