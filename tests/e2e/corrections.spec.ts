// Setting right what was written: taken back, amended, extended, voided with a supervisor's PIN, entered late.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { specDay } from '../support/spec-zone.ts';
import { field, PIN, registerWalkIn } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 14 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const views = () => page.getByRole('navigation', { name: '来访名单' });

test('a registration that was a mistake is taken back by one key', async () => {
  await registerWalkIn(page, '简从心');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText(/已撤销 V-L1-.* 简从心/);
  await expect(row('简从心')).toHaveCount(0);
});

test('an amended name is shown from now on, and the history has the amendment', async () => {
  await registerWalkIn(page, '梁朝晖');
  await row('梁朝晖').click();
  await panel.getByRole('button', { name: '更正' }).click();
  await expect(field(page, '姓名')).toHaveValue('梁朝晖');
  await field(page, '姓名').fill('梁朝辉');
  await field(page, '公司').fill('云杉科技');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已更正 V-L1-.* 梁朝辉 · 访客手中的访客证已不符/);
  await expect(row('梁朝辉')).toHaveCount(1);
  // A new pass is one key, and the hand stays where it goes next.
  await expect(page.getByRole('grid', { name: '来访名单' })).toBeFocused();
  await expect(page.getByRole('button', { name: '补打访客证' }).last()).toContainText('Alt+1');
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText(/补打 V-L1-/);
  await expect(page.getByRole('grid', { name: '来访名单' })).toBeFocused();
  await row('梁朝辉').click();
  await panel.getByRole('button', { name: '历史' }).click();
  const history = panel.getByRole('list', { name: '历史记录' });
  await expect(history).toContainText('更正');
  await expect(history.getByRole('list', { name: '改动' }).getByRole('listitem')).toHaveText([
    '姓名：梁朝晖 → 梁朝辉',
    '公司：（空） → 云杉科技',
  ]);
});

test('somebody who stays longer gets a longer pass; a time that is over is refused beside its field', async () => {
  await panel.getByRole('button', { name: '仍在访，延长' }).click();
  const form = page.getByRole('form', { name: '仍在访，延长' });
  await form.getByLabel('日期').fill('2020-01-01');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('有效至')).toHaveAccessibleDescription('须在今后 31 天内');
  await form.getByLabel('日期').fill(specDay(14));
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已延长 V-L1-.* · 访客手中的访客证已不符/);
  await expect(panel.getByText(specDay(14).slice(5))).toBeVisible();
});

test('a receptionist voids with a reason and a supervisor’s PIN; a wrong PIN changes nothing', async () => {
  await panel.getByRole('button', { name: '作废' }).click();
  const form = page.getByRole('form', { name: '作废' });
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('原因')).toBeFocused();
  await form.getByLabel('原因').fill('登记到了错误的大厦');
  await form.getByLabel('主管员工号').fill('2001');
  await form.getByLabel('主管PIN').fill('135790');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('主管PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await expect(form.getByLabel('主管PIN')).toBeFocused();
  await form.getByLabel('主管PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已作废 V-L1-.* 梁朝辉/);
  await expect(panel.getByText('已作废', { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: '签离' })).toHaveCount(0);
});

test('an arrival noted on paper is entered late, with its true time', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('卓一鸣');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '补录（稍早已到访）').check();
  await field(page, '实际到访日期').fill('2020-01-01');
  await field(page, '备注').press('Enter');
  await expect(field(page, '实际到访时间')).toHaveAccessibleDescription('须是过去 7 天内的时间');
  await field(page, '实际到访日期').fill(specDay(-1));
  await field(page, '实际到访时间').fill('15:40');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText('卓一鸣');
  await expect(row('卓一鸣')).toContainText('15:40');
});

test('the overstay list is worked off: who left unseen leaves without a made-up time', async () => {
  await views().getByRole('button', { name: /^超时/ }).click();
  await row('超时').first().click();
  const name = await panel.getByRole('heading').innerText();
  await panel.getByRole('button', { name: '已离开，时间不明' }).click();
  await expect(line).toContainText('已签离');
  await expect(row(name)).toHaveCount(0);
});
