// Visitors 来访登记: who is expected, who is inside, who left, and the pass they carry.
import type { Language } from '../../../api/boot.ts';
import type { CardStock } from '../../../api/turnstile-cards.contract.ts';
import type { Database } from '../../database/database.ts';
import type { Db } from '../../database/handle.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { HistoryNames } from '../history.ts';
import { firstAfter } from '../../shared/moments.ts';
import { documentKind } from '../../shared/document-number.ts';
import type { Register } from '../register.ts';
import { readCardStock } from './cards.queries.ts';
import { createCardsService } from './cards.service.ts';
import { closeForgotten } from './visitors.closing.ts';
import { createDenialsService } from './visitors.denials.ts';
import { createVisitCorrections, type CorrectionsParts } from './visitors.corrections.ts';
import { createEveryoneService } from './visitors.everyone.ts';
import type { EvacuationParts } from './visitors.evacuation.ts';
import type { KnownParts } from './visitors.known.ts';
import { createRevealDocument } from './visitors.reveal.ts';
import { createVisitorsRouter, type VisitorsRouter } from './visitors.router.ts';
import type { StoredVisit } from './visitors.row.ts';
import { createVisitorsService } from './visitors.service.ts';
import { findForSearch } from './visitors.search.store.ts';
import { documentIndexes, visitCard } from './visitors.search.ts';
import { visitorPass } from './visitors.slip.ts';
import {
  findVisit,
  listExpected,
  listOnSite,
  listOpenByDocument,
  visitorsProjector,
} from './visitors.store.ts';
import { cancelWithTenancy, listOpenUnder } from './visitors.tenancy.ts';

export { cardBatchProjector } from './cards.store.ts';
export {
  createVisitCorrections,
  type CorrectionsParts,
  type VisitCorrections,
} from './visitors.corrections.ts';
export type { VisitorsParts } from './visitors.parts.ts';
export { isExpired } from './visitors.rules.ts';
export { createVisitorsService, type VisitorsService } from './visitors.service.ts';
export { visitorsProjector } from './visitors.store.ts';

export interface VisitorsRegisterParts extends CorrectionsParts, EvacuationParts {
  readonly names: HistoryNames;
  /** Visits that a whole document number or phone may belong to, newest first. */
  readonly findVisits: KnownParts['findVisits'];
  /** The place as a slip names it, in a language. */
  readonly placeOf: (language: Language, desk: string) => SlipPlace;
}

export interface VisitorsRegister extends Register {
  readonly name: 'visitors';
  readonly router: VisitorsRouter;
  /** Closes visits that nobody answered for; answers how many. Called as time goes by. */
  closeForgotten(): number;
  /** Every turnstile card: in the drawer, or where it is. The handover counts against it. */
  cardStock(db: Db): CardStock;
  /** Who came, for what is found by it elsewhere; null where there is no such visit. */
  personOf(db: Db, visit: number): Pick<StoredVisit, 'documentIndex' | 'phone'> | null;
  /** The open visit of whoever's card lies on the reader: on site before expected. */
  openVisitOf(
    database: Database,
    document: { readonly type: StoredVisit['documentType']; readonly number: string },
  ): {
    readonly id: number;
    readonly state: 'on_site' | 'expected';
  } | null;
}

export function createVisitorsRegister(parts: VisitorsRegisterParts): VisitorsRegister {
  const service = createVisitorsService(parts);
  return {
    name: 'visitors',
    closeForgotten: () => closeForgotten(parts),
    projector: visitorsProjector,
    router: createVisitorsRouter({
      ...parts,
      projection: parts.journal.projection,
      tools: parts.journal.projection.tools,
      service,
      corrections: createVisitCorrections(parts),
      denials: createDenialsService(parts),
      everyone: createEveryoneService(parts),
      cards: createCardsService(parts),
      reveal: createRevealDocument(parts),
    }),
    slip(db, { record, kind, language, reprint }) {
      const visit = kind === 'visitPass' ? findVisit(db, record) : undefined;
      // Who has left needs no pass, however long the printer was away.
      if (!visit || visit.name === null || visit.state !== 'on_site') return null;
      return visitorPass(visit, parts.placeOf(language, visit.desk), language, reprint);
    },
    numberOf: (db, record) => findVisit(db, record)?.number ?? null,
    searchCard(db, record) {
      const visit = findForSearch(db, record);
      return visit ? visitCard(visit, parts.calendar) : null;
    },
    cardStock: readCardStock,
    openItems: (db) => [...listOnSite(db), ...listExpected(db)].map(({ id }) => id),
    turnsAt: (db, after) =>
      firstAfter(
        after,
        listOnSite(db).map(({ validUntil }) => validUntil && validUntil + 1),
      ),
    openUnder: listOpenUnder,
    closeWithTenancy: cancelWithTenancy,
    lending: null,
    blindIndexes: (number) => documentIndexes(number, parts.journal.projection.tools),
    personOf: (db, visit) => findVisit(db, visit) ?? null,
    openVisitOf(database, { type, number }) {
      const index = parts.journal.projection.tools.blindIndex(documentKind(type), number);
      const [open] = listOpenByDocument(database.db, index);
      if (open?.state !== 'on_site' && open?.state !== 'expected') return null;
      return { id: open.id, state: open.state };
    },
  };
}
