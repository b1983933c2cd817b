// Keys' calls: the contract's shapes in, the service's answers out.
import { readHistory } from '../history.ts';
import { implementer } from '../../router-base.ts';
import { phonesFor } from '../../shared/masked-phone.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { keyCareHandlers } from './key-care.router.ts';
import type { KeyCalls } from './key-loans.calls.ts';
import type { KeyCorrections } from './key-loans.corrections.ts';
import type { KeyLoansService } from './key-loans.service.ts';
import { changesOfKeys } from './keys.history.ts';
import type { KeyFinder } from './keys.finder.ts';
import { judgeForm } from './keys.checks.ts';
import type { KeysParts } from './keys.parts.ts';
import {
  countKeys,
  listLoans,
  readCabinet,
  readKey,
  readLoan,
  toKeyRow,
  type Moment,
} from './keys.queries.ts';
import type { KeysService } from './keys.service.ts';

export interface KeysRouterParts extends KeysParts {
  readonly service: KeysService;
  readonly loans: KeyLoansService;
  readonly corrections: KeyCorrections;
  readonly followUps: KeyCalls;
  readonly find: KeyFinder;
}

/** Whose history this register tells. */
const NOUNS = ['key', 'key_loan', 'key_case', 'key_stocktake'];

export type KeysRouter = ReturnType<typeof createKeysRouter>;

export function createKeysRouter(parts: KeysRouterParts) {
  const { service, loans, corrections, clock, policies, names, find, followUps } = parts;
  const { db } = parts.database;
  const calls = implementer.keys;
  const moment = ({ author, role }: Actor): Moment => ({
    now: clock.now(),
    soonMinutes: policies.value('followUp.dueSoonMinutes'),
    phones: phonesFor(role),
    staff: author.staff,
  });
  return calls.router({
    ...keyCareHandlers(parts),
    lend: calls.lend.handler(({ context, input }) => loans.lend(context.actor(), input)),
    lendEmergency: calls.lendEmergency.handler(({ context, input }) =>
      loans.lendEmergency(context.actor(), input),
    ),
    judge: calls.judge.handler(({ context, input }) => {
      const { author, role } = context.actor();
      return judgeForm(parts, db, { ...input, desk: author.desk, phones: phonesFor(role) });
    }),
    return: calls.return.handler(({ context, input }) => service.return(context.actor(), input)),
    scan: calls.scan.handler(({ context, input }) => service.scan(context.actor(), input)),
    reopen: calls.reopen.handler(({ context, input }) => corrections.reopen(context.actor(), input)),
    extend: calls.extend.handler(({ context, input }) => corrections.extend(context.actor(), input)),
    takeBack: calls.takeBack.handler(({ context, input }) => corrections.takeBack(context.actor(), input)),
    void: calls.void.handler(({ context, input }) => corrections.voidLoan(context.actor(), input)),
    amend: calls.amend.handler(({ context, input }) => corrections.amend(context.actor(), input)),
    reprint: calls.reprint.handler(({ context, input }) => loans.reprint(context.actor(), input)),
    followUpTargets: calls.followUpTargets.handler(({ context, input }) =>
      followUps.targets(db, input.loan, phonesFor(context.roleNow())),
    ),
    followUp: calls.followUp.handler(({ context, input }) => followUps.call(context.actor(), input)),
    transfer: calls.transfer.handler(({ context, input }) => service.transfer(context.actor(), input)),
    desks: calls.desks.handler(() => [...parts.placesOnFile(db).desks]),
    arrive: calls.arrive.handler(({ context, input }) => service.arrive(context.actor(), input)),
    list: calls.list.handler(({ context, input }) => listLoans(db, input, moment(context.actor()))),
    cabinet: calls.cabinet.handler(({ context }) => readCabinet(db, moment(context.actor()))),
    find: calls.find.handler(({ context, input: { text, limit } }) => {
      const actor = context.actor();
      return find(text, limit, actor.author.desk).map((key) => toKeyRow(key, moment(actor)));
    }),
    get: calls.get.handler(({ context, input }) =>
      found('key_loan', readLoan(db, input.loan, moment(context.actor()), followUps)),
    ),
    key: calls.key.handler(({ context, input }) =>
      found('key', readKey(db, input.key, moment(context.actor()))),
    ),
    history: calls.history.handler(({ input }) =>
      readHistory(db, input.record, names, NOUNS, {
        projection: parts.journal.projection,
        changesOf: (step) => changesOfKeys(parts, db, step),
      }),
    ),
    counts: calls.counts.handler(({ context }) => countKeys(db, moment(context.actor()))),
  });
}

function found<T>(what: string, value: T | undefined): T {
  if (value === undefined) throw new Refusal('NOT_FOUND', { what });
  return value;
}
