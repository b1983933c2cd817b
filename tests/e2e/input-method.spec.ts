// A scanner at a desk whose Chinese input method is on: real keys through fcitx5-pinyin into a window on a screen.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { missingParts, startChineseKeyboard, type ChineseKeyboard } from '../support/chinese-keyboard.ts';
import { launchApp, type LaunchedApp } from '../support/launch-app.ts';
import { field, registerWalkIn, signIn } from './desk-page.ts';

/** Between two keys of a scanner as delivered, and of a hand, in ms. */
const SCANNER = 8;
const HAND = 90;

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
  await keyboard.arrive();
});
test.afterAll(async () => {
  await desk.close();
  await keyboard[Symbol.asyncDispose]();
});

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const scan = (code: string, gapMs = SCANNER) => keyboard.keys([...code, 'Return'], gapMs);

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
  ['a field', '江晚舟', 2, () => field(page, '备注')],
  ['a field', '沈清和', SCANNER, () => field(page, '备注')],
  ['a field', '罗知远', 20, () => field(page, '备注')],
  ['a button', '许未晚', SCANNER, () => page.getByRole('button', { name: '预约登记' })],
  ['the list', '何守拙', SCANNER, () => page.getByRole('grid')],
  ['the box', '温如言', SCANNER, () => page.locator('#find-or-scan')],
] as const;
for (const [place, name, speed, focus] of PLACES) {
  test(`a pass sent at ${speed} ms a key while ${place} has the focus checks out and leaves nothing there`, async () => {
    const code = await passOf(name);
    if (place === 'a field') {
      await page.keyboard.press('Alt+n');
      await field(page, '备注').fill('带工具箱');
    }
    await focus().focus();
    await scan(code, speed);
    await expect(line).toContainText(new RegExp(`已签离 V-L1-.* ${name}`));
    if (place === 'a field') await expect(field(page, '备注')).toHaveValue('带工具箱');
    await expect(page.locator('#find-or-scan')).toHaveValue('');
    await page.keyboard.press('Escape');
  });
}

test('a pass scanned into half a composition checks out, and no digit of it stays', async () => {
  const code = await passOf('顾南乔');
  await page.keyboard.press('Alt+n');
  await field(page, '备注').fill('');
  await keyboard.keys([...'songhuo'], HAND);
  await expect(field(page, '备注')).toHaveValue(/song/);
  await scan(code);
  await expect(line).toContainText(/已签离 V-L1-.* 顾南乔/);
  await expect(field(page, '备注')).not.toHaveValue(/\d/);
});
