// What lies on the desk of whoever works the keys register: open forms, what is looked at, the list. Pure.
import type { KEY_LOAN_VIEWS } from '../../../electron/api/keys.contract.ts';
import { bring, change } from '../../app/register/open-forms.ts';
import type { OpenForm } from '../../app/register/open-forms.ts';
import { emptyPlace, finishForm, moveRegister, pointAt } from '../../app/register/register-place.ts';
import type { RegisterMove, RegisterPlace } from '../../app/register/register-place.ts';

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
  /** Whoever of the tenant agreed when a bag was opened for it: they are asked for no second time. */
  readonly consentBy?: number | null;
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
      readonly tool?: 'found' | 'openSeal' | 'reseal';
    };

export interface Workplace extends RegisterPlace<Draft, Shown, ListView> {
  /** What the open return form has taken in, latest first. */
  readonly back: readonly CameBack[];
}

export const emptyWorkplace: Workplace = { ...emptyPlace<ListView>('out'), back: [] };

export type Move =
  | RegisterMove<Shown, ListView>
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
  | { readonly do: 'unsealed'; readonly key: number; readonly consentBy: number | null }
  | { readonly do: 'setKeys'; readonly draft: string; readonly keys: readonly number[] }
  | { readonly do: 'cameBack'; readonly back: readonly CameBack[] }
  /** A return was undone: it no longer stands among what came back. */
  | { readonly do: 'wentOut'; readonly loan: number }
  | { readonly do: 'send'; readonly draft: string; readonly sent: boolean }
  | { readonly do: 'finish'; readonly draft: string; readonly select: number | null }
  | { readonly do: 'select'; readonly record: number | null };

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
      if (!waits) return place;
      const { consentBy } = step;
      return { ...place, ...change(place, waits.id, { consentBy }), shown: null, front: waits.id };
    }
    case 'setKeys':
      return { ...place, ...change(place, step.draft, { keys: step.keys }) };
    case 'cameBack':
      return { ...place, back: step.back.reduceRight(cameBack, place.back) };
    case 'wentOut':
      return { ...place, back: place.back.filter(({ loan }) => loan?.id !== step.loan) };
    case 'send':
      return { ...place, ...change(place, step.draft, { sent: step.sent }) };
    case 'finish':
      return finishForm(place, step.draft, step);
    case 'show':
      return { ...moveRegister(place, step), selected: step.shown.id };
    case 'select':
      return select(place, step.record);
    default:
      return moveRegister(place, step);
  }
}

/** What is shown follows the arrows, where it is of the list. */
function select(place: Workplace, record: number | null): Workplace {
  const kind = place.view === 'inTransfer' ? 'key' : 'loan';
  return pointAt(place, record, record !== null && place.shown?.kind === kind ? { kind, id: record } : null);
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
