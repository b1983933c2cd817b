// A scanner at a desk whose Chinese input method is on: real keys through fcitx5-pinyin into a window on a screen.
//
// Not told here: a pass scanned while a composition is open. The method then keeps some of the keys to itself, now these
// and now those, and no page hears of them; staff see the wrong digits and scan again.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { missingParts, startChineseKeyboard, type ChineseKeyboard } from '../support/chinese-keyboard.ts';
import { launchApp, type LaunchedApp } from '../support/launch-app.ts';
import { field, registerWalkIn, signIn } from './desk-page.ts';

/**
 * Between two keys of a scanner and of a hand, in ms. On a busy machine a pause asked for here grows beyond any
 * scanner's, so there is none; how gaps of 2, 8 and 20 ms are taken is a unit test of the detector.
 */
const SCANNER = 0;
const HAND = 90;
/** More than this between two keys is no scanner (renderer/ui/scan-detector.ts). */
const LONGEST_GAP = 100;

const missing = missingParts();
let keyboard: ChineseKeyboard;
let desk: LaunchedApp;
let page: Page;
let line: Locator;

test.describe.configure({ mode: 'serial' });
test.skip(missing.length > 0, `not on this machine: ${missing.join(', ')}`);
test.beforeAll(async () => {
  keyboard = await startChineseKeyboard();
  desk = await launchApp({ seed: 23, language: 'zh-CN', env: { ...keyboard.env, FOYER_HEADLESS: '' } });
  page = desk.page;
  line = page.getByRole('status', { name: '提示' });
  await signIn(page);
  await keyboard.arrive(async () => {
    await page.getByRole('grid').focus();
    await page.locator('#find-or-scan').focus();
  });
  await page.keyboard.press('Escape');
});
test.afterAll(async () => {
  await desk.close();
  await keyboard[Symbol.asyncDispose]();
});

const row = (name: string) => page.getByRole('row').filter({ hasText: name });

/** Scans; gives the longest time in ms between two keys as the page heard them. */
async function scan(code: string): Promise<number> {
  await page.evaluate(() => {
    const heard: number[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('keydown', ({ timeStamp }) => heard.push(timeStamp), { capture: true });
    // The listener for scans lets nobody else hear the Enter go down.
    addEventListener('keyup', ({ code: key, timeStamp }) => key === 'Enter' && heard.push(timeStamp));
  });
  await keyboard.keys([...code, 'Return'], SCANNER);
  const times = () => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard);
  await expect.poll(async () => (await times()).length).toBeGreaterThan(code.length);
  const heard = await times();
  return Math.max(...heard.slice(1).map((at, key) => at - (heard[key] ?? at)));
}

/** Registers somebody and gives the code of their pass. */
async function passOf(name: string): Promise<string> {
  await registerWalkIn(page, name);
  await row(name).click();
  const panel = page.getByRole('article', { name: '来访详情' });
  await expect(panel).toContainText(name);
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(await panel.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  return code.replaceAll(' ', '');
}

test('a name is typed in pinyin, and the Enter that ends the composition confirms nothing', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').focus();
  await keyboard.keys([...'zhongguo'], HAND);
  await expect(field(page, '姓名')).toHaveValue(/zhong/);
  await keyboard.keys(['Return'], HAND);
  await expect(field(page, '姓名')).toHaveValue('zhongguo');
  await expect(field(page, '姓名')).toBeFocused();
  await expect(page.getByRole('form', { name: '登记访客' }).getByRole('alert')).toHaveCount(0);
  await field(page, '姓名').fill('');
  await keyboard.keys([...'zhongguo', 'space'], HAND);
  await expect(field(page, '姓名')).toHaveValue('中国');
  await page.keyboard.press('Escape');
});

const PLACES = [
  ['a field', '沈清和', () => field(page, '备注')],
  ['a button', '许未晚', () => page.getByRole('button', { name: '预约登记' })],
  ['the list', '何守拙', () => page.getByRole('grid')],
  ['the box', '温如言', () => page.locator('#find-or-scan')],
] as const;
for (const [place, name, focus] of PLACES) {
  test(`a pass scanned while ${place} has the focus checks out and leaves nothing there`, async () => {
    const code = await passOf(name);
    if (place === 'a field') await page.keyboard.press('Alt+n');
    // A busy machine can hold keys back for longer than any scanner does; then it was none, and it is scanned again.
    do {
      if (place === 'a field') await field(page, '备注').fill('带工具箱');
      await page.locator('#find-or-scan').fill('');
      await focus().focus();
    } while ((await scan(code)) > LONGEST_GAP);
    await expect(line).toContainText(new RegExp(`已签离 V-L1-.* ${name}`));
    if (place === 'a field') await expect(field(page, '备注')).toHaveValue('带工具箱');
    await expect(page.locator('#find-or-scan')).toHaveValue('');
    await page.keyboard.press('Escape');
  });
}
