// A visit's state as the fold of its events: pure, total, and of nothing but the events.
import type { NoDocumentReason, Verification } from '../../../api/identity.ts';
import type { DenialReason, HostConfirmation, VisitState } from '../../../api/visit-states.ts';
import type { FoldTools, Folded } from '../../journal/projector.ts';
import { allBack, foldCards, isCardEvent, type CardEvent, type HeldCard } from './cards.fold.ts';
import {
  amendPerson,
  introduce,
  STRANGER,
  type Amended,
  type Introduced,
  type Person,
} from './persons.fold.ts';
import { comeIn, goOut, neverIn, stayOn, type Stay } from './stays.fold.ts';
import type { VisitEvent } from './visitors.events.ts';

/** A visit as its row holds it. Personal fields are null where the record was erased or is locked. */
export interface Visit extends Person {
  readonly number: string;
  readonly state: VisitState;
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly documentExpired: boolean;
  readonly verifiedBy: Verification;
  /** Null where a document was taken, before the arrival, and where nobody was asked. */
  readonly noDocument: NoDocumentReason | null;
  readonly escorted: boolean;
  readonly passCode: string;
  readonly passPrints: number;
  readonly expectedFrom: number | null;
  readonly expectedUntil: number | null;
  readonly validUntil: number | null;
  readonly arrivedAt: number | null;
  readonly leftAt: number | null;
  readonly stays: readonly Stay[];
  readonly noticeVersion: number | null;
  readonly hostConfirmation: HostConfirmation;
  readonly paperLine: string | null;
  /** Null unless they were turned away. */
  readonly turnedAway: {
    readonly reason: DenialReason;
    readonly at: number;
    readonly note: string | null;
  } | null;
  /** The visit of the same day that the person was turned away from. */
  readonly previous: number | null;
  /** Turnstile cards, in the order in which it got them. */
  readonly cards: readonly HeldCard[];
  /** When everyone was marked out, while it has not come back since. */
  readonly evacuatedAt: number | null;
}

/** What the journal said that the state did not allow; staff look at it. */
export type VisitIssue =
  | 'ARRIVED_TWICE'
  | 'ARRIVED_AFTER_END'
  | 'DENIED_NOT_EXPECTED'
  | 'LEFT_NOT_ON_SITE'
  | 'REOPENED_NOT_LEFT'
  | 'CAME_BACK_NOT_LEFT'
  | 'CANCELLED_NOT_EXPECTED'
  | 'CLOSED_NOT_ON_SITE'
  | 'EXTENDED_NOT_ON_SITE'
  | 'AFTER_VOID'
  | 'EXPECTED_TWICE'
  | 'SECOND_CARD'
  | 'CARD_NOT_HELD'
  | 'NO_BEGINNING';

type Arrived = Extract<VisitEvent, { type: 'visit.arrived' }>;
type Left = Extract<VisitEvent, { type: 'visit.left' }>;
type Denied = Extract<VisitEvent, { type: 'visit.denied' }>;

export function foldVisit(visit: Visit | null, event: VisitEvent, tools: FoldTools): Folded<Visit> {
  const { clock } = event;
  if (visit === null) return begin(event, tools);
  // Who looked at it changes nothing of a visit, in whichever state it is.
  if (event.type === 'visit.document_revealed') return { state: { ...visit, clock } };
  const keep = (issue: VisitIssue): Folded<Visit> => ({ state: { ...visit, clock }, issue });
  // A card may come back, or turn out to be lost, however its visit ended.
  if (isCardEvent(event)) return moveCard(visit, event);
  // A voided visit stays void, whatever another desk did meanwhile; who is inside all the same is seen by the issue.
  if (visit.state === 'voided') return keep('AFTER_VOID');
  switch (event.type) {
    case 'visit.expected':
      return keep('EXPECTED_TWICE');
    case 'visit.arrived':
      return visit.state === 'on_site' ? keep('ARRIVED_TWICE') : arrive(visit, event, tools);
    case 'visit.cancelled':
      return visit.state === 'expected'
        ? { state: { ...visit, clock, state: 'cancelled' } }
        : keep('CANCELLED_NOT_EXPECTED');
    case 'visit.denied':
      return visit.state === 'expected' || visit.state === 'cancelled'
        ? { state: deny(visit, event) }
        : keep('DENIED_NOT_EXPECTED');
    case 'visit.left':
      return visit.state === 'on_site' ? { state: leave(visit, event) } : keep('LEFT_NOT_ON_SITE');
    case 'visit.closed_by_system':
      return visit.state === 'on_site'
        ? { state: { ...visit, clock, state: 'closed' } }
        : keep('CLOSED_NOT_ON_SITE');
    case 'visit.extended':
      return visit.state === 'on_site'
        ? { state: { ...visit, clock, validUntil: event.body.validUntil } }
        : keep('EXTENDED_NOT_ON_SITE');
    case 'visit.amended':
      return { state: amend(visit, event, tools) };
    case 'visit.taken_back': {
      const cards = allBack(visit.cards, event.happenedAt);
      const gone: Visit = { ...visit, clock, state: 'voided', cards, evacuatedAt: null };
      return { state: event.body.expectedAgain ? unarrive(gone) : gone };
    }
    case 'visit.voided':
      return { state: { ...visit, clock, state: 'voided', evacuatedAt: null } };
    case 'visit.reopened':
      return visit.state === 'left' || visit.state === 'closed'
        ? { state: inside(visit, event, stayOn(visit.stays)) }
        : keep('REOPENED_NOT_LEFT');
    case 'visit.came_back':
      return visit.state === 'left'
        ? { state: inside(visit, event, comeIn(visit.stays, event)) }
        : keep('CAME_BACK_NOT_LEFT');
    case 'visit.pass_reprinted':
      return { state: { ...visit, clock, passPrints: visit.passPrints + 1 } };
  }
}

