// The folder of training mode: marked, so that nothing but practice is ever thrown away.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE_FILE } from '../api/boot.ts';

/** Stands in every training folder, and in no other. */
export const TRAINING_MARK = 'training.txt';

const WORDS =
  'Practice data of the training mode. The program throws this folder away when somebody starts over.\n';

/** Something lies here that training mode did not put there. It is left as it is. */
export class NotATrainingFolder extends Error {
  override readonly name = 'NotATrainingFolder';

  constructor() {
    super('The folder of training mode holds files that were not made for training. Nothing was touched.');
  }
}

/** A real desk was to be opened on practice data, which somebody throws away one day. Nothing was touched. */
export class TrainingFolderOnly extends Error {
  override readonly name = 'TrainingFolderOnly';

  constructor() {
    super('This data folder belongs to training mode. Choose another one. Nothing was touched.');
  }
}

/** Throws TrainingFolderOnly where a folder is marked; nothing but training is opened there. */
export function refuseTrainingFolder(folder: string): void {
  if (existsSync(join(folder, TRAINING_MARK))) throw new TrainingFolderOnly();
}

/** Marks a folder before anything is put into it. Rejects with NotATrainingFolder. */
export async function markTrainingFolder(folder: string): Promise<void> {
  const mark = join(folder, TRAINING_MARK);
  if (existsSync(mark)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Whatever lies in a marked folder goes when somebody starts over, so only an empty one is marked.
  if ((await readdir(folder)).length > 0) throw new NotATrainingFolder();
  await writeFile(mark, WORDS, { flag: 'wx' });
}

/**
 * Empties a marked folder and forgets its key; no backend may be running on it. Does nothing where there is no
 * database; rejects with NotATrainingFolder where there is one and no mark.
 */
export async function clearTrainingFolder(folder: string, keyFile: string): Promise<void> {
  if (!existsSync(join(folder, TRAINING_MARK))) {
    if (existsSync(join(folder, DATABASE_FILE))) throw new NotATrainingFolder();
    return;
  }
  // The mark goes last: what a crash leaves behind can be cleared again.
  const names = (await readdir(folder)).filter((name) => name !== TRAINING_MARK);
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  await rm(keyFile, { force: true });
}
