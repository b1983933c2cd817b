// The supervisor's screen for staff: newcomers, roles, forgotten PINs, and who is let go.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { axeFaults } from './axe-faults.ts';
import { takeOver, typeOn } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

/** What the admin's PIN is reset to. */
const ADMIN_PIN = '640281';

let page: Page;
let line: Locator;
oneDesk({ seed: 18, language: 'zh-CN' }, (desk) => ({ page, line } = desk));

const part = (name: string) =>
  page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name });
const form = (name: string) => page.getByRole('form', { name });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const signInField = (name: string) => form('员工登录').getByLabel(name);

/** Who acts, as the status bar says. */
const acting = (text: string | RegExp) => expect(page.getByText(text)).toBeVisible();

test('a receptionist reads who looks after staff and devices, and finds nothing to press', async () => {
  await page.keyboard.press('F12');
  await expect(page.getByText('员工由主管和管理员管理')).toBeVisible();
  await part('设备').click();
  await expect(page.getByText('设备由管理员设置')).toBeVisible();
  await part('员工').click();
  await expect(page.getByRole('button', { name: '添加员工' })).toHaveCount(0);
});

test('a supervisor adds a newcomer by keyboard; a number that is taken and two unlike PINs are told beside', async () => {
  await takeOver(page, '2001');
  await acting(/^2001 .* 主管$/);
  await page.keyboard.press('Alt+n');
  await expect(form('添加员工').getByLabel('员工号')).toBeFocused();
  await typeOn(page, '1001', '沈知夏', '', '', '', '483920', '483921');
  await page.keyboard.press('Enter');
  await expect(form('添加员工').getByLabel('再输一次 PIN')).toHaveAccessibleDescription(
    '两次输入的 PIN 不一致',
  );
  await expect(form('添加员工').getByLabel('再输一次 PIN')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('483920');
  await page.keyboard.press('Enter');
  await expect(form('添加员工').getByLabel('员工号')).toHaveAccessibleDescription('此员工号已有人使用');
  await expect(form('添加员工').getByLabel('员工号')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('1003');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已添加 1003 沈知夏');
  await expect(row('沈知夏')).toContainText('客服员');
  await expect(row('沈知夏').getByRole('button')).toBeFocused();
});

test('a supervisor gives no role above the desk, and does not change an admin', async () => {
  await page.keyboard.press('Alt+n');
  await expect(form('添加员工').getByLabel('岗位').getByRole('option')).toHaveText([
    ...['客服员', '楼层管家', '安防岗', '文员'],
  ]);
  await form('添加员工').getByLabel('姓名').fill('半途而止');
  await row('9001').getByRole('button').click();
  await expect(page.getByText('主管和管理员的资料由管理员更改。')).toBeVisible();
  await expect(form('重设 PIN')).toHaveCount(0);
  await page.keyboard.press('Alt+n');
  await expect(form('添加员工').getByLabel('姓名')).toHaveValue('半途而止');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '添加员工' })).toBeFocused();
});

test('the newcomer signs in and works', async () => {
  await takeOver(page, '1003', '483920');
  await acting('1003 沈知夏 · 客服员');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('form', { name: '登记访客' })).toBeVisible();
});

test('who forgot the PIN and tried too often is released, and gets a new one that alone opens the desk', async () => {
  await page.keyboard.press('Control+l');
  for (const wrong of ['111222', '111223', '111224', '111225']) {
    await takeOver(page, '1003', wrong);
    await expect(signInField('PIN')).toHaveAccessibleDescription(/不正确|错误次数过多/);
    await expect(signInField('PIN')).toHaveValue('');
  }
  await takeOver(page, '2001');
  await acting(/^2001 .* 主管$/);
  await page.keyboard.press('F12');
  await expect(row('沈知夏')).toContainText(/锁定至 \d\d:\d\d/);
  await row('沈知夏').getByRole('button').click();
  await page.getByRole('button', { name: '解除锁定' }).click();
  await expect(line).toContainText('已解除 1003 沈知夏 的锁定');
  await expect(row('沈知夏')).not.toContainText('锁定至');

  await form('重设 PIN').getByLabel('新 PIN').fill('222222');
  await form('重设 PIN').getByLabel('再输一次 PIN').fill('222222');
  await page.keyboard.press('Enter');
  await expect(form('重设 PIN').getByLabel('新 PIN')).toHaveAccessibleDescription(/太容易猜到/);
  await form('重设 PIN').getByLabel('新 PIN').fill('905172');
  await form('重设 PIN').getByLabel('再输一次 PIN').fill('905172');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已重设 1003 沈知夏 的 PIN');
  await expect(form('重设 PIN').getByLabel('新 PIN')).toHaveValue('');

  await takeOver(page, '1003', '483920');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await takeOver(page, '1003', '905172');
  await acting('1003 沈知夏 · 客服员');
});

test('who is let go signs in no more; taken back by one key, they do again', async () => {
  await takeOver(page, '2001');
  await acting(/^2001 .* 主管$/);
  await row('沈知夏').getByRole('button').click();
  await page.getByRole('button', { name: '办理离职' }).click();
  await expect(line).toContainText('已办理离职 1003 沈知夏');
  await expect(row('沈知夏')).toContainText('已离职');
  await takeOver(page, '1003', '905172');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  // The refused try has locked the desk; the undo is still its owner's.
  await takeOver(page, '2001');
  await acting(/^2001 .* 主管$/);
  await page.keyboard.press('Alt+z');
  await expect(row('沈知夏')).toContainText('在职');
  await takeOver(page, '1003', '905172');
  await acting('1003 沈知夏 · 客服员');
});

test('the only admin stays one, and that is told beside the role', async () => {
  await takeOver(page, '9001');
  await acting(/^9001 .* 管理员$/);
  await row('9001').getByRole('button').click();
  await form('更改资料').getByLabel('岗位').selectOption('clerk');
  await form('更改资料').getByRole('button', { name: '保存' }).click();
  await expect(form('更改资料').getByLabel('岗位')).toHaveAccessibleDescription('唯一的管理员须保留此岗位');
  await expect(row('9001')).toContainText('管理员');
});

test('whoever resets their own PIN works on, and signs in with the new one from then on', async () => {
  await form('重设 PIN').getByLabel('新 PIN').fill(ADMIN_PIN);
  await form('重设 PIN').getByLabel('再输一次 PIN').fill(ADMIN_PIN);
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已重设 9001 .* 的 PIN/);
  await expect(row('9001').getByRole('button')).toBeFocused();
  await takeOver(page, '9001');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await takeOver(page, '9001', ADMIN_PIN);
  await expect(form('员工登录')).toBeHidden();
  await acting(/^9001 .* 管理员$/);
});
test('the staff screen is clean under axe, in both languages, light and dark', async () => {
  for (const other of ['English', '中文']) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.getByRole('row').nth(1).getByRole('button').click();
      expect(await axeFaults(page), `member of staff ${scheme}`).toEqual([]);
      await page.keyboard.press('Alt+n');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
      expect(await axeFaults(page), `form in error ${scheme}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: other }).click();
  }
});
