// The loans workplace for the whole window: things and slips that are scanned come in here, from whatever page is open.
import { createContext, isValidElement, useContext, useReducer, useState } from 'react';
import type { Dispatch, ReactNode } from 'react';
import type { SearchHit } from '../../../electron/api/search.contract.ts';
import { recall, remember } from '../../app/memory.ts';
import { usePolicies } from '../../app/policies.ts';
import { useFormOwners } from '../../app/use-form-owners.ts';
import { useServices } from '../../app/services.ts';
import { useUnfinished } from '../../app/use-unfinished.ts';
import { useNotices } from '../../ui/notice.tsx';
import { createScanGuard } from '../../ui/scan-guard.ts';
import { playTone } from '../../ui/tone.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { AgainLine } from './done-line.tsx';
import { useItemActions } from './item-actions.tsx';
import { useLoanActions } from './loan-actions.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { emptyWorkplace, move } from './workplace.ts';
import type { Draft, Line, Move, Shown, Workplace } from './workplace.ts';

export interface LoansDesk {
  readonly place: Workplace;
  readonly move: Dispatch<Move>;
  /** Opens a form and brings it to the front; one of its kind that is open is gone on with. */
  open(kind: Draft['kind'], lines?: readonly Line[]): void;
  /** Brings something to the front, a loan with the hand on its first button where it is to be acted on. */
  show(shown: Shown, focusAction: boolean): void;
  /** A find of the box: a loan, or a thing, which shows who has it or else how its kind stands. */
  showHit(hit: Pick<SearchHit, 'record' | 'number' | 'open'>): void;
  /** What was scanned: lent if it is here, back if it is out. The same code within 3 s is ignored. */
  scan(code: string): void;
  /** The same for a code that a hand typed and confirmed. */
  act(code: string): void;
  /** Rain mode 雨天模式: stays on at this desk until it is switched off. */
  readonly rain: boolean;
  setRain(on: boolean): void;
}

const DeskContext = createContext<LoansDesk | null>(null);

/** `reveal` brings the loans page to the front. Keep it mounted: the open forms live below it. */
export function LoansDeskProvider(props: {
  readonly reveal: () => void;
  /** Whether whoever works here releases what was blocked. */
  readonly mayRelease: boolean;
  readonly children: ReactNode;
}) {
  const { reveal, mayRelease } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [place, dispatch] = useReducer(move, emptyWorkplace);
  const actions = useLoanActions(dispatch);
  const things = useItemActions();
  const signed = usePolicies()['signature.asked'].itemIn;
  const [rain, setRain] = useState(() => recall('rain', ['on', 'off']) === 'on');
  useFormOwners('loans', place.drafts);
  useUnfinished('loans', place.drafts.filter(({ away }) => !away).length);
  const [counts] = useState(createScanGuard);

  function show(shown: Shown, focusAction: boolean): void {
    reveal();
    dispatch({ do: 'show', shown, focusAction });
  }

  function open(kind: Draft['kind'], lines: readonly Line[] = []): void {
    reveal();
    dispatch({ do: 'open', kind, newId: uuidV7(), lines });
  }

  function refuse(error: unknown): void {
    playTone('refused');
    notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> });
  }

  async function actOn(code: string): Promise<void> {
    const answer = await api.loans.scan({ commandId: uuidV7(), code });
    playTone(answer.did === 'returned' || answer.state === 'available' ? 'accepted' : 'refused');
    if (answer.did === 'returned') {
      reveal();
      actions.announceReturned({ id: answer.loan, number: answer.number }, answer.deposits);
      return;
    }
    const { item, type, loan, deposit, state } = answer;
    if (item !== null && type !== null && loan === null) {
      await nobodyHas({ item, type, state });
    } else if (loan !== null) {
      // Several things on one slip, or something to be signed first: what came back has to be said.
      const asks = state === 'open' || (state === 'out' && signed);
      show({ kind: 'loan', loan, tool: asks ? 'returnPart' : deposit === null ? null : 'settle' }, true);
    }
  }

  /** An item that is with nobody by the book: lent if it is to be had, unless things are just being taken back. */
  async function nobodyHas(one: { item: number; type: number; state: string }): Promise<void> {
    const { item: id, type, state } = one;
    const taking = place.drafts.some((draft) => draft.id === place.front && draft.kind === 'return');
    if (state === 'available' && !taking) {
      reveal();
      return dispatch({ do: 'take', line: { type, item: id, count: 1 }, newId: uuidV7() });
    }
    const items = await api.loans.items({ type });
    const item = items.find((each) => each.id === id);
    if (!item) return undefined;
    if (state === 'available') return dispatch({ do: 'cameBack', back: { how: 'wasHere', item } });
    if (!taking) show({ kind: 'type', type }, false);
    return things.sayNotHere(item, mayRelease);
  }

  function scan(text: string): void {
    const code = text.trim();
    if (counts(code)) return act(code);
    const said = notices.current;
    const before = said?.body ?? null;
    // What was said last keeps its ways back.
    if (isValidElement(before) && before.type === AgainLine) return;
    notices.show({ tone: 'plain', ...said, body: <AgainLine before={before} /> });
  }

  function act(code: string): void {
    actOn(code).catch(refuse);
  }

  async function showThing(record: number): Promise<boolean> {
    const items = await api.loans.items({ type: null });
    const item = items.find(({ id }) => id === record);
    if (!item) return false;
    const { loan, type } = item;
    show(loan === null ? { kind: 'type', type } : { kind: 'loan', loan, tool: null }, loan !== null);
    return true;
  }

  function showHit({ record, number, open: isOpen }: Pick<SearchHit, 'record' | 'number' | 'open'>): void {
    const showLoan = (): void => show({ kind: 'loan', loan: record, tool: null }, isOpen);
    if (number.startsWith('L-')) showLoan();
    else showThing(record).then((found) => found || showLoan(), refuse);
  }

  const desk: LoansDesk = {
    ...{ place, move: dispatch, open, show, showHit, scan, act, rain },
    setRain(on) {
      setRain(on);
      remember('rain', on ? 'on' : 'off');
    },
  };
  return <DeskContext value={desk}>{props.children}</DeskContext>;
}

export function useLoansDesk(): LoansDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no loans desk above this component');
  return desk;
}
