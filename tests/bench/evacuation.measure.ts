// The evacuation list with a full tower inside: the backend's answer, and from the key to the painted list.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright';
import { keyFile } from '../../electron/main/folders.ts';
import { buildAll } from '../../electron/tools/build.ts';
import { furnish, MINUTE, openWindow, TEST_KEY } from '../support/desk.ts';
import { launchApp } from '../support/launch-app.ts';
import { actor, openBenchDesk, type BenchDesk } from './desk.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';
import { nextVisitor } from './people.ts';

const INSIDE = 2000;
const ANSWERS = 50;
const PAINTINGS = 15;
/** registers.md: the list is there within two seconds. */
const LONGEST_MS = 2000;

export const evacuation: Measure = {
  name: 'evacuation',
  async run(bench) {
    const years = openBenchDesk(await bench.copyOf(bench.rows));
    const { api, close } = openWindow(years.backend);
    const before = people(await api.visitors.evacuation());
    letIn(years, INSIDE - before);
    const answers: number[] = [];
    for (let n = 0; n < ANSWERS; n += 1) {
      const began = performance.now();
      const list = await api.visitors.evacuation();
      answers.push(performance.now() - began);
      if (people(list) !== INSIDE) throw new Error('the list has somebody too many or too few');
    }
    close();
    await years.backend.close();
    const painted = await paintings(bench.folder());
    return [
      ...rows(`answer with ${INSIDE} inside`, answers),
      ...rows(`key to painted list of ${INSIDE}`, painted),
    ];
  },
};

const people = (list: { readonly floors: readonly { readonly people: readonly unknown[] }[] }): number =>
  list.floors.reduce((sum, floor) => sum + floor.people.length, 0);

function letIn({ service, clock }: BenchDesk, many: number): void {
  for (let n = 0; n < many; n += 1) {
    clock.advance(1000);
    service.register(actor, nextVisitor());
  }
}

/** Opens the built program on a tower that filled up in the last hour, and asks for the list again and again. */
async function paintings(folder: string): Promise<Samples> {
  await buildAll();
  const dataDir = `${folder}/desk`;
  mkdirSync(dataDir);
  const desk = openBenchDesk(dataDir, {}, Date.now() - 60 * MINUTE);
  await furnish(desk.backend, desk.random);
  letIn(desk, INSIDE);
  await desk.backend.close();
  const key = keyFile(`${dataDir}-profile`, dataDir);
  mkdirSync(dirname(key), { recursive: true });
  writeFileSync(key, JSON.stringify({ store: 'file', key: TEST_KEY.toString('base64') }), { mode: 0o600 });
  const { page, close } = await launchApp({ dataDir, sample: false, language: 'zh-CN' });
  try {
    await page.getByRole('form', { name: '员工登录' }).waitFor();
    const taken: number[] = [];
    for (let n = 0; n < PAINTINGS; n += 1) taken.push(await paint(page));
    return taken.slice(1);
  } finally {
    await close();
  }
}

/** From the key's own time stamp to the frame after the one that has the last row. */
async function paint(page: Page): Promise<number> {
  // The page has to listen before the key comes.
  await page.evaluate((wanted) => {
    const painted = new Promise<number>((resolve) => {
      const pressed = ({ code, timeStamp }: KeyboardEvent): void => {
        if (code !== 'KeyE') return;
        removeEventListener('keydown', pressed, { capture: true });
        const frame = (): void => {
          const there = document.querySelectorAll('tbody input[type=checkbox]').length;
          if (there < wanted) requestAnimationFrame(frame);
          else requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        };
        requestAnimationFrame(frame);
      };
      addEventListener('keydown', pressed, { capture: true });
    });
    Object.assign(globalThis, { painted });
  }, INSIDE);
  await page.keyboard.press('Control+Shift+E');
  const ms = await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
  await page.keyboard.press('Escape');
  await page.locator('tbody').first().waitFor({ state: 'detached' });
  return ms;
}

function rows(measure: string, samples: Samples): Row[] {
  const none = { unit: 'ms', peer: '', peerValue: null, ratio: null } as const;
  return [
    { measure: `${measure}, middle`, value: median(samples), ...none, target: null },
    {
      measure: `${measure}, longest`,
      value: quantile(samples, 1),
      ...none,
      target: { of: 'value', atMost: LONGEST_MS },
    },
  ];
}
