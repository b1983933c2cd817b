// After an evacuation: everyone inside is marked out in one command, and exactly those can be marked back.
import type { Tx } from '../../database/handle.ts';
import type { visitErrors } from '../../../api/visit-states.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { visitEvents } from './visitors.events.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import { CLEARED_MS } from './visitors.rules.ts';
import type { StoredVisit } from './visitors.row.ts';
import { listEvacuated, listOnSite, listOpenAlike } from './visitors.store.ts';

const refuse = refusals<typeof visitErrors>();

export type EveryoneService = ReturnType<typeof createEveryoneService>;

/** Each is one transaction: all of them or none. Two thousand people take well under a second. */
export function createEveryoneService({ journal, clock }: VisitorsParts) {
  /** `only` narrows it to those a mistaken return had brought back; who is not on site any more is passed over. */
  function out(
    actor: Actor,
    input: { readonly commandId: string; readonly only: readonly number[] | null },
  ): { at: number; visits: number[] } {
    return journal.command({ action: 'visitors.everyoneOut', input }, actor.author, (command) => {
      const at = clock.now();
      const only = input.only && new Set(input.only);
      const inside = listOnSite(command.tx).filter(({ id }) => only === null || only.has(id));
      for (const visit of inside) {
        const body = { way: 'evacuation' as const };
        command.append(
          visitEvents,
          visit.id,
          { type: 'visit.left', happenedAt: at, body, sealed: null },
          visit,
        );
      }
      return { at, visits: inside.map(({ id }) => id) };
    });
  }

  /** Within a day; after that nobody stands at the assembly point. Whoever has come back meanwhile under a visit of their own is passed over: nobody is on site twice. */
  function back(
    actor: Actor,
    input: { readonly commandId: string; readonly at: number },
  ): { visits: number[] } {
    return journal.command({ action: 'visitors.everyoneBack', input }, actor.author, (command) => {
      if (clock.now() - input.at > CLEARED_MS) throw refuse('TOO_LATE', undefined);
      const visits: number[] = [];
      for (const visit of listEvacuated(command.tx, input.at)) {
        if (isInside(command.tx, visit)) continue;
        command.append(visitEvents, visit.id, { type: 'visit.reopened', body: {}, sealed: null }, visit);
        visits.push(visit.id);
      }
      return { visits };
    });
  }

  return { out, back };
}

/** By document; where one of the two visits has none, by name and phone together. */
function isInside(tx: Tx, { documentType, documentIndex, name, phone }: StoredVisit): boolean {
  return listOpenAlike(tx, { documentType, documentIndex, name, phone }).some((visit) => {
    if (visit.state !== 'on_site') return false;
    if (documentIndex !== null && visit.documentIndex !== null) return visit.documentIndex === documentIndex;
    return name !== null && phone !== null && visit.name === name && visit.phone === phone;
  });
}
