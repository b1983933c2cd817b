// What sealing costs: the same registration through the same journal, with the personal half as plain JSON.
import { z } from 'zod';
import type { Command } from '../../electron/backend/journal/command.ts';
import type { EventCatalogue } from '../../electron/backend/journal/events.ts';
import { openJournal, type Journal } from '../../electron/backend/journal/journal.ts';
import { projector, type AnyProjector } from '../../electron/backend/journal/projector.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { visitorsProjector } from '../../electron/backend/registers/visitors/index.ts';
import type { JsonObject } from '../../head-office/protocol/wire.ts';
import { actor, openBenchDesk, type BenchDesk } from './desk.ts';
import { median, side, takeTurns, type Measure } from './measure.ts';
import { nextVisitor } from './people.ts';

const ROUNDS = 1000;

const anyObject = z.custom<JsonObject>();
const plainEvents = {
  'plainvisit.arrived': { version: 1, body: z.object({ open: anyObject, shut: anyObject }), sealed: null },
} as const satisfies EventCatalogue;

/** Folds into the same rows by the same rules; no blind index, since nothing is hidden. */
const plainProjector: AnyProjector = projector({
  noun: 'plainvisit',
  catalogue: plainEvents,
  fold(state: unknown, event) {
    const { open, shut } = event.body;
    const arrived = { ...event, type: 'visit.arrived', body: open, sealed: shut };
    return visitorsProjector.fold(state, arrived, { blindIndex: (_, value) => value });
  },
  load: (db, id) => visitorsProjector.load(db, id),
  save: (tx, id, state, before) => visitorsProjector.save(tx, id, state, before),
  remove: (tx, id) => visitorsProjector.remove(tx, id),
});

export const sealing: Measure = {
  name: 'sealing',
  async run(bench) {
    const desk = openBenchDesk(await bench.copyOf(bench.rows));
    const plain = desk.serviceOver(plainJournal(desk));
    const form = () => {
      desk.clock.advance(1000);
      return nextVisitor({ printPass: false, anotherPerson: false });
    };
    const turns = takeTurns(
      {
        sealed: side(form, (input) => desk.service.register(actor, input)),
        plain: side(form, (input) => plain.register(actor, input)),
      },
      ROUNDS,
    );
    await desk.backend.close();
    const [value, peerValue] = [median(turns.sealed), median(turns.plain)];
    return [
      {
        ...{ measure: 'register, sealed, middle', value, unit: 'ms', peer: 'the same unsealed', peerValue },
        ...{ ratio: peerValue / value, target: { of: 'ratio', atLeast: 0.9 } },
      },
    ];
  },
};

/** The same journal, but what would be sealed goes into the open half. */
function plainJournal({ backend, clock, random, parts }: BenchDesk): Journal {
  const { database, secrets } = backend;
  const projectors = [...PROJECTORS, plainProjector];
  const journal = openJournal({ database, secrets, clock, random, calendar: parts.calendar, projectors });
  const openly = (command: Command): Command => ({
    ...command,
    append(_, record, event) {
      const body = { open: event.body, shut: event.sealed ?? {} };
      return command.append(plainEvents, record, { type: 'plainvisit.arrived', body, sealed: null });
    },
  });
  return {
    ...journal,
    projection: { ...journal.projection, tools: { blindIndex: (_, value) => value } },
    command: (id, author, work) => journal.command(id, author, (command) => work(openly(command))),
  };
}
