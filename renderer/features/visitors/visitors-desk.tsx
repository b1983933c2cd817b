// The visitors' workplace for the whole window: cards and scans come in here, from whatever page is open.
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useReducer, useState } from 'react';
import type { Dispatch, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardReading } from '../../../electron/api/identity.ts';
import type { CardMessage } from '../../app/desk-feed.ts';
import { borrowerClaim } from '../../app/lending/borrower-claim.ts';
import { useFormOwners } from '../../app/use-form-owners.ts';
import { useServices } from '../../app/services.ts';
import { useUnfinished } from '../../app/use-unfinished.ts';
import { spendEnter } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { createScanGuard } from '../../ui/scan-guard.ts';
import { playTone } from '../../ui/tone.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import type { OneBefore, Said } from './returning-values.ts';
import { useVisitActions } from './visit-actions.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import { emptyWorkplace, move } from './workplace.ts';
import type { Draft, Given, Move, Workplace } from './workplace.ts';

export interface VisitorsDesk {
  readonly place: Workplace;
  readonly move: Dispatch<Move>;
  /** Whoever was registered last in this window. */
  readonly before: OneBefore | null;
  /** Who acts here. */
  readonly staff: number | null;
  /** What was said of whoever has just been registered, for the next of their party. */
  remember(said: Said): void;
  /** Opens a form and brings it to the front; one that is `given` something is always a new one. */
  open(kind: Draft['kind'], visit?: number | null, given?: Given, card?: CardReading | null): void;
  /** Brings a visit to the front, with the hand on its first button where it is to be acted on. */
  show(visit: number, focusAction: boolean): void;
  /** The same for one that was looked for by a name: what lets somebody leave is then not put under the hand. */
  lookUp(visit: number, focusAction: boolean): void;
  /** A pass code, scanned or typed: does what the visit's state says. The same one within 3 s is ignored. */
  scan(code: string): void;
}

const DeskContext = createContext<VisitorsDesk | null>(null);

/** `reveal` brings the visitors' page to the front. Keep it mounted: the open forms live below it. */
export function VisitorsDeskProvider(props: { readonly reveal: () => void; readonly children: ReactNode }) {
  const { reveal } = props;
  const { api, feed, calls } = useServices();
  const staff = useQuery(calls.people.acting.queryOptions()).data?.id ?? null;
  const [before, setBefore] = useState<OneBefore | null>(null);
  const notices = useNotices();
  const [place, dispatch] = useReducer(move, emptyWorkplace);
  const actions = useVisitActions(dispatch);
  useFormOwners('visitors', place.drafts);
  useUnfinished('visitors', place.drafts.filter(({ away }) => !away).length);
  const [counts] = useState(createScanGuard);

  function show(visit: number, focusAction: boolean, lookedFor = false): void {
    reveal();
    dispatch({ do: 'show', shown: visit, focusAction, lookedFor });
  }

  function scan(text: string): void {
    const code = text.replaceAll(/\s/g, '');
    if (!counts(code)) return;
    api.visitors.scan({ commandId: uuidV7(), code }).then(
      ({ did, visit, state }) => {
        playTone('accepted');
        if (did === 'left') return actions.announceLeft(visit);
        show(visit, true);
        if (state !== 'on_site' && state !== 'expected') actions.tellOver(visit);
      },
      (error: unknown) => {
        playTone('refused');
        notices.show({ tone: 'bad', body: <VisitRefusal error={error} /> });
      },
    );
  }

  function takeCard(message: CardMessage): void {
    if (message.kind === 'cardRemoved') return;
    if (message.kind === 'cardRefused') {
      playTone('refused');
      notices.show({ tone: 'bad', body: <CardRefused reason={message.reason} /> });
      return;
    }
    const lending = borrowerClaim();
    if (lending) {
      lending.card(message.card);
      return;
    }
    playTone('accepted');
    // Whoever is inside comes over the form that is being typed: its Enter lets nobody out.
    if (message.card.visit?.state === 'on_site') spendEnter(window);
    reveal();
    dispatch({ do: 'card', card: message.card, newId: uuidV7() });
  }

  function open(
    kind: Draft['kind'],
    visit: number | null = null,
    given?: Given,
    card: CardReading | null = null,
  ): void {
    reveal();
    if (given) {
      dispatch({ do: 'open', draft: { id: uuidV7(), kind, visit, card, given } });
      return;
    }
    // A walk-in that is being typed is gone on with; nobody needs two empty forms.
    const begun = place.drafts.find((draft) => !draft.away && draft.kind === kind && draft.visit === visit);
    dispatch(
      begun
        ? { do: 'toFront', draft: begun.id }
        : { do: 'open', draft: { id: uuidV7(), kind, visit, card: null } },
    );
  }

  const hear = useEffectEvent(takeCard);
  useEffect(() => feed.onCard((message) => hear(message)), [feed]);
  const remember = (said: Said): void => setBefore({ said, staff, at: Date.now() });
  const desk: VisitorsDesk = {
    ...{ place, move: dispatch, before, staff, remember, open, show, scan },
    lookUp: (visit, focusAction) => show(visit, focusAction, true),
  };
  return <DeskContext value={desk}>{props.children}</DeskContext>;
}

export function useVisitorsDesk(): VisitorsDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no visitors desk above this component');
  return desk;
}

type CardRefusal = Extract<CardMessage, { kind: 'cardRefused' }>['reason'];

function CardRefused({ reason }: { readonly reason: CardRefusal }) {
  const { t } = useTranslation('identity');
  return t(`cardRefused.${reason}`);
}
