// The same person is offered as one, and after an evacuation everyone is marked out and back; by keyboard.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field, registerWalkIn, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 12 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const offer = () => page.getByRole('form').getByText('可能是同一人');

test('a name that is on site already is offered as the visit that is there: one key opens it', async () => {
  await registerWalkIn(page, '阿依古丽·买买提');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('阿依古丽•买买提');
  await expect(offer()).toBeVisible();
  await expect(page.getByText(/同名访客已在访：.*阿依古丽·买买提/)).toBeVisible();
  await page.keyboard.press('Alt+s');
  await expect(panel.getByRole('heading', { name: '阿依古丽·买买提', exact: true })).toBeVisible();
  await expect(panel.getByRole('group', { name: '可办事项' })).toBeFocused();
  await page.keyboard.press('Escape');
});

test('Enter does not make a second record before somebody has said that it is another person', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('阿依古丽·买买提');
  await field(page, '被访人').fill('门口的何先生');
  await expect(offer()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '就是此人，打开' })).toBeFocused();
  await expect(row('阿依古丽·买买提')).toHaveCount(1);
  await page.keyboard.press('Alt+a');
  await expect(page.getByText('已确认是另一人')).toBeVisible();
  await field(page, '备注').press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 阿依古丽·买买提/);
  await expect(row('阿依古丽·买买提')).toHaveCount(2);
});

test('somebody announced for today arrives instead of being registered again, from the box too', async () => {
  await page.getByRole('button', { name: '预约登记' }).click();
  await field(page, '姓名').fill('江预约');
  await field(page, '被访人').fill('门口的何先生');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已预约');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('江预约');
  await field(page, '电话').fill('13900000777');
  await expect(page.getByText(/同名访客已有预约/)).toBeVisible();
  await page.keyboard.press('Alt+s');
  await expect(page.getByRole('form', { name: '办理到访' })).toBeVisible();
  await expect(field(page, '电话')).toHaveValue('13900000777');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 江预约/);
});

test('Alt+O with nobody chosen says so instead of nothing', async () => {
  await page.getByRole('navigation', { name: '来访名单' }).getByRole('button', { name: /预约/ }).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Alt+o');
  await expect(line).toContainText('没有选中在访的访客');
  await page.getByRole('navigation', { name: '来访名单' }).getByRole('button', { name: /在访/ }).click();
});

test('everyone out is asked once, and undo brings exactly those back', async () => {
  const inside = await page.getByRole('row').count();
  expect(inside).toBeGreaterThan(3);
  await page.keyboard.press('Control+Shift+e');
  const sheet = page
    .getByRole('dialog')
    .or(page.getByRole('region', { name: '疏散名单' }))
    .first();
  await expect(sheet).toBeVisible();
  await page.getByRole('button', { name: /全部标记撤离/ }).press('Enter');
  await expect(page.getByRole('alert')).toContainText(/全部标记为已撤离/);
  await expect(page.getByRole('alert').getByRole('button', { name: '确定' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已标记 \d+ 人撤离/)).toBeVisible();
  await expect(page.getByText('在场访客 0 人')).toBeVisible();
  await page.getByRole('button', { name: /全部恢复在访/ }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已恢复 \d+ 人在访/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row('江预约')).toHaveCount(1);
});

test('behind the sign-in the list is read, and nothing is written from it', async () => {
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByText('登录后可全部标记撤离或恢复在访')).toBeVisible();
  await expect(page.getByRole('button', { name: /全部标记撤离/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('names of every kind stand in form, list and box as they were typed', async () => {
  await page.keyboard.press('Escape');
  for (const name of ['𠮷田㛃', '王🙂小明', 'محمد علي', 'Anna MARIA van der Berg']) {
    await page.keyboard.press('Alt+n');
    await field(page, '姓名').fill(name);
    await field(page, '被访人').fill('门口的何先生');
    await page.keyboard.press('Enter');
    await expect(line).toContainText(name);
    await expect(row(name)).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await type(page, Array.from(name).slice(0, 2).join(''));
    await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
});
