// What lies on the desk of whoever works the keys register: open forms, what is looked at, the list. Pure.
import type { KEY_LOAN_VIEWS } from '../../../electron/api/keys.contract.ts';
import { bring, bringBack, change, lastOpen, putAway, without } from '../../app/open-forms.ts';
import type { OpenForm, OpenForms } from '../../app/open-forms.ts';

/** Keys in transfer have no open loan: they are listed from the keys themselves. */
export type ListView = Exclude<(typeof KEY_LOAN_VIEWS)[number], 'away'> | 'inTransfer';

export interface Draft extends OpenForm {
  readonly kind: 'lend' | 'return';
  /** A slip was scanned of which several keys are out: this form asks which of them are here. Null for any other. */
  readonly slip: number | null;
  /** What lies on the counter, in the order in which it was scanned, chosen or ticked. */
  readonly keys: readonly number[];
  /** Those of them whose tag was read here: they are at this desk, wherever the book has them. */
  readonly scanned: readonly number[];
  /** The book has the keys in the cabinet, and they were brought: the loan is entered late 补录借出. */
  readonly late: boolean;
  /** On its way to the backend: the next scan belongs to somebody else. */
  readonly sent: boolean;
}

/** A key that came back while the form that takes keys in was in front. */
export interface CameBack {
  readonly key: number;
  /** The loan that it came back from; null where it was in transfer, or lay in the cabinet by the book. */
  readonly loan: { readonly id: number; readonly number: string } | null;
  readonly how: 'returned' | 'toSend' | 'arrived' | 'wasIn';
  /** It was scanned once more since. */
  readonly again?: true;
}

/** What is looked at beside the list. */
export type Shown =
  | { readonly kind: 'loan'; readonly id: number }
  | {
      readonly kind: 'key';
      readonly id: number;
      /** Opens with it: what is to be done to the key now. */
      readonly tool?: 'found' | 'openSeal';
    };

export interface Workplace extends OpenForms<Draft> {
  /** What the open return form has taken in, latest first. */
  readonly back: readonly CameBack[];
  readonly shown: Shown | null;
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

export type Move =
  /** A form of its kind that is open is gone on with, unless keys are given. */
  | {
      readonly do: 'open';
      readonly kind: Draft['kind'];
      readonly newId: string;
      readonly keys?: readonly number[];
      readonly late?: boolean;
      readonly scanned?: readonly number[];
    }
  /** A key lies on the counter that may leave: onto the form that lends, or onto a new one. */
  | { readonly do: 'take'; readonly key: number; readonly newId: string }
  /** A slip of several keys, or a tag whose return is signed for: what of the loan is here is ticked. */
  | {
      readonly do: 'askSlip';
      readonly loan: number;
      readonly keys: readonly number[];
      readonly newId: string;
    }
  /** A bag was opened: on with the form that was to lend the key, where there is one. */
  | { readonly do: 'unsealed'; readonly key: number }
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
    case 'askSlip':
      return askSlip(place, step);
    case 'unsealed': {
      const waits = place.drafts.findLast(
        ({ kind, keys, sent, away }) => kind === 'lend' && keys.includes(step.key) && !sent && !away,
      );
      return waits ? { ...place, shown: null, front: waits.id } : place;
    }
    case 'setKeys':
      return { ...place, ...change(place, step.draft, { keys: step.keys }) };
    case 'cameBack':
      return { ...place, back: step.back.reduceRight(cameBack, place.back) };
    case 'wentOut':
      return { ...place, back: place.back.filter(({ loan }) => loan?.id !== step.loan) };
    case 'send':
      return { ...place, ...change(place, step.draft, { sent: step.sent }) };
    case 'toFront':
      return { ...place, front: step.draft };
    case 'finish':
      return finish(place, step.draft, step.select);
    case 'putAway':
      return { ...place, ...putAway(place, step.draft, { keep: step.keep, behind: place.shown && 'shown' }) };
    case 'restore':
      return { ...place, ...bringBack(place) };
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
  const { kind, newId, keys = [], late = false, scanned = [] } = step;
  const begun = place.drafts.find(
    (draft) => !draft.away && !draft.sent && draft.kind === kind && draft.slip === null,
  );
  if (begun && keys.length === 0) return { ...place, front: begun.id };
  const back = kind === 'return' ? [] : place.back;
  const waiting = kind === 'lend' && !late ? withoutKeys(place) : undefined;
  const form = waiting ?? { ...fresh, id: newId, kind, late };
  return { ...place, back, ...bring(place, { ...form, keys, scanned }) };
}

/** A form that waits for its first key takes it, wherever it lies: nobody wants two. */
function withoutKeys({ drafts }: Workplace): Draft | undefined {
  return drafts.find(
    ({ kind, away, sent, late, keys }) => kind === 'lend' && !away && !sent && !late && keys.length === 0,
  );
}

const fresh = { slip: null, scanned: [], late: false, sent: false, away: false } as const;

function askSlip(place: Workplace, step: Extract<Move, { do: 'askSlip' }>): Workplace {
  const { loan, keys, newId } = step;
  const asked = place.drafts.find(({ slip, sent }) => slip === loan && !sent);
  const draft: Draft = asked
    ? { ...asked, away: false, keys: [...new Set([...asked.keys, ...keys])] }
    : { ...fresh, id: newId, kind: 'return', slip: loan, keys };
  return { ...place, ...bring(place, draft) };
}

/** What stands there as taken in and is scanned once more is said again, not taken for another key. */
function cameBack(back: readonly CameBack[], came: CameBack): readonly CameBack[] {
  const before = came.how === 'wasIn' ? back.find(({ key }) => key === came.key) : undefined;
  if (!before) return [came, ...back];
  return [{ ...before, again: true }, ...back.filter((each) => each !== before)];
}

/** What is scanned while a form is on its way is the next person's. */
function take(place: Workplace, key: number, newId: string): Workplace {
  const meant = place.drafts.find(
    ({ id, kind, sent, away }) => id === place.front && kind === 'lend' && !sent && !away,
  );
  if (!meant) return openForm(place, { do: 'open', kind: 'lend', newId, keys: [key], scanned: [key] });
  const [keys, scanned] = [new Set([...meant.keys, key]), new Set([...meant.scanned, key])];
  return { ...place, ...change(place, meant.id, { keys: [...keys], scanned: [...scanned] }) };
}

/** Whoever was looked at before goes with the form: beside a new loan theirs would be taken for it. */
function finish(place: Workplace, id: string, selected: number | null): Workplace {
  const shown = place.front === id ? null : place.shown;
  const left = without(place, id, shown && 'shown');
  return { ...place, shown, ...left, selected: selected ?? place.selected };
}