function moveCard(visit: Visit, event: CardEvent): Folded<Visit> {
  const { cards, issue } = foldCards(visit.cards, event);
  const state = { ...visit, clock: event.clock, cards };
  return issue === undefined ? { state } : { state, issue };
}

function begin(event: VisitEvent, tools: FoldTools): Folded<Visit> {
  if (event.type === 'visit.expected') {
    const { numbered, expectedFrom, expectedUntil } = event.body;
    return { state: { ...blank(event, numbered), ...introduce(event, tools), expectedFrom, expectedUntil } };
  }
  if (event.type === 'visit.arrived' && event.body.numbered !== null) {
    return arrive(blank(event, event.body.numbered), event, tools);
  }
  if (event.type === 'visit.denied' && event.body.numbered !== null) {
    const visit = { ...blank(event, event.body.numbered), ...introduce(event, tools) };
    return { state: deny(visit, event) };
  }
  return { state: null, issue: 'NO_BEGINNING' };
}

/** A visit of which nothing is known yet but how it is called. */
function blank(event: Introduced, { number, passCode }: Pick<Visit, 'number' | 'passCode'>): Visit {
  const { day, clock, body } = event;
  const { documentType, purpose } = body;
  return { ...BLANK, number, passCode, desk: event.desk ?? '', day, clock, documentType, purpose };
}

/** Whoever stands inside counts as inside, even where the state did not allow it: the evacuation list comes first. */
function arrive(visit: Visit, event: Arrived, tools: FoldTools): Folded<Visit> {
  const { body, clock, happenedAt } = event;
  const state: Visit = {
    ...visit,
    ...introduce(event, tools),
    state: 'on_site',
    clock,
    documentExpired: body.documentExpired,
    verifiedBy: body.verifiedBy,
    noDocument: body.noDocument,
    escorted: body.verifiedBy === 'hostVouched',
    passPrints: visit.passPrints + (body.passPrinted ? 1 : 0),
    validUntil: body.validUntil,
    arrivedAt: happenedAt,
    leftAt: null,
    stays: comeIn(visit.stays, event),
    noticeVersion: body.noticeVersion,
    hostConfirmation: body.hostConfirmation,
    paperLine: body.paperLine,
    turnedAway: null,
    previous: body.previous,
    evacuatedAt: null,
  };
  const open = visit.state === 'expected' || visit.state === 'cancelled';
  return open ? { state } : { state, issue: 'ARRIVED_AFTER_END' };
}

function deny(visit: Visit, { clock, happenedAt, body, sealed }: Denied): Visit {
  const turnedAway = { reason: body.reason, at: happenedAt, note: sealed?.note ?? null };
  return { ...visit, clock, state: 'denied', turnedAway, previous: body.previous };
}

/** Announced as before; what was typed about the person at the arrival stays. */
function unarrive(visit: Visit): Visit {
  return {
    ...visit,
    state: 'expected',
    documentExpired: false,
    verifiedBy: 'none',
    noDocument: null,
    escorted: false,
    validUntil: null,
    arrivedAt: null,
    stays: neverIn(visit.stays),
    noticeVersion: null,
    hostConfirmation: 'none',
    paperLine: null,
    turnedAway: null,
    previous: null,
  };
}

function amend(visit: Visit, event: Amended, tools: FoldTools): Visit {
  const { document, noDocument } = event.body;
  const amended = { ...visit, ...amendPerson(visit, event, tools), clock: event.clock };
  if (document === null) return { ...amended, noDocument: noDocument ?? visit.noDocument };
  const { expired: documentExpired, verifiedBy } = document;
  return { ...amended, documentExpired, verifiedBy, noDocument, escorted: verifiedBy === 'hostVouched' };
}

function leave(visit: Visit, event: Left): Visit {
  const { clock, happenedAt, body } = event;
  if (body.way === 'timeUnknown') return { ...visit, clock, state: 'left' };
  const evacuatedAt = body.way === 'evacuation' ? happenedAt : null;
  const stays = goOut(visit.stays, event);
  return { ...visit, clock, state: 'left', leftAt: happenedAt, evacuatedAt, stays };
}

/** On site again, by a leaving that was none or on another day. */
function inside(visit: Visit, { clock }: VisitEvent, stays: readonly Stay[]): Visit {
  return { ...visit, clock, state: 'on_site', leftAt: null, evacuatedAt: null, stays };
}

const BLANK = {
  ...STRANGER,
  state: 'expected',
  documentExpired: false,
  verifiedBy: 'none',
  noDocument: null,
  escorted: false,
  passPrints: 0,
  expectedFrom: null,
  expectedUntil: null,
  validUntil: null,
  arrivedAt: null,
  leftAt: null,
  stays: [],
  noticeVersion: null,
  hostConfirmation: 'none',
  paperLine: null,
  turnedAway: null,
  previous: null,
  cards: [],
  evacuatedAt: null,
} as const satisfies Partial<Visit>;
