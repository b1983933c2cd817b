// Things come back at the desk: how they came, what is not to be had, what nobody borrowed, and whose money is where.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 23, staff: '2001' }, (desk) => ({ page, line } = desk));

const form = (name: string) => page.getByRole('form', { name });
const panel = () => page.getByRole('article', { name: '借用详情' });
const back = () => page.getByRole('region', { name: '刚收回的' }).getByRole('listitem');
const borrower = () => field(page, '借用人').and(page.locator(':visible'));

/** Lends what is scanned to somebody who is put on file by it, and waits until it is out. */
async function lendTo(name: string, phone: string, ...assets: readonly string[]): Promise<void> {
  for (const asset of assets) {
    await scanByKeyboard(page, asset);
    await expect(form('借出物品').getByText(asset)).toBeVisible();
  }
  await borrower().fill(phone);
  await borrower().press('Enter');
  await form('借出物品').getByLabel('姓名').fill(name);
  await form('借出物品').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已借出');
}

/** The code that was just read counts once more three seconds later: tried, not timed. */
async function scanAgain(code: string, said: string): Promise<void> {
  await expect(async () => {
    await scanByKeyboard(page, code);
    await expect(line).toContainText(said, { timeout: 900 });
  }).toPass();
}

test('an asset code that is scanned on any page is the thing: here the form opens that lends it', async () => {
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
  await lendTo('白露一', '13900551001', 'YS-001');
  await page.keyboard.press('F3');
  await scanAgain('YS-001', '已归还 雨伞 YS-001');
  await expect(page.getByRole('heading', { name: '公共借用' })).toBeVisible();
});

test('how it came back is one key in the quiet line, and one key takes that back', async () => {
  await expect(page.getByRole('button', { name: /潮湿/ })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText('雨伞 YS-001 潮湿，先晾干/充电再借');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('雨伞 YS-001 完好');
});

test('the same code read twice says that it did nothing, and keeps the way back', async () => {
  await lendTo('白露二', '13900551002', 'YS-002');
  await scanAgain('YS-002', '已归还 雨伞 YS-002');
  await scanByKeyboard(page, 'YS-002');
  await expect(line).toContainText('已归还 雨伞 YS-002');
  await expect(line).toContainText('同一个码刚扫过');
  await page.keyboard.press('Alt+3');
  await expect(line).toContainText('雨伞 YS-002 损坏，已停用');
});

test('on another page Alt+1 is not meant for what was done on this one, and the way back goes along', async () => {
  await scanAgain('YS-002', '雨伞 YS-002 已停用，不能借');
  await expect(page.getByRole('button', { name: '恢复使用', exact: true })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: '恢复使用', exact: true })).toBeHidden();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('F7');
  await line.locator('..').getByRole('button', { name: '关闭' }).click();
  await expect(line).toBeHidden();
  // The next scan finds it as it was.
});

test('what is blocked or rests says so when it is scanned, and what makes it ready is one key', async () => {
  await scanAgain('YS-002', '雨伞 YS-002 已停用，不能借');
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText('雨伞 YS-002 恢复使用');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销');
  await lendTo('白露三', '13900551003', 'YS-003');
  await scanAgain('YS-003', '已归还 雨伞 YS-003');
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText('晾干');
  await scanAgain('YS-003', '雨伞 YS-003 在晾干/充电');
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText('雨伞 YS-003 可以借了');
});

test('two umbrellas of one loan come back one after the other in the form that takes things back', async () => {
  await lendTo('白露四', '13900551004', 'YS-004', 'YS-005');
  await page.keyboard.press('Alt+r');
  await expect(form('归还物品').getByLabel('物品、借条或借用人')).toBeFocused();
  await type(page, 'ys-004');
  await page.keyboard.press('Enter');
  await expect(back()).toHaveCount(1);
  await expect(back().first()).toContainText('雨伞 YS-004');
  await scanAgain('YS-005', '已归还 雨伞 YS-005');
  await expect(back()).toHaveCount(2);
  await back().first().getByRole('combobox').selectOption({ label: '缺件' });
  await expect(line).toContainText('雨伞 YS-005 缺件');
  // By the book nobody has this one.
  await scanByKeyboard(page, 'YS-006');
  await expect(back().first()).toContainText('账上没有借出');
});

test('what nobody borrowed is taken in without a loan; the way back is in the quiet line', async () => {
  await back().first().getByRole('button', { name: '登记无主归还' }).click();
  await expect(field(page, '资产编号')).toHaveValue('YS-006');
  await form('登记无主归还').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('雨伞 YS-006 已收下，待认领');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销：雨伞 YS-006');
  await page.keyboard.press('Escape');
});

