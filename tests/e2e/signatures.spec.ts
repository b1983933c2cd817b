// Signing on the screen for keys where policy asks for it, and what a visitor who leaves has not brought back.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { axeFaults } from './axe-faults.ts';
import { field, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 43 }, (desk) => ({ page, line, panel } = desk));

const form = (name: string) => page.getByRole('form', { name, exact: true }).and(page.locator(':visible'));
const loan = () => page.getByRole('article', { name: '借用详情' });
const pad = (inside: Locator) => inside.getByRole('img', { name: '签名' });
/** Whoever borrows here is a visitor as well, under one phone. */
const PHONE = '13900005566';
let tag = '';

/** Draws across the pad with the mouse, as a finger would. */
async function sign(inside: Locator): Promise<void> {
  await pad(inside).scrollIntoViewIfNeeded();
  const box = await pad(inside).boundingBox();
  if (!box) throw new Error('the pad is not shown');
  await page.mouse.move(box.x + 30, box.y + box.height / 2);
  await page.mouse.down();
  for (const [x, y] of [
    [90, 0.3],
    [150, 0.7],
    [210, 0.4],
  ] as const) {
    await page.mouse.move(box.x + x, box.y + box.height * y, { steps: 4 });
  }
  await page.mouse.up();
}

/** A key of the house that hangs in the cabinet, by its tag. */
async function hungKey(): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找/扫码' }).fill('茶水间');
  const options = page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
  await options.filter({ hasText: '在柜' }).first().click();
  const shown = page.getByRole('article', { name: '钥匙详情' });
  await expect(shown).toBeVisible();
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(await shown.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  return code.replaceAll(' ', '');
}

test('an admin has keys signed for', async () => {
  await takeOverAs(page, '9001');
  await page.keyboard.press('F12');
  await page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name: '规则' }).click();
  await page.getByRole('region', { name: '全部规则' }).getByRole('button', { name: '屏幕签名' }).click();
  await form('屏幕签名').getByLabel('借出钥匙').check();
  await form('屏幕签名').getByLabel('归还钥匙').check();
  await form('屏幕签名').getByRole('button', { name: '保存' }).click();
  await expect(line).toContainText('已保存：屏幕签名');
  await takeOverAs(page, '1001');
});

test('a key leaves once it is signed for, or with the reason why it is not', async () => {
  tag = await hungKey();
  await scanByKeyboard(page, tag);
  await expect(form('借出钥匙').getByLabel('借用人')).toBeFocused();
  await type(page, '季签名');
  await form('借出钥匙').getByRole('button', { name: '新借用人' }).click();
  await field(page, '电话').fill(PHONE);
  await page.keyboard.press('Enter');
  const why = form('借出钥匙').getByLabel('未签原因');
  await expect(why).toBeFocused();
  await expect(why).toHaveAccessibleDescription('请签名，或选未签原因');
  await sign(form('借出钥匙'));
  await expect(pad(form('借出钥匙'))).toHaveAccessibleDescription('已签名');
  await expect(why).not.toHaveAccessibleDescription('请签名，或选未签原因');
  await form('借出钥匙').getByRole('button', { name: '重新签名' }).click();
  await expect(pad(form('借出钥匙'))).toHaveAccessibleDescription('请在此签名');
  await why.selectOption('对方无法书写');
  await expect(pad(form('借出钥匙'))).toHaveCount(0);
  await why.selectOption('由对方签名');
  await sign(form('借出钥匙'));
  expect(await axeFaults(page)).toEqual([]);
  await form('借出钥匙').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/已借出 K-L1-.* 季签名/);
});

test('a visitor who leaves is told what they still hold, and one button opens it; nothing keeps them', async () => {
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('季签名');
  await field(page, '电话').fill(PHONE);
  await form('登记访客').getByRole('combobox', { name: '被访人' }).fill('门口的何先生');
  await form('登记访客').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/季签名.*V-L1-|V-L1-.*季签名/);
  await page.getByRole('row').filter({ hasText: '季签名' }).click();
  await expect(panel.getByText('仍持有 1 件未还')).toBeVisible();
  const held = panel.getByRole('list', { name: '未归还的钥匙和物品' });
  await expect(held.getByRole('listitem')).toContainText(/K-L1-/);
  await page.keyboard.press('Alt+o');
  await expect(line).toContainText('已签离');
  await line.getByRole('button', { name: '仍持有 1 件未还' }).click();
  await expect(loan()).toContainText('季签名');
});

test('a scan shows what is to be signed for, and the signed return is made in the panel', async () => {
  await page.keyboard.press('F3');
  await scanByKeyboard(page, tag);
  await sign(form('归还钥匙'));
  await form('归还钥匙').getByRole('button', { name: '归还 1 把' }).click();
  await expect(line).toContainText(/已归还 K-L1-/);
});
