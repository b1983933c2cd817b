// What lies on the desk of whoever works the loans register: open forms, what is shown beside the list, the list. Pure.
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { LoanDetail, LoanLineRow, LOAN_VIEWS } from '../../../electron/api/loans.contract.ts';
import { bring, bringBack, change, lastOpen, putAway, without } from '../../app/open-forms.ts';
import type { OpenForm, OpenForms } from '../../app/open-forms.ts';

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

export interface Draft extends OpenForm {
  readonly kind: 'lend' | 'return';
  readonly lines: readonly Line[];
  /** On its way to the backend: the next scan belongs to somebody else. */
  readonly sent: boolean;
}

/** The part of a loan that its notices name. */
export type NamedLoan = Pick<LoanDetail, 'id' | 'number'>;

/** So many of a line. */
export type Thing = Pick<LoanLineRow, 'type' | 'typeNameZh' | 'typeNameEn' | 'asset' | 'count'>;

/** What came in while things are taken back: of a loan, or something that is with nobody by the book. */
export type CameBack =
  | {
      readonly how: 'returned';
      readonly loan: NamedLoan;
      readonly name: string | null;
      readonly things: readonly Thing[];
      readonly condition: Condition;
    }
  | { readonly how: 'wasHere'; readonly item: LoanItemRow };

/** What is looked at beside the list. */
export type Shown =
  | { readonly kind: 'loan'; readonly loan: number; readonly tool: ToolName | null }
  | { readonly kind: 'type'; readonly type: number }
  | { readonly kind: 'checks' }
  /** `adding` opens the form that takes one in, of an item where it is known which. */
  | { readonly kind: 'strays'; readonly adding: LoanItemRow | boolean }
  | { readonly kind: 'cash' };

export interface Workplace extends OpenForms<Draft> {
  /** Since the form that takes things back was opened, the latest first. */
  readonly back: readonly CameBack[];
  readonly shown: Shown | null;
  /** Above 0 the loan is to be acted on: its right button takes the focus, and again when the number rises. */
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
  | {
      readonly do: 'open';
      readonly kind: Draft['kind'];
      readonly newId: string;
      readonly lines: readonly Line[];
    }
  /** A thing was scanned that is here: onto the form that lends, or onto a new one. */
  | { readonly do: 'take'; readonly line: Line; readonly newId: string }
  | { readonly do: 'cameBack'; readonly back: CameBack }
  /** How the last return of a loan was said to have come. */
  | { readonly do: 'noted'; readonly loan: number; readonly condition: Condition }
  /** A return was undone: it no longer stands among what came back. */
  | { readonly do: 'wentOut'; readonly loan: number }
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
      return goOn(place, step);
    case 'take':
      return take(place, step.line, step.newId);
    case 'cameBack':
      return { ...place, back: [step.back, ...place.back] };
    case 'noted':
      return { ...place, back: noted(place.back, step.loan, step.condition) };
    case 'wentOut':
      return { ...place, back: place.back.filter((each) => !isLatest(place.back, each, step.loan)) };
    case 'setLines':
      return { ...place, ...change(place, step.draft, { lines: step.lines }) };
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

/** Of what came back of a loan only the latest can still be changed or undone. */
export function isLatest(all: readonly CameBack[], one: CameBack, loan: number): boolean {
  return all.find((each) => each.how === 'returned' && each.loan.id === loan) === one;
}

function noted(all: readonly CameBack[], loan: number, condition: Condition): readonly CameBack[] {
  return all.map((each) =>
    isLatest(all, each, loan) && each.how === 'returned' ? { ...each, condition } : each,
  );
}

/** One item stands once, whatever is scanned; of a counted type there is one more. */
export function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  if (line.item !== null) return lines.some(({ item }) => item === line.item) ? lines : [...lines, line];
  const known = lines.find(({ type, item }) => item === null && type === line.type);
  if (!known) return [...lines, line];
  return lines.map((each) => (each === known ? { ...known, count: known.count + line.count } : each));
}

function open(place: Workplace, draft: Draft): Workplace {
  return { ...place, ...bring(place, draft) };
}

/** A form of its kind that is open is gone on with; one that is empty takes the things. */
function goOn(place: Workplace, step: Extract<Move, { do: 'open' }>): Workplace {
  const { kind, newId, lines } = step;
  const begun = place.drafts.find((form) => form.kind === kind && !form.away && !form.sent);
  if (!begun) {
    const back = kind === 'return' ? [] : place.back;
    return open({ ...place, back }, { id: newId, kind, lines, sent: false, away: false });
  }
  return open(place, begun.lines.length === 0 ? { ...begun, lines } : begun);
}

/** What is scanned while a form is on its way is the next person's; one that is empty takes it from behind. */
function take(place: Workplace, line: Line, newId: string): Workplace {
  const lending = place.drafts.filter(({ kind, sent, away }) => kind === 'lend' && !sent && !away);
  const meant = lending.find(({ id }) => id === place.front);
  if (meant) return { ...place, ...change(place, meant.id, { lines: withLine(meant.lines, line) }) };
  const empty = lending.find(({ lines }) => lines.length === 0);
  return open(place, {
    ...(empty ?? { id: newId, kind: 'lend', sent: false, away: false }),
    lines: [line],
  });
}

/** Whoever was looked at before goes with the form: beside a new loan theirs would be taken for it. */
function finish(place: Workplace, id: string, select: number | null): Workplace {
  const shown = place.front === id ? null : place.shown;
  const left = without(place, id, shown && 'shown');
  return { ...place, shown, ...left, selected: select ?? place.selected };
}
