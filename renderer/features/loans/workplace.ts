// What lies on the desk of whoever works the loans register: open forms, what is shown beside the list, the list. Pure.
import type { LOAN_VIEWS } from '../../../electron/api/loans.contract.ts';

/** `deposits` lists the money instead of the loans. */
export type ListView = (typeof LOAN_VIEWS)[number] | 'deposits';

/** What opens below the buttons of a loan. */
export type ToolName =
  | 'returnPart'
  | 'settle'
  | 'extend'
  | 'followUp'
  | 'lose'
  | 'found'
  | 'void'
  | 'history';

/** A thing on a form that is being filled: one item, or so many of a type that is counted. */
export interface Line {
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
}

/** A form, from its key or a scan until it is confirmed. Its id is the id of its command. */
export interface Draft {
  readonly id: string;
  readonly kind: 'lend' | 'return';
  readonly lines: readonly Line[];
  /** On its way to the backend: the next scan belongs to somebody else. */
  readonly sent: boolean;
  /** Put away by Esc: not shown, not lost. */
  readonly away: boolean;
}

/** What is looked at beside the list. */
export type Shown =
  | { readonly kind: 'loan'; readonly loan: number; readonly tool: ToolName | null }
  | { readonly kind: 'type'; readonly type: number }
  | { readonly kind: 'checks' }
  | { readonly kind: 'strays'; readonly adding: boolean }
  | { readonly kind: 'cash' };

export interface Workplace {
  readonly drafts: readonly Draft[];
  readonly shown: Shown | null;
  /** What is in front in the panel: a form by its id, or what is shown. */
  readonly front: 'shown' | Draft['id'] | null;
  /** Above 0 the loan is to be acted on: its right button takes the focus, and again when the number rises. */
  readonly focusAction: number;
  readonly view: ListView;
  readonly selected: number | null;
}

export const emptyWorkplace: Workplace = {
  drafts: [],
  shown: null,
  front: null,
  focusAction: 0,
  view: 'out',
  selected: null,
};

/** So many forms are kept that were put away. */
const MOST_AWAY = 5;

export type Move =
  | {
      readonly do: 'open';
      readonly kind: Draft['kind'];
      readonly newId: string;
      readonly lines: readonly Line[];
    }
  /** A thing was scanned that is here: onto the form that lends, or onto a new one. */
  | { readonly do: 'take'; readonly line: Line; readonly newId: string }
  | { readonly do: 'setLines'; readonly draft: string; readonly lines: readonly Line[] }
  | { readonly do: 'send'; readonly draft: string; readonly sent: boolean }
  | { readonly do: 'toFront'; readonly draft: string }
  | { readonly do: 'finish'; readonly draft: string; readonly select: number | null }
  | { readonly do: 'putAway'; readonly draft: string; readonly keep: boolean }
  | { readonly do: 'restore' }
  | { readonly do: 'show'; readonly shown: Shown; readonly focusAction: boolean }
  | { readonly do: 'closeShown' }
  | { readonly do: 'look'; readonly view: ListView }
  | { readonly do: 'select'; readonly loan: number }
  /** The selected row has left the list: the one after it takes its place, without being shown. */
  | { readonly do: 'inherit'; readonly loan: number };

/** Never throws away a form: the last ones that were put away can be restored. */
export function move(place: Workplace, step: Move): Workplace {
  switch (step.do) {
    case 'open':
      return open(place, { id: step.newId, kind: step.kind, lines: step.lines, sent: false, away: false });
    case 'take':
      return take(place, step.line, step.newId);
    case 'setLines':
      return change(place, step.draft, { lines: step.lines });
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
      return away ? open(place, { ...away, away: false }) : place;
    }
    case 'show':
      return {
        ...place,
        shown: step.shown,
        front: 'shown',
        focusAction: step.focusAction ? place.focusAction + 1 : 0,
        selected: step.shown.kind === 'loan' ? step.shown.loan : place.selected,
      };
    case 'closeShown':
      return { ...place, shown: null, front: lastOpen(place.drafts) };
    case 'look':
      return { ...place, view: step.view, selected: null };
    case 'inherit':
      return { ...place, selected: step.loan };
    case 'select':
      return {
        ...place,
        selected: step.loan,
        shown:
          place.front === 'shown' && place.shown?.kind === 'loan'
            ? { kind: 'loan', loan: step.loan, tool: null }
            : place.shown,
        focusAction: 0,
      };
  }
}

/** One item stands once, whatever is scanned; of a counted type there is one more. */
export function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  if (line.item !== null) return lines.some(({ item }) => item === line.item) ? lines : [...lines, line];
  const known = lines.find(({ type, item }) => item === null && type === line.type);
  if (!known) return [...lines, line];
  return lines.map((each) => (each === known ? { ...known, count: known.count + line.count } : each));
}

function open(place: Workplace, draft: Draft): Workplace {
  const others = place.drafts.filter(({ id }) => id !== draft.id);
  return { ...place, drafts: [...others, draft], front: draft.id };
}

/** What is scanned while a form is on its way is the next person's. */
function take(place: Workplace, line: Line, newId: string): Workplace {
  const meant = place.drafts.find(
    ({ id, kind, sent, away }) => id === place.front && kind === 'lend' && !sent && !away,
  );
  return meant
    ? change(place, meant.id, { lines: withLine(meant.lines, line) })
    : open(place, { id: newId, kind: 'lend', lines: [line], sent: false, away: false });
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
function finish(place: Workplace, id: string, select: number | null): Workplace {
  const inFront = place.front === id;
  const shown = inFront ? null : place.shown;
  return { ...withoutDraft({ ...place, shown }, id), selected: select ?? place.selected };
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
