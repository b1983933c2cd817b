// Fobs in training mode: bound to a key and an umbrella, and presented on whichever page is open.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { field, signIn, takeOverAs, type } from './desk-page.ts';

let desk: LaunchedApp;
let page: Page;
let line: Locator;
let umbrella = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await launchApp({ sample: false, language: 'zh-CN', seed: 3 });
  page = desk.page;
  line = page.getByRole('status', { name: '提示' });
  await page.getByRole('button', { name: '练习模式' }).click();
  await page.getByRole('button', { name: '开始练习' }).press('Enter');
  await expect(page.getByRole('complementary', { name: '练习模式' })).toBeVisible();
  await signIn(page, '2001');
});
test.afterAll(() => desk.close());

const [KEY_FOB, ITEM_FOB] = ['0063E9AE', '00A1B2C3'];

/** Holds a fob to the practice tag reader. */
async function present(uid: string): Promise<void> {
  await page.getByRole('button', { name: '放证件、刷卡' }).click();
  await page.getByRole('dialog', { name: '放证件、刷卡' }).getByRole('button', { name: uid }).click();
}

test('a supervisor binds a fob to a key, and another to an umbrella; the key’s fob is refused there', async () => {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '钥匙档案' }).click();
  await page.getByRole('searchbox').fill('茶水间');
  await page
    .getByRole('grid', { name: '钥匙列表' })
    .getByRole('row')
    .filter({ hasText: '在柜' })
    .first()
    .click();
  const bind = page.getByRole('form', { name: '绑定标签' });
  await bind.getByLabel('标签码').fill(KEY_FOB);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已绑定标签');

  await page.getByRole('button', { name: '借用物品', exact: true }).click();
  await page.getByRole('navigation', { name: '借用物品分类' }).getByRole('button', { name: '物品' }).click();
  await page.getByRole('searchbox', { name: '按编号、种类、服务台筛选' }).fill('雨伞');
  const row = page.getByRole('row').filter({ hasText: '雨伞' }).filter({ hasText: '可借' }).first();
  umbrella = /YS-\d+/.exec(await row.innerText())?.[0] ?? '';
  await row.click();
  const tag = page.getByRole('form', { name: '射频标签' }).getByLabel('射频标签');
  await tag.fill(KEY_FOB);
  await page.keyboard.press('Enter');
  await expect(tag).toHaveAccessibleDescription('已是钥匙、其他物品或工卡的标签');
  await tag.fill('');
  // Typed by a reader that is a keyboard: it stands in the field and does nothing else.
  await Promise.all([...ITEM_FOB, 'Enter'].map((key) => page.keyboard.press(key)));
  await expect(tag).toHaveValue(ITEM_FOB);
  await tag.press('Enter');
  await expect(line).toContainText(`${umbrella} 已绑定射频标签`);
});

test('the key’s fob opens its lend form from the visitors’ page, and brings the key back from there', async () => {
  await takeOverAs(page, '1001');
  await page.keyboard.press('F2');
  await present(KEY_FOB);
  const form = page.getByRole('form', { name: '借出钥匙' });
  await expect(form.getByLabel('借用人')).toBeFocused();
  await type(page, '测试');
  await form.getByRole('button', { name: '新借用人' }).click();
  await field(page, '电话').fill('13900007788');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出 K-');
  await page.keyboard.press('F2');
  // The same code within three seconds is one scan, and so is a fob that was hardly away: whoever is impatient tries again.
  await expect(async () => {
    await present(KEY_FOB);
    await expect(line).toContainText('已归还', { timeout: 1000 });
  }).toPass();
});

test('in the rain the umbrella’s fob asks for the borrower; typed into the box, its number brings it back', async () => {
  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+u');
  await present(ITEM_FOB);
  const borrower = field(page, '借用人').and(page.locator(':visible'));
  await expect(borrower).toBeFocused();
  await type(page, '7788');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
  await page.keyboard.press('F2');
  // The same code within three seconds is one scan.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await type(page, ITEM_FOB);
    await expect(page.getByRole('option', { name: /^按码 4/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(line).toContainText(/归还/, { timeout: 1000 });
  }).toPass();
});
