// What lies on the desk of whoever works the visitors' register: open forms, the visit looked at, the list. Pure.
import type { CardReading } from '../../../electron/api/identity.ts';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import type { LIST_VIEWS } from '../../../electron/api/visitors.contract.ts';
import { bring } from '../../app/register/open-forms.ts';
import type { OpenForm } from '../../app/register/open-forms.ts';
import { emptyPlace, finishForm, moveRegister, pointAt } from '../../app/register/register-place.ts';
import type { RegisterMove, RegisterPlace } from '../../app/register/register-place.ts';

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

/** What is looked at is always a visit. */
export type Workplace = RegisterPlace<Draft, number, ListView>;

export const emptyWorkplace: Workplace = emptyPlace<ListView>('onSite');

export type Move =
  | RegisterMove<number, ListView>
  | { readonly do: 'open'; readonly draft: Omit<Draft, 'away'> }
  | { readonly do: 'card'; readonly card: CardReading; readonly newId: string }
  | { readonly do: 'finish'; readonly draft: string; readonly select: number; readonly view: ListView }
  | { readonly do: 'select'; readonly record: number | null };

export function move(place: Workplace, step: Move): Workplace {
  switch (step.do) {
    case 'open':
      return { ...place, ...bring(place, { ...step.draft, away: false }) };
    case 'card':
      return takeCard(place, step.card, step.newId);
    case 'finish': {
      const keeps = place.drafts.find(({ id }) => id === step.draft)?.kind === 'amend';
      return { ...finishForm(place, step.draft, { select: step.select, keeps }), view: step.view };
    }
    case 'show':
      return { ...moveRegister(place, step), selected: step.shown };
    case 'select':
      return pointAt(place, step.record, step.record);
    default:
      return moveRegister(place, step);
  }
}

/** An expected or present person's visit; else the form in front; else a new one. */
function takeCard(place: Workplace, card: CardReading, newId: string): Workplace {
  if (card.visit?.state === 'on_site') {
    return move(place, { do: 'show', shown: card.visit.id, focusAction: true });
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
