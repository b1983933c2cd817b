// Random days at one or several desks: what a property test plays, refusals included.
import fc from 'fast-check';
import type { z } from 'zod';
import { amendForm, expectedForm, visitorForm } from '../../electron/api/visit-forms.ts';
import { PURPOSES } from '../../electron/api/visit-states.ts';
import type { Backend } from '../../electron/backend/compose.ts';
import type { Author } from '../../electron/backend/journal/append.ts';
import { createPolicyReader } from '../../electron/backend/policies/policies.reader.ts';
import {
  createVisitCorrections,
  createVisitorsService,
  type CorrectionsParts,
  type VisitCorrections,
  type VisitorsService,
} from '../../electron/backend/registers/visitors/index.ts';
import {
  createCardsService,
  type CardsService,
} from '../../electron/backend/registers/visitors/cards.service.ts';
import {
  createEveryoneService,
  type EveryoneService,
} from '../../electron/backend/registers/visitors/visitors.everyone.ts';
import type { StoredVisit } from '../../electron/backend/registers/visitors/visitors.row.ts';
import { typedVisits } from '../../electron/backend/registers/visitors/visitors.store.ts';
import { residentCheckCharacter } from '../../electron/backend/shared/document-number.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { Refusal } from '../../electron/backend/shared/refusal.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import type { TestClock } from './desk.ts';
import { uuidv7 } from './ids.ts';
import { announced, walkIn } from './visits.ts';

const kinds = [
  ...(['register', 'expect', 'arrive', 'leave', 'reopen', 'cancel', 'reprint', 'erase'] as const),
  ...(['amend', 'extend', 'takeBack', 'void', 'close', 'everyoneOut', 'everyoneBack'] as const),
  ...(['putCards', 'giveCard', 'returnCard', 'loseCard'] as const),
] as const;

export interface Step {
  readonly kind: (typeof kinds)[number];
  /** Chooses the person of a new visit, or the visit that is acted on. */
  readonly who: number;
  /** Minutes before it happens. */
  readonly wait: number;
  /** Which of several desks acts. */
  readonly desk?: number;
  /** Whether the desks exchange what they wrote before it. */
  readonly sync?: boolean;
}

/** A history of up to forty steps; most of them act on visits that exist. */
export const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds, 'register' as const, 'register' as const, 'leave' as const),
    who: fc.nat(11),
    wait: fc.nat(90),
    desk: fc.nat(2),
    sync: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

/** The backend and the clock of whatever desk plays. */
export interface Player {
  readonly backend: Backend;
  readonly clock: TestClock;
}

const services = new WeakMap<Backend, Services>();

interface Services {
  readonly visitors: VisitorsService;
  readonly corrections: VisitCorrections;
  readonly everyone: EveryoneService;
  readonly cards: CardsService;
}

function servicesOf({ backend, clock }: Player): Services {
  const known = services.get(backend);
  if (known) return known;
  const calendar = createCalendar('Asia/Shanghai');
  const parts: CorrectionsParts = {
    ...{ database: backend.database, journal: backend.journal, clock },
    random: seededRandom(backend.journal.id),
    calendar: () => calendar,
    hours: () => ({ closes: '20:00' }),
    unitText: () => null,
    slips: { enqueue: () => 0, wake: () => {} },
    policies: createPolicyReader(backend.database.db),
    unitExists: () => true,
    contactExists: () => true,
    staffExists: () => true,
    approvals: { use: () => null, spend: () => {} },
  };
  const made = {
    visitors: createVisitorsService(parts),
    corrections: createVisitCorrections(parts),
    everyone: createEveryoneService(parts),
    cards: createCardsService(parts),
  };
  services.set(backend, made);
  return made;
}

