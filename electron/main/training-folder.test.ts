// Starting over throws practice away, and nothing that was not practice.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DATABASE_FILE } from '../api/boot.ts';
import {
  clearTrainingFolder,
  markTrainingFolder,
  NotATrainingFolder,
  refuseTrainingFolder,
  TRAINING_MARK,
  TrainingFolderOnly,
} from './training-folder.ts';

let root: string;
let folder: string;
let key: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-training-folder-'));
  folder = join(root, 'desk-training');
  key = join(root, 'keys', 'training.key');
  mkdirSync(join(root, 'keys'));
  mkdirSync(folder);
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('what was practised goes with its key, and the folder is ready to begin again', async () => {
  await markTrainingFolder(folder);
  for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`, 'head.json', 'backend.log']) {
    writeFileSync(join(folder, name), 'practice');
  }
  mkdirSync(join(folder, 'backups'));
  writeFileSync(key, 'key');
  await clearTrainingFolder(folder, key);
  expect(readdirSync(folder)).toEqual([TRAINING_MARK]);
  expect(existsSync(key)).toBe(false);
});

test("a real desk's database that lies there is neither opened for practice nor thrown away", async () => {
  writeFileSync(join(folder, DATABASE_FILE), 'real');
  writeFileSync(key, 'key');
  await expect(markTrainingFolder(folder)).rejects.toThrow(NotATrainingFolder);
  await expect(clearTrainingFolder(folder, key)).rejects.toThrow(NotATrainingFolder);
  expect(readFileSync(join(folder, DATABASE_FILE), 'utf8')).toBe('real');
  expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  expect(existsSync(key)).toBe(true);
});

test('a folder that is not there yet is made with its mark, and going on changes nothing in it', async () => {
  await clearTrainingFolder(join(root, 'new'), key);
  await markTrainingFolder(join(root, 'new'));
  writeFileSync(join(root, 'new', DATABASE_FILE), 'practice');
  await markTrainingFolder(join(root, 'new'));
  expect(readdirSync(join(root, 'new')).toSorted()).toEqual([DATABASE_FILE, TRAINING_MARK]);
});

test('a folder with files of somebody else is not marked, so that starting over cannot throw them away', async () => {
  writeFileSync(join(folder, '培训手册.pdf'), 'theirs');
  await expect(markTrainingFolder(folder)).rejects.toThrow(NotATrainingFolder);
  await clearTrainingFolder(folder, key);
  expect(readdirSync(folder)).toEqual(['培训手册.pdf']);
});

test('no desk is opened on practice data', async () => {
  refuseTrainingFolder(folder);
  await markTrainingFolder(folder);
  expect(() => refuseTrainingFolder(folder)).toThrow(TrainingFolderOnly);
});
