// For information: how fast a chain is verified and the tables are compared with a rebuild, at a tenth of the rows.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { iterateJournal } from '../../electron/backend/journal/journal.store.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { verifyChain, type ChainStart, type Link } from '../../head-office/protocol/chain.ts';
import { openBenchDesk } from './desk.ts';
import { median, takeTurns, type Measure, type Row } from './measure.ts';

const ROUNDS = 3;
const BATCH = 500;

export const journalSpeed: Measure = {
  name: 'journal-speed',
  async run(bench) {
    const folder = await bench.copyOf(Math.round(bench.rows / 10));
    const { backend } = openBenchDesk(folder);
    const { db } = backend.database;
    const { id, projection } = backend.journal;
    const links = [...iterateJournal(db, id)];
    const turns = takeTurns(
      {
        verify: { work: () => insist(verifyJournals(db).ok, 'the chain breaks') },
        batches: { work: () => verifyInBatches(id, links) },
        rebuild: {
          work: () =>
            insist(checkViews(join(folder, DATABASE_FILE), projection).outcome === 'equal', 'views differ'),
        },
      },
      ROUNDS,
      0,
    );
    await backend.close();
    const speed = (measure: string, ms: number): Row => ({
      ...{ measure, value: (links.length * 1000) / ms, unit: 'events/s' },
      ...{ peer: `${links.length} in ${Math.round(ms)} ms`, peerValue: null, ratio: null, target: null },
    });
    return [
      speed('verify the journal in the file', median(turns.verify)),
      speed(`verify a chain in batches of ${BATCH}, as on arrival`, median(turns.batches)),
      speed('compare all tables with a rebuild', median(turns.rebuild)),
    ];
  },
};

function verifyInBatches(journal: number, links: readonly Link[]): void {
  let after: ChainStart | undefined;
  for (let at = 0; at < links.length; at += BATCH) {
    const state = verifyChain(journal, links.slice(at, at + BATCH), after);
    if (!state.ok) throw new Error('the chain breaks');
    after = state;
  }
}

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the filled database is not whole: ${what}`);
}
