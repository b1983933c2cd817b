// The buttons of a visit's panel: what its state allows, the likeliest first.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import type { VisitState } from '../../../electron/api/visit-states.ts';
import { DeedButtons } from '../../app/register/deed-buttons.tsx';
import { useServices } from '../../app/services.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { NotInside } from './done-line.tsx';
import { useVisitActions } from './visit-actions.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';

/** What opens below the buttons. */
export type VisitTool = 'history' | 'deny' | 'extend' | 'void' | 'reveal' | 'giveCard';

type Deed =
  | 'checkOut'
  | 'leftUnknown'
  | 'leaveReturned'
  | 'leaveKept'
  | 'returnCard'
  | 'loseCard'
  | 'arrive'
  | 'cancelExpected'
  | 'reopen'
  | 'again'
  | 'reprint'
  | 'amend'
  | VisitTool;

const DEEDS: Readonly<Record<VisitState, readonly Deed[]>> = {
  on_site: ['checkOut', 'reprint', 'extend', 'amend', 'void'],
  expected: ['arrive', 'deny', 'cancelExpected', 'amend', 'void'],
  left: ['reopen', 'again', 'amend', 'void'],
  closed: ['reopen', 'again', 'amend', 'void'],
  cancelled: ['arrive', 'void'],
  denied: ['again', 'amend', 'void'],
  voided: [],
};

/** Overstaying is worked off by one of three answers: left then, still here, or left now. */
function deedsOf(visit: VisitDetail, cardsOnFile: boolean): readonly Deed[] {
  const deeds: readonly Deed[] = visit.overstay
    ? ['checkOut', 'leftUnknown', 'extend', 'reprint', 'amend', 'void']
    : DEEDS[visit.state].filter((deed) => deed !== 'reopen' || visit.mayReopen);
  switch (visit.card?.state) {
    // Who has a card is asked for it: one button, one key for each answer.
    case 'out':
      return ['leaveReturned', 'leaveKept', ...deeds.slice(1), 'loseCard'];
    case 'unreturned':
      return ['returnCard', 'loseCard', ...deeds];
    case 'lost':
      return [...giving(visit, cardsOnFile, deeds), 'returnCard'];
    case 'returned':
    case undefined:
      return giving(visit, cardsOnFile, deeds);
  }
}

function giving(visit: VisitDetail, cardsOnFile: boolean, deeds: readonly Deed[]): readonly Deed[] {
  return cardsOnFile && visit.state === 'on_site' ? [...deeds, 'giveCard'] : deeds;
}

export function VisitButtons(props: {
  readonly visit: VisitDetail;
  readonly active: boolean;
  readonly mayWrite: boolean;
  /** Above 0 the first button takes the focus, and again with every higher number. */
  readonly focusFirst: number;
  readonly lookedFor: boolean;
  readonly tool: VisitTool | null;
  readonly onTool: (tool: VisitTool) => void;
}) {
  const { t } = useTranslation(['visitors', 'cards']);
  const { visit, active, mayWrite, focusFirst, lookedFor, tool, onTool } = props;
  const desk = useVisitorsDesk();
  const actions = useVisitActions(desk.move);
  const { calls } = useServices();
  const notices = useNotices();
  const counts = useQuery(calls.visitors.counts.queryOptions());
  const cardsOnFile = typeof counts.data?.cards === 'number';
  const deeds: readonly Deed[] = [
    ...(mayWrite ? deedsOf(visit, cardsOnFile) : []),
    ...(mayWrite && visit.documentMasked !== null ? (['reveal'] as const) : []),
    'history',
  ];
  useShortcuts(
    {
      'Alt+KeyO': checkOut,
      'Alt+KeyA': () => (deeds.includes('arrive') ? perform('arrive') : false),
    },
    active && mayWrite,
  );

  return (
    <DeedButtons
      {...{ deeds, tool, focusFirst, lookedFor }}
      main={deeds.find((deed) => MAIN.has(deed))}
      tools={TOOLS}
      atOnce={AT_ONCE}
      wordOf={labelOf}
      keys={KEYS}
      state={visit.state}
      listId="visits"
      onDeed={perform}
    />
  );

  function labelOf(deed: Deed): string {
    return isCardDeed(deed) ? t(`cards:${deed}`, { card: visit.card?.number ?? '' }) : t(deed);
  }

  function checkOut(): void {
    // Who has a turnstile card is asked for it, here as from the list: the hand goes to the answer.
    if (visit.state === 'on_site' && visit.card?.state === 'out') desk.show(visit.id, true);
    else if (visit.state === 'on_site') perform('checkOut');
    else notices.show({ tone: 'warn', body: <NotInside visit={visit} /> });
  }

  function perform(deed: Deed): void {
    switch (deed) {
      case 'checkOut':
        return actions.leave(visit);
      case 'leaveReturned':
        return actions.leave(visit, 'list', 'returned');
      case 'leaveKept':
        return actions.leave(visit, 'list', 'kept');
      case 'leftUnknown':
        return actions.leave(visit, 'timeUnknown');
      case 'arrive':
      case 'amend':
        return desk.open(deed, visit.id);
      case 'again':
        return desk.open('register', null, {
          ...(visit.name === null ? {} : { name: visit.name }),
          ...(visit.phone === null ? {} : { phone: visit.phone }),
        });
      case 'cancelExpected':
        return actions.cancel(visit);
      case 'reopen':
      case 'reprint':
      case 'returnCard':
      case 'loseCard':
        return actions[deed](visit);
      case 'history':
      case 'deny':
      case 'extend':
      case 'void':
      case 'reveal':
      case 'giveCard':
        return onTool(deed);
    }
  }
}

const TOOLS: ReadonlySet<Deed> = new Set<Deed>(['history', 'deny', 'extend', 'void', 'reveal', 'giveCard']);
const MAIN: ReadonlySet<Deed> = new Set<Deed>(['checkOut', 'leaveReturned', 'arrive', 'returnCard']);
/** Somebody is gone by them, or a card is back. */
const AT_ONCE: ReadonlySet<Deed> = new Set<Deed>(['checkOut', 'leaveReturned', 'returnCard']);
const KEYS = { checkOut: 'Alt+O', arrive: 'Alt+A' } as const;

type CardDeed = 'leaveReturned' | 'leaveKept' | 'returnCard' | 'loseCard' | 'giveCard';
const CARD_DEEDS: ReadonlySet<Deed> = new Set<Deed>([
  ...(['leaveReturned', 'leaveKept', 'returnCard', 'loseCard', 'giveCard'] as const),
]);

function isCardDeed(deed: Deed): deed is CardDeed {
  return CARD_DEEDS.has(deed);
}
