// What the desk does while it is being killed: registers, lets leave, prints again, gives cards, and notes what it was told.
import type { ApiClient } from '../../electron/api/contract.ts';
import type { Random } from '../../electron/backend/shared/random.ts';
import { uuidv7 } from '../support/ids.ts';
import { announced } from '../support/visits.ts';
import { visitor } from '../bench/people.ts';
import type { Sent } from './ledger.rules.ts';

/** A command in the ledger, and how to send it (again). */
interface Command {
  sent: Sent;
  readonly send: (api: ApiClient) => Promise<Readonly<Record<string, unknown>>>;
  /** What the visit is once it is done; null where that does not change. */
  readonly state: VisitState | null;
}

/** Turnstile cards that the desk has, from this number to that one. */
export const CARDS = { first: '001', last: '400' };

type VisitState = 'on_site' | 'left' | 'expected';

export interface DeskDay {
  readonly ledger: () => readonly Sent[];
  /** Works until a call gets no answer any more. */
  work(api: ApiClient, dead: Promise<never>): Promise<void>;
  /** Sends what got no answer once more, by the same command id. Answers how many there were. */
  repeat(api: ApiClient): Promise<number>;
}

export function createDeskDay(random: Random): DeskDay {
  const commands: Command[] = [];
  const visits = new Map<number, VisitState>();
  /** Who has which card; one is given once only, so that two hands never ask for the same. */
  const holders = new Map<number, string>();
  let people = 0;

  let cards = Number(CARDS.first);

  const oneOf = (state: VisitState, withCard: boolean | null = null): number | null => {
    const busy = new Set(commands.slice(-20).flatMap(({ sent }) => (sent.answer ? [] : [sent.visit])));
    const found = [...visits].filter(
      ([visit, is]) =>
        is === state && !busy.has(visit) && (withCard === null || holders.has(visit) === withCard),
    );
    return found[random.below(Math.max(1, found.length))]?.[0] ?? null;
  };
  const form = (commandId: string) => {
    people += 1;
    const documented = random.below(2) === 0;
    return {
      ...visitor(people, { printPass: random.below(3) === 0 }),
      ...(documented ? {} : { documentType: 'none' as const, documentNumber: null }),
      ...(documented ? {} : { verifiedBy: 'hostVouched' as const }),
      commandId,
    };
  };

  function next(): Command {
    const commandId = uuidv7();
    const make = (
      kind: Sent['kind'],
      visit: number | null,
      state: VisitState | null,
      send: Command['send'],
      card: string | null = null,
    ): Command => ({ sent: { commandId, kind, visit, card, answer: null }, send, state });
    const input = form(commandId);
    const dice = random.below(100);
    const inside = oneOf('on_site');
    const left = oneOf('left');
    const expected = oneOf('expected');
    if (dice < 25 && inside !== null)
      return make('leave', inside, 'left', (api) =>
        api.visitors.leave({ commandId, visit: inside, way: 'list', card: 'kept' }),
      );
    if (dice < 30 && inside !== null)
      return make('reprint', inside, null, (api) => api.visitors.reprint({ commandId, visit: inside }));
    if (dice < 35 && left !== null && visits.size < 50)
      return make('reopen', left, 'on_site', (api) => api.visitors.reopen({ commandId, visit: left }));
    if (dice < 40) {
      const from = Date.now();
      const announcement = { ...announced(from, from + 3_600_000), commandId };
      return make('expect', null, 'expected', (api) => api.visitors.expect(announcement));
    }
    if (dice < 45 && expected !== null)
      return make('arrive', expected, 'on_site', (api) => api.visitors.arrive({ ...input, visit: expected }));
    const bare = oneOf('on_site', false);
    if (dice < 55 && bare !== null && cards <= Number(CARDS.last)) {
      const card = String(cards++).padStart(CARDS.first.length, '0');
      const give: Command['send'] = (api) => api.visitors.giveCard({ commandId, visit: bare, card });
      return make('giveCard', bare, null, give, card);
    }
    const holder = oneOf('on_site', true);
    if (dice < 60 && holder !== null) {
      const takeIn: Command['send'] = (api) => api.visitors.returnCard({ commandId, visit: holder });
      return make('returnCard', holder, null, takeIn, holders.get(holder) ?? null);
    }
    return make('register', null, 'on_site', (api) => api.visitors.register(input));
  }

  async function settle(command: Command, api: ApiClient, dead: Promise<never>): Promise<void> {
    const answer = await Promise.race([command.send(api), dead]);
    const visit = Number(answer['id']);
    command.sent = { ...command.sent, visit, answer };
    if (command.state) visits.set(visit, command.state);
    const { kind, card } = command.sent;
    if (kind === 'giveCard' && card !== null) holders.set(visit, card);
    if (kind === 'returnCard') holders.delete(visit);
  }

  return {
    ledger: () => commands.map(({ sent }) => sent),
    async work(api, dead) {
      for (;;) {
        const command = next();
        commands.push(command);
        await settle(command, api, dead);
      }
    },
    async repeat(api) {
      const open = commands.filter(({ sent }) => sent.answer === null);
      const never = Promise.withResolvers<never>().promise;
      for (const command of open) await settle(command, api, never);
      return open.length;
    },
  };
}
