// Training mode from the desk of a newcomer: the way in, the practice devices, the list that ticks itself off, the way out.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { axeFaults } from './axe-faults.ts';
import { field, signIn, takeOverAs } from './desk-page.ts';

let desk: LaunchedApp;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await launchApp({ sample: false, language: 'zh-CN', seed: 3 });
  page = desk.page;
});
test.afterAll(() => desk.close());

const band = () => page.getByRole('complementary', { name: '练习模式' });
const task = (name: string) => band().getByRole('listitem').filter({ hasText: name });

async function slipsSoFar(): Promise<number> {
  return Number(
    /\d+/.exec(
      await band()
        .getByRole('button', { name: /^看打印件/ })
        .innerText(),
    )?.[0],
  );
}

/** The first thing that is found by these words, to somebody on file. */
async function lendByHand(what: string, words: string, whom: string): Promise<void> {
  const form = page.getByRole('form').and(page.locator(':visible'));
  await form.getByRole('combobox', { name: what, exact: true }).pressSequentially(words, { delay: 60 });
  await expect(form.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByLabel('借用人').pressSequentially(whom, { delay: 60 });
  await expect(form.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: '确定' }).click();
}

async function scanLastSlip(nth: number): Promise<void> {
  await expect(band().getByRole('button', { name: `看打印件 ${nth}` })).toBeVisible();
  await band().getByRole('button', { name: '放证件、刷卡' }).click();
  await page.getByRole('button', { name: '扫刚打印的小票' }).click();
}

