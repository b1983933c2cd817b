// What must hold of a desk after whatever happened to it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import type { TestDesk } from './desk.ts';

/** The journals verify, a rebuild of every table gives the live ones, and no mending was left half done. */
export function expectWhole({ backend, databasePath, folder }: TestDesk): void {
  expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
  expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
  expect(existsSync(join(folder, 'mend.new'))).toBe(false);
}
