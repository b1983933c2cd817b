// Turned away: from the form by one key and a reason, from an announcement's panel, and what a new try shows.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 32 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const tab = (name: RegExp) =>
  page.getByRole('navigation', { name: '来访名单' }).getByRole('button', { name });

test('Alt+B asks why, Enter writes it down, and the record stands in the list of all', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('白前');
  await field(page, '证件号码').fill('110101199003070011');
  await page.keyboard.press('Alt+b');
  await page.getByRole('radio', { name: '其他原因' }).check();
  await expect(page.getByRole('form').getByRole('group', { name: '通行证' })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(field(page, '情况说明')).toHaveAccessibleDescription(/请写明情况/);
  await page.getByRole('radio', { name: '被访人不在' }).check();
  await field(page, '姓名').press('Enter');
  await expect(line).toContainText(/已登记不予放行 V-L1-.* 白前/);
  await row('白前').click();
  await expect(panel.getByText('被访人不在')).toBeVisible();
  await expect(panel.getByRole('button', { name: '办理到访' })).toBeHidden();
  await panel.getByRole('button', { name: '历史' }).click();
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('不予放行原因: 被访人不在');
});

test('a new try is a new visit that names the one before; Alt+B pressed twice turns nobody away', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('白前');
  await field(page, '证件号码').fill('110101199003070011');
  await page.keyboard.press('Alt+b');
  await expect(page.getByRole('form').getByRole('button', { name: '返回登记' })).toBeVisible();
  await page.keyboard.press('Alt+b');
  await field(page, '被访人').fill('门口的何先生');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已登记 V-L1-');
  await row('白前').click();
  await expect(panel.getByText('当日曾被拒')).toBeVisible();
});

test('who was announced is turned away from the panel, and is expected again by Alt+Z', async () => {
  await tab(/^预约/).click();
  const expected = page.getByRole('gridcell', { name: '预约', exact: true });
  await page.getByRole('row').filter({ has: expected }).first().click();
  await panel.getByRole('button', { name: '不予放行' }).click();
  await page.getByRole('form').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已登记不予放行');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText(/恢复/);
  await expect(panel.getByRole('button', { name: '办理到访' })).toBeVisible();
});
