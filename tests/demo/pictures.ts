// `npm run pictures`: takes the README's pictures from the demo that has just run. Nobody draws them by hand.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const DEMO = join(ROOT, 'demo-output');
const PICTURES = join(ROOT, 'resources', 'pictures');

/** The README's name of each picture, and which of the demo's it is. */
const CHOICE: Readonly<Record<string, string>> = {
  'visitors-zh.png': 'screens/02-on-site.zh-CN.light.png',
  'card-zh.png': 'screens/03-by-card.zh-CN.light.png',
  'history-en.png': 'screens/10-history.en.dark.png',
  'pass-zh.png': 'passes/slip-0001.png',
};

await mkdir(PICTURES, { recursive: true });
for (const [name, from] of Object.entries(CHOICE)) {
  await copyFile(join(DEMO, from), join(PICTURES, name));
  process.stdout.write(`resources/pictures/${name}\n`);
}
