// A filled data folder, kept between runs in the temporary folder until what its rows look like changes.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** `shape`: the files that say what the rows look like. `fill` makes the folder whole, or it is made anew next time. */
export async function keptFolder(kept: {
  readonly name: string;
  readonly shape: readonly string[];
  readonly say: (line: string) => void;
  readonly fill: (folder: string) => Promise<void>;
}): Promise<string> {
  const shape = createHash('sha256');
  for (const file of kept.shape.flatMap((pattern) => globSync(pattern, { cwd: ROOT }).toSorted())) {
    shape.update(readFileSync(join(ROOT, file)));
  }
  const folder = join(tmpdir(), `foyer-bench-${kept.name}-${shape.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  kept.say(`filling ${folder}, once`);
  await kept.fill(part);
  renameSync(part, folder);
  return folder;
}
