// What lies on the desk of whoever works the loans register: open forms, what is shown beside the list, the list. Pure.
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import type { Condition } from '../../../electron/api/loan-states.ts';
import type { LoanDetail, LoanLineRow, LOAN_VIEWS } from '../../../electron/api/loans.contract.ts';
import { bring, change } from '../../app/register/open-forms.ts';
import type { OpenForm } from '../../app/register/open-forms.ts';
import { emptyPlace, finishForm, moveRegister, pointAt } from '../../app/register/register-place.ts';
import type { RegisterMove, RegisterPlace } from '../../app/register/register-place.ts';

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
  | 'amend'
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

export interface Workplace extends RegisterPlace<Draft, Shown, ListView> {
  /** Since the form that takes things back was opened, the latest first. */
  readonly back: readonly CameBack[];
}

export const emptyWorkplace: Workplace = { ...emptyPlace<ListView>('out'), back: [] };

export type Move =
  | RegisterMove<Shown, ListView>
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
  | { readonly do: 'finish'; readonly draft: string; readonly select: number | null }
  | { readonly do: 'select'; readonly record: number };

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
    case 'finish':
      return finishForm(place, step.draft, step);
    case 'show': {
      const selected = step.shown.kind === 'loan' ? step.shown.loan : place.selected;
      return { ...moveRegister(place, step), selected };
    }
    case 'select': {
      const isLoan = place.shown?.kind === 'loan';
      return pointAt(place, step.record, isLoan ? { kind: 'loan', loan: step.record, tool: null } : null);
    }
    default:
      return moveRegister(place, step);
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
