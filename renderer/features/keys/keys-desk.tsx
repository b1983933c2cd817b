// The keys workplace for the whole window: tags and slips that are scanned come in here, from whatever page is open.
import { createContext, useCallback, useContext, useReducer, useRef, useState } from 'react';
import type { Dispatch, ReactNode } from 'react';
import { useFormOwners } from '../../app/use-form-owners.ts';
import { useServices } from '../../app/services.ts';
import { useUnfinished } from '../../app/use-unfinished.ts';
import { useNotices } from '../../ui/notice.tsx';
import { playTone } from '../../ui/tone.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { KeyIs, LoanIs, LookUpLabel, RegisterLabel } from './done-line.tsx';
import { useKeyActions } from './key-actions.tsx';
import { KeyRefusal, unknownTag } from './key-refusal.tsx';
import { emptyWorkplace, move } from './workplace.ts';
import type { Draft, Move, Shown, Workplace } from './workplace.ts';

export interface KeysDesk {
  readonly place: Workplace;
  readonly move: Dispatch<Move>;
  /** Opens a form and brings it to the front; an empty one that is open is gone on with. */
  open(kind: Draft['kind'], keys?: readonly number[], late?: boolean): void;
  /** Brings a loan or a key to the front, with the hand on its first button where it is to be acted on. */
  show(shown: Shown, focusAction: boolean): void;
  /** A tag or a slip: back if it is out, onto the form that lends if it is here. */
  scan(code: string): void;
  /** From now on scans go there instead (a stocktake counts); answers the way to stop that. */
  takeScans(taker: (code: string) => void): () => void;
  /** The unknown tag that is to be put on file; null before the first. */
  readonly newTag: NewTag | null;
}

/** An unknown tag that was scanned, to be put on file; `nth` rises with each. */
interface NewTag {
  readonly code: string;
  readonly nth: number;
}

const DeskContext = createContext<KeysDesk | null>(null);

/** `reveal` brings the keys page to the front. Keep it mounted: the open forms live below it. */
export function KeysDeskProvider(props: {
  readonly reveal: () => void;
  /** Brings the key file to the front. */
  readonly revealFile: () => void;
  /** Whether whoever works here puts keys on file. */
  readonly mayFile: boolean;
  readonly children: ReactNode;
}) {
  const { reveal, revealFile, mayFile } = props;
  const [newTag, setNewTag] = useState<NewTag | null>(null);
  const { api } = useServices();
  const notices = useNotices();
  const [place, dispatch] = useReducer(move, emptyWorkplace);
  const actions = useKeyActions(dispatch);
  const front = place.drafts.find(({ id, away }) => id === place.front && !away);
  useFormOwners('keys', place.drafts);
  useUnfinished('keys', place.drafts.filter(({ kind, away }) => kind === 'lend' && !away).length);

  function show(shown: Shown, focusAction: boolean): void {
    reveal();
    dispatch({ do: 'show', shown, focusAction });
  }

  function open(kind: Draft['kind'], keys: readonly number[] = [], late = false): void {
    reveal();
    dispatch({ do: 'open', kind, newId: uuidV7(), keys, late });
  }

  /** The key may leave: to be lent, or, where somebody is taking keys in, to have its loan entered late. */
  function takeKey(key: number): void {
    playTone('accepted');
    reveal();
    if (front?.kind === 'return') dispatch({ do: 'cameBack', back: [{ key, loan: null, how: 'wasIn' }] });
    else dispatch({ do: 'take', key, newId: uuidV7() });
  }

  /** Several keys of a loan are out, or somebody has to sign: the form asks what is here. */
  function askSlip(loan: number, keys: readonly number[]): void {
    playTone('accepted');
    reveal();
    dispatch({ do: 'askSlip', loan, keys, newId: uuidV7() });
  }

  async function actOn(code: string): Promise<void> {
    const answer = await api.keys.scan({ commandId: uuidV7(), code });
    switch (answer.did) {
      case 'ignored':
        return undefined;
      case 'arrived':
        playTone('accepted');
        return actions.announceArrived(answer.key);
      case 'returned':
        playTone('accepted');
        return actions.announceReturned({ ...answer, partly: answer.state === 'open' });
      case 'nothing':
        return nothingDone(answer);
    }
  }

  async function nothingDone(answer: {
    readonly key: number | null;
    readonly loan: number | null;
    readonly state: Parameters<typeof KeyIs>[0]['state'];
  }): Promise<void> {
    const { key, loan, state } = answer;
    if (key !== null && state === 'in_cabinet') return takeKey(key);
    if (loan !== null && (key !== null || state === 'open')) return askSlip(loan, key === null ? [] : [key]);
    playTone('refused');
    if (key === null) {
      if (loan === null) return undefined;
      show({ kind: 'loan', id: loan }, true);
      const { number } = await api.keys.get({ loan });
      return notices.show({ tone: 'warn', body: <LoanIs keyName={number} state={state} /> });
    }
    // Named at once with what can be done about it, the hand on that.
    show({ kind: 'key', id: key, ...(state === 'lost' ? { tool: 'found' } : {}) }, true);
    const { name, code, transferTo } = await api.keys.key({ key });
    const body = <KeyIs keyName={name ?? code} state={state} desk={transferTo} />;
    return notices.show({ tone: 'warn', body });
  }

  // One scan after the other, in their order: the next key must not overtake the one before.
  const before = useRef(Promise.resolve());

  const taker = useRef<((code: string) => void) | null>(null);
  const takeScans = useCallback((next: (code: string) => void) => {
    taker.current = next;
    return () => {
      if (taker.current === next) taker.current = null;
    };
  }, []);

  function putOnFile(code: string): void {
    setNewTag((last) => ({ code, nth: (last?.nth ?? 0) + 1 }));
    revealFile();
  }

  function scan(text: string): void {
    const code = text.replaceAll(/\s/g, '');
    if (taker.current) return taker.current(code);
    before.current = before.current
      .then(() => actOn(code))
      .catch((error: unknown) => {
        playTone('refused');
        const lookUp = mayFile
          ? { label: <RegisterLabel />, run: () => putOnFile(code) }
          : { label: <LookUpLabel />, run: () => open('lend') };
        notices.show({
          ...{ tone: 'bad', body: <KeyRefusal error={error} /> },
          ...(unknownTag(error) === 'NOT_ISSUED' ? { action: lookUp } : {}),
        });
      });
  }

  const desk: KeysDesk = { place, move: dispatch, open, show, scan, takeScans, newTag };
  return <DeskContext value={desk}>{props.children}</DeskContext>;
}

export function useKeysDesk(): KeysDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no keys desk above this component');
  return desk;
}