test('a stray power bank is matched to its loan later', async () => {
  await page.keyboard.press('Alt+n');
  await page
    .getByRole('button', { name: /^充电宝/ })
    .last()
    .click();
  await borrower().fill('13900551005');
  await borrower().press('Enter');
  await form('借出物品').getByLabel('姓名').fill('白露五');
  await form('借出物品').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已借出');
  await page.keyboard.press('Alt+r');
  await form('归还物品').getByRole('button', { name: '登记无主归还' }).last().click();
  await field(page, '种类').selectOption({ label: '充电宝' });
  await form('登记无主归还').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('充电宝 已收下，待认领');
  await page.getByRole('button', { name: '认领', exact: true }).first().click();
  const loans = form('认领').getByLabel('属于哪笔借用');
  const mine = loans.locator('option').filter({ hasText: '白露五' });
  await loans.selectOption((await mine.getAttribute('value')) ?? '');
  await form('认领').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('充电宝 已认领并归还');
  await page.keyboard.press('Escape');
});

test('a stray that nobody will be found for is closed with what became of it', async () => {
  await page.keyboard.press('Alt+r');
  await form('归还物品').getByRole('button', { name: '登记无主归还' }).last().click();
  await field(page, '种类').selectOption({ label: '充电宝' });
  await field(page, '备注').fill('大堂沙发拾到');
  await form('登记无主归还').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('充电宝 已收下，待认领');
  const stray = page.getByRole('listitem').filter({ hasText: '大堂沙发拾到' });
  await stray.getByRole('button', { name: '结案' }).click();
  await form('结案').getByRole('button', { name: '确定' }).click();
  await expect(field(page, '原因')).toHaveAccessibleDescription('请填写');
  await field(page, '原因').fill('移交物业仓库');
  await form('结案').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('充电宝 已结案');
  await expect(stray).toHaveCount(0);
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销：充电宝 恢复原状');
  await expect(stray).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('a call that was noted by mistake is taken back', async () => {
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: /^逾期/ }).click();
  await page.getByRole('row').filter({ hasText: '逾期' }).first().click();
  await panel().getByRole('button', { name: '跟进联系' }).click();
  await page.getByRole('radio', { name: '未接' }).check({ force: true });
  await form('跟进联系').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已记录联系');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销联系记录');
  await page.keyboard.press('Escape');
});

test('every item is looked at once a day: in order, or blocked with what is wrong; a supervisor releases it', async () => {
  await page.getByRole('button', { name: /^待日检/ }).click();
  await page.getByRole('button', { name: 'XL-001 正常' }).click();
  await expect(line).toContainText('行李车 XL-001 日检正常');
  await page.getByRole('button', { name: 'XL-002 有问题' }).click();
  await form('XL-002 有问题').getByRole('button', { name: '确定' }).click();
  await expect(field(page, '原因')).toHaveAccessibleDescription('请填写');
  await field(page, '原因').fill('轮子松动');
  await expect(field(page, '原因')).not.toHaveAccessibleDescription('请填写');
  await form('XL-002 有问题').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('行李车 XL-002 日检有问题，已停用');
  await page.keyboard.press('Escape');
  await scanByKeyboard(page, 'XL-002');
  await expect(line).toContainText('行李车 XL-002 已停用，不能借 · 轮子松动');
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText('行李车 XL-002 恢复使用');
  await page.keyboard.press('Escape');
});

test('a loan under the wrong name is put under the right one, and its history says both', async () => {
  await lendTo('白露七', '13900551007', 'YS-008');
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: /^借出/ }).click();
  await page.getByRole('row').filter({ hasText: 'YS-008' }).click();
  await panel().getByRole('button', { name: '更正' }).click();
  await form('更正').getByRole('button', { name: '确定' }).click();
  await expect(form('更正').getByLabel('备注')).toHaveAccessibleDescription('还没有改动任何内容');
  await form('更正').getByLabel('不是白露七借的').check({ force: true });
  await borrower().fill('13900551017');
  await borrower().press('Enter');
  await form('更正').getByLabel('姓名').fill('白露十七');
  await form('更正').getByLabel('备注').fill('代室友借');
  await form('更正').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/已更正 L-L1-/);
  await expect(panel().getByRole('heading', { name: '白露十七' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'YS-008' })).toContainText('白露十七');
  await panel().getByRole('button', { name: '历史' }).click();
  await expect(panel()).toContainText(/借用人.*白露七.*白露十七/);
  await page.keyboard.press('Escape');
});

test('a loan that was a mistake is struck through with a reason, and its thing is at hand again', async () => {
  await lendTo('白露六', '13900551006', 'YS-007');
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: /^借出/ }).click();
  await page.getByRole('row').filter({ hasText: 'YS-007' }).click();
  await panel().getByRole('button', { name: '作废' }).click();
  await field(page, '原因').fill('登记错人');
  await form('作废').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已作废');
  await expect(panel().getByText('已作废').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(async () => {
    await scanByKeyboard(page, 'YS-007');
    await expect(form('借出物品').getByText('YS-007')).toBeVisible({ timeout: 900 });
  }).toPass();
  await page.keyboard.press('Escape');
});

test('whoever leaves the box is where they were before', async () => {
  await page.keyboard.press('F7');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+k');
  await type(page, '白露');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
});