/** What lies in a folder, byte by byte. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      if (!(await stat(path)).isFile()) return [];
      return [
        [
          name,
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ] as const,
      ];
    }),
  );
  return Object.fromEntries(files.flat());
}

test('on the first start a newcomer goes to training, and the band says that nothing is real before anybody signs in', async () => {
  await page.getByRole('button', { name: '练习模式' }).click();
  const dialog = page.getByRole('dialog', { name: '练习模式' });
  await expect(dialog.getByText('员工号 1001、PIN 246810')).toBeVisible();
  await dialog.getByRole('button', { name: '开始练习' }).press('Enter');
  await expect(band().getByText('不会保存到正式记录')).toBeVisible();
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: '练习模式' })).toBeHidden();
});

test('a card is presented without a reader, the pass comes out of the practice printer, and both tasks tick themselves off', async () => {
  const real = await bytesOf(desk.dataDir);
  await signIn(page);
  await expect(task('登记一位访客')).toHaveAttribute('aria-current', 'step');
  await band().getByRole('button', { name: '放证件、刷卡' }).press('Enter');
  await page
    .getByRole('dialog', { name: '放证件、刷卡' })
    .getByRole('button', { name: /陆清扬/ })
    .press('Enter');
  await expect(field(page, '姓名')).toHaveValue('陆清扬');
  await field(page, '被访人').pressSequentially('ch', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue('ch');
  await page.getByRole('form').getByRole('button', { name: '确定' }).press('Enter');
  await expect(task('登记一位访客')).toContainText('已完成');
  await expect(task('打印访客证')).toContainText('已完成');
  await band().getByRole('button', { name: '看打印件 1' }).click();
  await expect(page.getByRole('img', { name: '第 1 张，共 1 张' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await bytesOf(desk.dataDir)).toEqual(real);
});

test('checking out and setting it right again are ticked off too, and the next task says how', async () => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Alt+o');
  await expect(task('签离')).toContainText('已完成');
  await expect(band().getByRole('status')).toContainText('更正');
  await page.keyboard.press('Alt+z');
  await expect(task('改正一处错误')).toContainText('已完成');
  await expect(task('借出一把钥匙')).toHaveAttribute('aria-current', 'step');
});

test('without paper the slip waits, and prints as soon as there is some', async () => {
  await band().getByLabel('模拟打印机').selectOption({ label: '打印机缺纸' });
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('温如初');
  await field(page, '被访人').fill('前台的林小姐');
  await field(page, '姓名').press('Enter');
  await expect(page.getByRole('button', { name: '打印机：等待中 1 · 缺纸' })).toBeVisible();
  await band().getByLabel('模拟打印机').selectOption({ label: '打印机正常' });
  await expect(band().getByRole('button', { name: '看打印件 2' })).toBeVisible();
  await expect(page.getByRole('button', { name: '打印机：就绪' })).toBeVisible();
});

test('a key and an umbrella go out by hand and come back by their slip, and four more tasks tick themselves off', async () => {
  const slips = await slipsSoFar();
  await page.keyboard.press('F3');
  await page.keyboard.press('Alt+n');
  await lendByHand('钥匙', '茶水间', '林晓雨');
  await expect(task('借出一把钥匙')).toContainText('已完成');
  await scanLastSlip(slips + 1);
  await expect(task('收回钥匙')).toContainText('已完成');
  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+n');
  await lendByHand('物品', '雨伞', '王');
  await expect(task('借出一把雨伞')).toContainText('已完成');
  await scanLastSlip(slips + 2);
  await expect(task('收回雨伞')).toContainText('已完成');
  await page.keyboard.press('F2');
  await expect(task('打印疏散名单')).toHaveAttribute('aria-current', 'step');
});

test('the evacuation list says on its paper that it is practice, and printing it is the last task', async () => {
  await page.keyboard.press('Control+Shift+e');
  const sheet = page.getByRole('region', { name: '疏散名单' });
  await expect(sheet.getByText('练习 TRAINING', { exact: true })).toHaveCount(2);
  await sheet.getByRole('button', { name: /^打印/ }).click();
  await expect(sheet.getByRole('alert')).toHaveText('已交给系统打印。');
  await page.keyboard.press('Escape');
  await expect(task('打印疏散名单')).toContainText('已完成');
  await expect(band().getByRole('status')).toContainText('全部完成');
});

test('the band and its dialogs are clean in both languages, light and dark', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [present, slips, other] of [
      ['放证件、刷卡', '看打印件 4', 'English'],
      ['Present a card', 'Slips 4', '中文'],
    ] as const) {
      await page.getByRole('button', { name: present }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await axeFaults(page), `${present} ${scheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: slips }).click();
      await expect(page.getByRole('dialog').getByRole('img', { name: '4' })).toBeVisible();
      expect(await axeFaults(page), `${slips} ${scheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.getByRole('button', { name: other }).click();
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
});

test('leaving asks when a form is half typed, and goes back to the desk that was open before', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('只填了一半');
  await band().getByRole('button', { name: '离开练习' }).click();
  const dialog = page.getByRole('dialog', { name: '离开练习' });
  await expect(dialog.getByText('还有 1 张没办完的表单')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page, '姓名')).toHaveValue('只填了一半');
  await takeOverAs(page, '9001');
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '项目与单元' }).click();
  await page.getByRole('button', { name: /^新增业户/ }).click();
  await field(page, '中文名称').fill('也只填了一半');
  await page.keyboard.press('F2');
  await band().getByRole('button', { name: '离开练习' }).click();
  await expect(dialog.getByText('还有 2 张没办完的表单')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeHidden();
  await band().getByRole('button', { name: '离开练习' }).click();
  await dialog.getByRole('button', { name: '离开练习' }).click();
  await expect(page.getByRole('heading', { name: '设置这个服务台' })).toBeVisible();
  await expect(band()).toBeHidden();
});

test('training begins on the visitors’ page whatever page was left; it is gone on with where it was left, or begun again with nothing ticked off', async () => {
  await page.getByRole('button', { name: '练习模式' }).click();
  await page.getByRole('button', { name: '继续上次练习' }).click();
  // The set-up form, which is in front until then, has fields of the same names.
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible({ timeout: 30_000 });
  await signIn(page);
  await expect(task('签离')).toContainText('已完成');
  await band().getByRole('button', { name: '重新开始' }).click();
  await page.getByRole('dialog', { name: '重新开始' }).getByRole('button', { name: '重新开始' }).click();
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible({ timeout: 30_000 });
  await signIn(page);
  await expect(task('登记一位访客')).toHaveAttribute('aria-current', 'step');
  await expect(band().getByRole('button', { name: '任务 0/9' })).toBeVisible();
  await band().getByRole('button', { name: '离开练习' }).click();
  await expect(page.getByRole('heading', { name: '设置这个服务台' })).toBeVisible();
});

test('practice that is damaged is begun again from the band, and the program may be started in training at once', async () => {
  const practice = `${desk.dataDir}-training`;
  await desk.app.close();
  const bytes = await readFile(join(practice, 'foyer.db'));
  bytes.fill(0x5a, 0, 4096);
  await writeFile(join(practice, 'foyer.db'), bytes);
  const again = await launchApp({ sample: false, training: true, language: 'zh-CN', dataDir: desk.dataDir });
  page = again.page;
  try {
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
    await band().getByRole('button', { name: '重新开始' }).click();
    await page.getByRole('dialog', { name: '重新开始' }).getByRole('button', { name: '重新开始' }).click();
    await signIn(page);
    await expect(band().getByRole('button', { name: '任务 0/9' })).toBeVisible();
    await band().getByRole('button', { name: '离开练习' }).click();
    await expect(page.getByRole('heading', { name: '设置这个服务台' })).toBeVisible();
  } finally {
    await again.close();
  }
});
