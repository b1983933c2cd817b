// The manual: opened by keyboard from any screen, at the page that fits it; looked through, read, and closed again.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { axeFaults } from './axe-faults.ts';
import { field, signIn } from './desk-page.ts';

let desk: LaunchedApp;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await launchApp({ seed: 12 });
  page = desk.page;
  // The sample is laid out first.
  await page.getByLabel('员工号').waitFor();
});
test.afterAll(() => desk.close());

const manual = () => page.getByRole('region', { name: '使用手册' });
const title = () => manual().getByRole('article').getByRole('heading', { level: 1 });

test('nobody is signed in: F1 opens the manual at signing in, Esc closes it, and the hand is back in the field', async () => {
  await expect(page.getByLabel('员工号')).toBeFocused();
  await page.keyboard.press('F1');
  await expect(title()).toHaveText('登录、班次与审批');
  await expect(manual().getByLabel('在手册中查找')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(manual()).toBeHidden();
  await expect(page.getByLabel('员工号')).toBeFocused();
});

test('from the box F1 lists the keys, and the key of the manual is among them', async () => {
  await signIn(page);
  await page.keyboard.press('F1');
  await page.keyboard.press('F1');
  const keys = page.getByRole('region', { name: '按键与查找方式' });
  await expect(keys.getByText('打开使用手册')).toBeVisible();
  await page.keyboard.press('Shift+F1');
  await expect(title()).toHaveText('登记、预约与签离');
  await page.keyboard.press('Escape');
});

test('it opens at the page that fits: amending, the evacuation list, the devices', async () => {
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: '更正' }).click();
  await expect(field(page, '姓名')).toBeVisible();
  await page.keyboard.press('Shift+F1');
  await expect(title()).toHaveText('改正错误');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+e');
  await page.keyboard.press('Shift+F1');
  await expect(title()).toHaveText('疏散名单与纸质应急');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '疏散名单' })).toBeHidden();

  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '帮助' }).click();
  await expect(title()).toHaveText('首次设置与管理员');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
});

test('a word finds the pages that have it, arrows choose among them, Enter reads, links lead on', async () => {
  await page.keyboard.press('Shift+F1');
  await page.keyboard.insertText('换纸');
  await expect(manual().getByRole('navigation').getByRole('button')).toHaveText([
    '第一天：五分钟上手',
    '读卡器与打印',
  ]);
  await page.keyboard.press('ArrowDown');
  await expect(title()).toHaveText('读卡器与打印');
  await page.keyboard.press('Enter');
  await expect(manual().getByRole('article')).toBeFocused();
  await manual().getByLabel('在手册中查找').fill('彗星葡萄酒');
  await expect(manual().getByRole('status')).toHaveText('手册里没有“彗星葡萄酒”');
  await manual().getByLabel('在手册中查找').fill('五分钟');
  await expect(title()).toHaveText('第一天：五分钟上手');
  await manual().getByRole('article').getByRole('button', { name: '疏散名单' }).click();
  await expect(title()).toHaveText('疏散名单与纸质应急');
});

test('every page shows its pictures from the program itself, in both languages', async () => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await manual().getByLabel('在手册中查找').fill('');
  for (const other of ['English', '中文'] as const) {
    const region = page.getByRole('region', { name: /^(使用手册|Manual)$/ });
    for (const button of await region.getByRole('navigation').getByRole('button').all()) {
      await button.click();
      for (const picture of await region.getByRole('article').getByRole('img').all()) {
        await expect
          .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
          .toBeGreaterThan(200);
      }
    }
    await region.getByRole('button', { name: other }).click();
  }
  expect(requests.length).toBeGreaterThan(5);
  const own = page.url().split('/').slice(0, 3).join('/');
  expect(requests.filter((url) => !url.startsWith(`${own}/`))).toEqual([]);
});

test('it is clean in both languages, light and dark', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const other of ['English', '中文']) {
      const region = page.getByRole('region', { name: /^(使用手册|Manual)$/ });
      for (const nth of [0, 5, 6]) {
        await region.getByRole('navigation').getByRole('button').nth(nth).click();
        expect(await axeFaults(page)).toEqual([]);
      }
      await region.getByRole('button', { name: other }).click();
    }
  }
  await page.keyboard.press('Escape');
});

test('locked, the manual opens and shows nobody’s name', async () => {
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(title()).toHaveText('登录、班次与审批');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible();
});

test('in trouble it opens at what to do', async () => {
  const folder = join(desk.dataDir);
  await desk.app.close();
  const [database] = (await readdir(folder)).filter((name) => name === 'foyer.db');
  const bytes = await readFile(join(folder, database ?? ''));
  bytes.fill(0x5a, 0, 4096);
  await writeFile(join(folder, database ?? ''), bytes);
  desk = { ...(await launchApp({ seed: 12, dataDir: folder })), close: desk.close };
  page = desk.page;
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('F1');
  await expect(title()).toHaveText('出了问题怎么办');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toBeVisible();
});
