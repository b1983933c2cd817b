// Visitors' calls: the contract's shapes in, the service's answers out.
import type { Role } from '../../../api/rights.ts';
import { readCardStock, readNextCard } from './cards.queries.ts';
import type { CardsService } from './cards.service.ts';
import { findAlike } from './visitors.alike.ts';
import type { EveryoneService } from './visitors.everyone.ts';
import { readEvacuationList, type EvacuationParts } from './visitors.evacuation.ts';
import { findKnown, wholeIndex, type KnownParts } from './visitors.known.ts';
import { countVisits, listVisits, readVisit, type Moment } from './visitors.queries.ts';
import type { VisitCorrections } from './visitors.corrections.ts';
import type { RevealDocument } from './visitors.reveal.ts';
import type { DenialsService } from './visitors.denials.ts';
import type { VisitorsService } from './visitors.service.ts';
import { findVisit } from './visitors.store.ts';
import { validityOf, type ValidityParts } from './visitors.validity.ts';
import type { Clock } from '../../shared/clock.ts';
import type { FoldTools } from '../../journal/projector.ts';
import type { Database } from '../../database/database.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { HistoryChange } from '../../../api/history.ts';
import type { Projection, Step } from '../../journal/project.ts';
import { changesOfVisit } from './visitors.history.ts';
import { readHistory, type HistoryNames } from '../history.ts';
import { implementer } from '../../router-base.ts';

export interface VisitorsRouterParts extends ValidityParts, EvacuationParts {
  readonly service: VisitorsService;
  readonly corrections: VisitCorrections;
  readonly denials: DenialsService;
  readonly everyone: EveryoneService;
  readonly cards: CardsService;
  readonly reveal: RevealDocument;
  readonly database: Database;
  readonly clock: Clock;
  readonly names: HistoryNames;
  readonly projection: Projection;
  readonly tools: FoldTools;
  readonly findVisits: KnownParts['findVisits'];
}

export type VisitorsRouter = ReturnType<typeof createVisitorsRouter>;

export function createVisitorsRouter(parts: VisitorsRouterParts) {
  const { service, corrections, everyone, cards, clock, calendar, names, tools, findVisits } = parts;
  const { db } = parts.database;
  const calls = implementer.visitors;
  const moment = (role: Role | null): Moment => ({
    ...{ now: clock.now(), calendar: calendar() },
    phones: role === 'clerk' ? 'masked' : 'whole',
  });
  return calls.router({
    register: calls.register.handler(({ context, input }) => service.register(context.actor(), input)),
    expect: calls.expect.handler(({ context, input }) => service.expect(context.actor(), input)),
    arrive: calls.arrive.handler(({ context, input }) => service.arrive(context.actor(), input)),
    deny: calls.deny.handler(({ context, input }) => parts.denials.deny(context.actor(), input)),
    denyExpected: calls.denyExpected.handler(({ context, input }) =>
      parts.denials.denyExpected(context.actor(), input),
    ),
    cancel: calls.cancel.handler(({ context, input }) => service.cancel(context.actor(), input)),
    leave: calls.leave.handler(({ context, input }) => service.leave(context.actor(), input)),
    reopen: calls.reopen.handler(({ context, input }) => service.reopen(context.actor(), input)),
    reprint: calls.reprint.handler(({ context, input }) => service.reprint(context.actor(), input)),
    scan: calls.scan.handler(({ context, input }) => service.scan(context.actor(), input)),
    takeBack: calls.takeBack.handler(({ context, input }) => corrections.takeBack(context.actor(), input)),
    void: calls.void.handler(({ context, input }) => corrections.voidVisit(context.actor(), input)),
    reveal: calls.reveal.handler(({ context, input }) => parts.reveal(context.actor(), input)),
    amend: calls.amend.handler(({ context, input }) => corrections.amend(context.actor(), input)),
    extend: calls.extend.handler(({ context, input }) => corrections.extend(context.actor(), input)),
    list: calls.list.handler(({ context, input }) => listVisits(db, input, moment(context.roleNow()))),
    get: calls.get.handler(({ context, input }) => {
      const visit = readVisit(db, input.visit, moment(context.roleNow()));
      if (!visit) throw new Refusal('NOT_FOUND', { what: 'visit' });
      return visit;
    }),
    known: calls.known.handler(({ input }) => findKnown({ db, tools, findVisits }, input)),
    validity: calls.validity.handler(({ context, input }) => {
      const arrivedAt = input.arrivedAt ?? clock.now();
      const { desk } = context.actor().author;
      const expectedUntil = input.visit === null ? null : findVisit(db, input.visit)?.expectedUntil;
      const at = { arrivedAt, desk, expectedUntil: expectedUntil ?? null };
      const { validUntil, latest } = validityOf(parts, { ...input, ...at });
      return { validUntil, latest };
    }),
    history: calls.history.handler(({ context, input }) => {
      const { phones } = moment(context.roleNow());
      const changesOf = (step: Step): HistoryChange[] => changesOfVisit(step, phones);
      return readHistory(db, input.visit, names, ['visit'], { projection: parts.projection, changesOf });
    }),
    evacuation: calls.evacuation.handler(() => readEvacuationList(db, parts, clock.now())),
    counts: calls.counts.handler(() => countVisits(db, clock.now())),
    alike: calls.alike.handler(({ input }) => {
      const { documentType, documentNumber } = input;
      const documentIndex =
        documentType && documentNumber ? wholeIndex(tools, documentType, documentNumber) : null;
      return findAlike(db, { ...input, documentIndex }, { now: clock.now(), calendar: calendar() });
    }),
    everyoneOut: calls.everyoneOut.handler(({ context, input }) => everyone.out(context.actor(), input)),
    everyoneBack: calls.everyoneBack.handler(({ context, input }) => everyone.back(context.actor(), input)),
    cardStock: calls.cardStock.handler(() => readCardStock(db)),
    nextCard: calls.nextCard.handler(() => readNextCard(db)),
    giveCard: calls.giveCard.handler(({ context, input }) => cards.give(context.actor(), input)),
    returnCard: calls.returnCard.handler(({ context, input }) => cards.takeIn(context.actor(), input)),
    loseCard: calls.loseCard.handler(({ context, input }) => cards.lose(context.actor(), input)),
    putCards: calls.putCards.handler(({ context, input }) => cards.putOnFile(context.actor(), input)),
    withdrawCards: calls.withdrawCards.handler(({ context, input }) =>
      cards.withdraw(context.actor(), input),
    ),
  });
}
