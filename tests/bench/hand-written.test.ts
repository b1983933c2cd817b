// A peer that does less than the product would make the product look slow, one that does other things would say nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { furnish } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openBenchDesk } from './desk.ts';
import { handWritten } from './hand-written.ts';
import { visitor } from './people.ts';

test('what the hand-written peer leaves behind is what the journal would fold, row by row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-peer-'));
  try {
    const desk = openBenchDesk(folder);
    const { backend } = desk;
    const places = await furnish(backend, desk.random);
    const peer = handWritten(desk);
    const asked = { anotherPerson: false };
    const first = peer.register(visitor(1, { ...asked, units: [places.unit], host: places.host }));
    peer.register(visitor(2, { documentType: 'none', documentNumber: null, phone: null, printPass: false }));
    const again = { ...visitor(1, asked), documentType: 'none', documentNumber: null } as const;
    expect(() => peer.register(again)).toThrow('may be here');
    peer.leave({ commandId: uuidv7(), visit: first.id });
    expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
    expect(checkViews(join(folder, DATABASE_FILE), backend.journal.projection).outcome).toBe('equal');
    const jobs = backend.database.db.connection.prepare('SELECT record, state FROM print_job').all();
    expect(jobs).toEqual([{ record: first.id, state: 'queued' }]);
    await backend.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
