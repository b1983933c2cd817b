// `npm run pictures`: the README's pictures from the demo that has just run, the manual's from training mode.
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { takeManualPictures } from './manual-pictures.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DEMO = join(ROOT, 'demo-output');
const PICTURES = join(ROOT, 'resources', 'pictures');
const MANUAL = join(PICTURES, 'manual');

/** The README's name of each picture, and which of the demo's it is. */
const CHOICE: Readonly<Record<string, string>> = {
  'visitors-zh.png': 'screens/02-on-site.zh-CN.light.png',
  'card-zh.png': 'screens/03-by-card.zh-CN.light.png',
  'history-en.png': 'screens/10-history.en.dark.png',
  'pass-zh.png': 'passes/slip-0001.png',
};

const tell = (path: string): boolean => process.stdout.write(`${relative(ROOT, path)}\n`);

async function takeReadme(): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  for (const [name, from] of Object.entries(CHOICE)) {
    await copyFile(join(DEMO, from), join(PICTURES, name));
    tell(join(PICTURES, name));
  }
}

async function takeManual(): Promise<void> {
  // Beside first: where one cannot be taken, the old ones stay.
  const taken = `${MANUAL}.new`;
  await rm(taken, { recursive: true, force: true });
  try {
    for (const language of LANGUAGES) {
      for (const name of await takeManualPictures(taken, language)) tell(join(MANUAL, language, name));
    }
    await rm(MANUAL, { recursive: true, force: true });
    await rename(taken, MANUAL);
  } finally {
    await rm(taken, { recursive: true, force: true });
  }
}

// `--manual` alone needs no demo to have run.
if (!process.argv.includes('--manual')) await takeReadme();
await takeManual();
