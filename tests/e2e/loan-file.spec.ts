// What is lent, as a supervisor keeps it: a type, its items with the next codes, a label, a count; by keyboard.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 14, staff: '2001' }, (desk) => ({ page, line } = desk));

const tab = (name: string) =>
  page.getByRole('navigation', { name: '借用物品分类' }).getByRole('button', { name });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('a type is put on file; an amount that is none is refused beside its field', async () => {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '借用物品', exact: true }).click();
  await expect(row('雨伞')).toBeVisible();
  await page.keyboard.press('Alt+n');
  await field(page, '中文名称').fill('雨衣');
  await field(page, '英文名称').fill('Raincoat');
  await field(page, '编号前缀').fill('yy');
  await field(page, '押金（元）').fill('五十');
  await page.keyboard.press('Enter');
  await expect(field(page, '押金（元）')).toHaveAccessibleDescription('请填写金额，如 50 或 49.90');
  await expect(field(page, '押金（元）')).toBeFocused();
  await field(page, '押金（元）').fill('50');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已添加 雨衣');
  await expect(row('雨衣')).toContainText('¥50.00');
});

test('an item gets the next code of its type and a printed label; its code is given once', async () => {
  await tab('物品').click();
  await page.keyboard.press('Alt+n');
  await expect(field(page, '编号')).toHaveValue('YS-063');
  await field(page, '种类').selectOption({ label: '雨衣' });
  await expect(field(page, '编号')).toHaveValue('YY-001');
  await field(page, '编号').fill('YS-001');
  await field(page, '编号').press('Enter');
  await expect(field(page, '编号')).toHaveAccessibleDescription('已有物品用此编号');
  await field(page, '编号').fill('YY-001');
  await field(page, '编号').press('Enter');
  await expect(line).toContainText('已添加 YY-001');
  await page.getByRole('button', { name: '打印标签' }).click();
  await expect(line).toContainText('YY-001 的标签已送打印');
  await page.getByRole('button', { name: '报废', exact: true }).click();
  await page.getByRole('button', { name: '确定报废' }).click();
  await expect(line).toContainText('YY-001 已报废');
  await expect(row('YY-001')).toContainText('报废');
});

test('what goes by count is counted anew at this desk', async () => {
  await tab('种类').click();
  await row('充电宝').click();
  await field(page, '本台总数').fill('25');
  await field(page, '本台总数').press('Enter');
  await expect(line).toContainText('已更新 充电宝 的数量');
  await expect(page.getByText(/^L1：共 25，/)).toBeVisible();
});
