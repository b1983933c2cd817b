// A serial cable for one test: laid in a folder of its own, pulled and swept away when the test is over.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { layPtyCable } from '../../electron/backend/devices/simulator/pty.ts';
import type { PtyCable } from '../../electron/backend/devices/simulator/pty.ts';

/** Lays a cable between two pseudo terminals. Call it in a test, not outside. */
export async function cableForTest(): Promise<PtyCable> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-pty-'));
  const cable = await layPtyCable(folder);
  onTestFinished(async () => {
    await cable.unplug();
    await rm(folder, { recursive: true, force: true });
  });
  return cable;
}
