// Whoever shows no document: the reason is chosen beforehand, one click says another, facts and history tell it.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field, registerWalkIn } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 31 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const reasons = () => page.getByRole('form').getByRole('group', { name: '未登记证件' });

test('nobody has to choose: it was not brought, and the whole form is in sight on a small screen', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Alt+n');
  await expect(reasons().getByRole('radio', { name: '未带证件' })).toBeChecked();
  const fields = page.getByRole('form', { name: '登记访客' }).locator('> div');
  expect(await fields.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  await page.keyboard.press('Escape');
  await registerWalkIn(page, '祝余');
  await row('祝余').click();
  await expect(panel.getByText('未带证件')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a number that is typed takes the question away; without one another answer is kept and told', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('商陆');
  await field(page, '证件号码').fill('110101199003070011');
  await expect(reasons()).toBeHidden();
  await field(page, '证件类型').selectOption('none');
  await reasons().getByRole('radio', { name: '不愿出示' }).check();
  await field(page, '被访人').fill('门口的何先生');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('商陆');
  await row('商陆').click();
  await expect(panel.getByText('不愿出示')).toBeVisible();
  await panel.getByRole('button', { name: '历史' }).click();
  await expect(panel.getByRole('list', { name: '历史' })).toContainText('未登记证件: 不愿出示');
});

test('it is amended, and the history has the old reason beside the new one', async () => {
  await panel.getByRole('button', { name: '更正' }).click();
  await expect(reasons().getByRole('radio', { name: '不愿出示' })).toBeChecked();
  await reasons().getByRole('radio', { name: '熟客' }).check();
  await page.getByRole('form').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已更正');
  await panel.getByRole('button', { name: '历史' }).click();
  await expect(panel.getByRole('list', { name: '历史' })).toContainText('不愿出示 → 熟客');
});
