// The keys register at the desk: lent by one scan, back by one scan, barred, approved, overdue, in an emergency.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field, PIN, scan, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 41 }, (desk) => ({ page, line } = desk));

const row = (text: string) => page.getByRole('row').filter({ hasText: text });
const view = (name: RegExp) =>
  page.getByRole('navigation', { name: '钥匙借用名单' }).getByRole('button', { name });
const loan = () => page.getByRole('article', { name: '借用详情' });
const key = () => page.getByRole('article', { name: '钥匙详情' });
const form = (name: string) => page.getByRole('form', { name, exact: true });
const chosen = () => form('借出钥匙').getByRole('list', { name: '已选' });

/** The code on a key's tag, as the box and the key's panel show it. */
async function tagOf(code: string): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找/扫码' }).fill(code);
  const hit = page.getByRole('listbox', { name: '查找结果' }).getByRole('option').filter({ hasText: code });
  await hit.first().click();
  await expect(key().getByText(code, { exact: true })).toBeVisible();
  const tag = /\d{4} \d{4} \d{4} \d{4}/.exec(await key().innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  await expect(key()).toBeHidden();
  return tag.replaceAll(' ', '');
}

/** Two letters of somebody who has borrowed before, and Enter. */
async function chooseBorrower(letters: string): Promise<void> {
  await expect(field(page, '借用人')).toBeFocused();
  await type(page, letters);
  await page.keyboard.press('Enter');
  await expect(field(page, '借用人')).not.toHaveValue(letters);
}

test('from any page one scan, the borrower and Enter lend a key, and one scan brings it back', async () => {
  const tag = await tagOf('K071');
  await page.keyboard.press('F2');
  // One: the tag.
  await scan(page, tag);
  await expect(page.getByRole('heading', { name: '钥匙借用' })).toBeVisible();
  await expect(chosen()).toContainText('K071');
  // Two: the borrower. Three: Enter.
  await chooseBorrower('14');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-\d{6}-\d{4}/);
  await expect(row('K071')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('F2');
  await scan(page, tag);
  await expect(line).toContainText(/已归还 K-L1-\d{6}-\d{4} .*消防通道门|已归还 K-L1-\d{6}-\d{4}/);
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
});

test('a return by mistake is undone by one key, and the key is out as before', async () => {
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销归还');
  await page.keyboard.press('F3');
  await expect(row('K071')).toContainText('借出');
});

test('a form without key or borrower says so beside the fields, and Esc puts away what was begun', async () => {
  await page.keyboard.press('Alt+n');
  await expect(field(page, '钥匙')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '钥匙')).toHaveAccessibleDescription('请扫标签或选择钥匙');
  await expect(field(page, '借用人')).toHaveAccessibleDescription(/请选择借用人/);
  await type(page, 'K072');
  await page.keyboard.press('Enter');
  await expect(chosen()).toContainText('K072');
  await expect(field(page, '借用人')).toBeFocused();
  // Nobody was typed: a stray Enter takes nobody.
  await page.keyboard.press('Enter');
  await expect(field(page, '借用人')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(form('借出钥匙')).toBeHidden();
  await page.keyboard.press('Alt+z');
  await expect(chosen()).toContainText('K072');
});

test('several keys go on one loan by scan, part of it comes back, then the rest', async () => {
  const tags = [await tagOf('K079'), await tagOf('K080')];
  await page.getByRole('button', { name: '借出钥匙', exact: true }).last().click();
  for (const tag of tags) await scan(page, tag);
  await expect(chosen().getByRole('listitem')).toHaveCount(3);
  await chosen().getByRole('button', { name: '去掉 K072' }).click();
  await chooseBorrower('14');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
});