/** Plays one step. The rules may refuse it; anything else that goes wrong fails the test. */
export function playStep(player: Player, { kind, who, wait }: Step): void {
  player.clock.advance(wait * 60_000);
  const { visitors: service, corrections, everyone, cards } = servicesOf(player);
  const { journal, database } = player.backend;
  const author: Author = { actor: 'staff', staff: null, approver: null, shift: null, desk: 'L1' };
  const actor = { author, language: 'zh-CN', role: 'supervisor' } as const;
  const visit = pick(
    typedVisits.newest(database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 12 }),
    who,
  );
  const commandId = uuidv7();
  const now = player.clock.now();
  const acts: Record<Step['kind'], () => unknown> = {
    register: () => service.register(actor, { ...person(who), commandId }),
    expect: () => service.expect(actor, expected(now, commandId)),
    arrive: () => visit && service.arrive(actor, { ...person(who), commandId, visit: visit.id }),
    leave: () =>
      visit && service.leave(actor, { commandId, visit: visit.id, way: wayOf(who), card: cardOf(who) }),
    reopen: () => visit && service.reopen(actor, { commandId, visit: visit.id }),
    cancel: () => visit && service.cancel(actor, { commandId, visit: visit.id }),
    reprint: () => visit && service.reprint(actor, { commandId, visit: visit.id }),
    amend: () => visit && corrections.amend(actor, { ...amendment(who + 1), commandId, visit: visit.id }),
    extend: () =>
      visit && corrections.extend(actor, { commandId, visit: visit.id, validUntil: now + 60_000 }),
    takeBack: () => visit && corrections.takeBack(actor, { commandId, visit: visit.id }),
    void: () =>
      visit && corrections.voidVisit(actor, { commandId, visit: visit.id, reason: '测试', approval: null }),
    everyoneOut: () => everyone.out(actor, { commandId, only: null }),
    everyoneBack: () => everyone.back(actor, { commandId, at: visit?.evacuatedAt ?? 0 }),
    putCards: () => cards.putOnFile(actor, { commandId, first: '001', last: '003' }),
    giveCard: () => visit && cards.give(actor, { commandId, visit: visit.id, card: String(1 + (who % 3)) }),
    returnCard: () => visit && cards.takeIn(actor, { commandId, visit: visit.id }),
    loseCard: () => visit && cards.lose(actor, { commandId, visit: visit.id }),
    close: () => player.backend.registers.visitors.closeForgotten(),
    erase: () => visit && journal.system(author, (command) => command.erase(visit.id, 'term')),
  };
  try {
    acts[kind]();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function wayOf(who: number): 'list' | 'timeUnknown' {
  return who % 4 === 0 ? 'timeUnknown' : 'list';
}

function cardOf(who: number): 'returned' | 'kept' {
  return who % 2 === 0 ? 'returned' : 'kept';
}

function expected(now: number, commandId: string) {
  return { ...expectedForm.parse(announced(now, now + 60_000)), commandId };
}

function pick(visits: readonly StoredVisit[], who: number): StoredVisit | undefined {
  return visits.length === 0 ? undefined : visits[who % visits.length];
}

/** One of a dozen invented people, some without a document. */
function person(who: number): z.output<typeof visitorForm> {
  const first17 = `1101011990030700${String(who)[0]}`.padEnd(17, '3');
  const documented = who % 3 !== 0;
  const form = walkIn({
    name: `测试人${who}`,
    purpose: PURPOSES[who % PURPOSES.length] ?? 'other',
    documentType: documented ? 'residentId' : 'none',
    documentNumber: documented ? `${first17}${residentCheckCharacter(first17)}` : null,
    verifiedBy: documented ? 'card' : 'hostVouched',
    origins: { name: 'card' },
  });
  return visitorForm.parse(form);
}

function amendment(who: number): z.output<typeof amendForm> {
  const { documentType: type, documentNumber: number, documentEnd: end, verifiedBy, ...form } = person(who);
  return amendForm.parse({ ...form, document: who % 2 === 0 ? { type, number, end, verifiedBy } : null });
}
