// The key file in the settings: a key put on file, a tag bound, taken out of use; an unknown tag; the list that comes in.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { csv } from '../support/spreadsheets.ts';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { axeFaults } from './axe-faults.ts';
import { field, takeOverAs, typeOn } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 41 }, (desk) => ({ page, line } = desk));

const list = () => page.getByRole('grid', { name: '钥匙列表' });
const filter = () => page.getByRole('searchbox', { name: '按编号、名称、单元、柜钩筛选' });

async function openFile(): Promise<void> {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '钥匙档案' }).click();
}

test('a receptionist reads who keeps the key file', async () => {
  await openFile();
  await expect(page.getByText('钥匙档案由主管维护')).toBeVisible();
});

test('a supervisor puts a key on file by keyboard; a code that names its unit is told beside it', async () => {
  await takeOverAs(page, '2001');
  await openFile();
  await expect(list()).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(field(page, '编号')).toBeFocused();
  await typeOn(page, 'A0503-9', '测试新门', null, '测试用门', null);
  // The hand is in the field of units.
  await page.keyboard.insertText('A-0503');
  await page.keyboard.press('Enter');
  await expect(page.getByText('含有房号 A-0503，拾到的人会知道是哪扇门')).toBeVisible();
  await field(page, '编号').fill('T-9001');
  await field(page, '钩').fill('901');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已新增 T-9001');
  await expect(page.getByRole('heading', { name: /T-9001 测试新门/ })).toBeVisible();
});

test('its hook is taken by another key: the form says by which', async () => {
  await field(page, '柜').fill('A');
  await field(page, '钩').fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^\d{4} 已在使用$/)).toBeVisible();
  await field(page, '柜').fill('');
  await field(page, '钩').fill('901');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已保存 T-9001');
});

test('an RFID tag is bound and the label of the printed one is sent to the printer', async () => {
  const bind = page.getByRole('form', { name: '绑定标签' });
  await bind.getByLabel('标签码').fill('4711');
  await page.keyboard.press('Enter');
  await expect(bind).toContainText('不是钥匙标签的码或射频号');
  await bind.getByLabel('标签码').fill('DEADBEEF');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已绑定标签 T-9001');
  await expect(page.getByText('DEADBEEF')).toBeVisible();
  await bind.getByRole('button', { name: '打印标签' }).click();
  await expect(line).toContainText('标签打印中 T-9001');
});

test('it is taken out of use, found among the rest, and used again', async () => {
  const retire = page.getByRole('region', { name: '停用' });
  await retire.getByLabel('停用原因').selectOption({ label: '磨损' });
  await retire.getByRole('button', { name: '停用' }).click();
  await expect(line).toContainText('已停用 T-9001');
  await filter().fill('T-9001');
  await expect(list().getByRole('row').nth(1)).toContainText('停用');
  const again = page.getByRole('form', { name: '恢复使用' });
  await again.getByRole('button', { name: '恢复使用' }).click();
  await expect(again).toContainText('请填写');
  await again.getByLabel('原因').fill('新配一把');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已恢复使用 T-9001');
  await expect(list().getByRole('row').nth(1)).toContainText('在柜');
  await filter().fill('');
});

test('a tag that is on no file, scanned anywhere, offers to be put on file with its code', async () => {
  await page.keyboard.press('F2');
  await scanByKeyboard(page, '2000000000000012');
  await page.getByRole('button', { name: '登记此标签' }).click();
  await expect(field(page, '标签码').first()).toHaveValue('2000000000000012');
  await field(page, '编号').fill('T-9002');
  await field(page, '名称').fill('扫码登记的门');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已新增 T-9002');
  await page.keyboard.press('F2');
  await scanByKeyboard(page, '2000000000000012');
  await expect(page.getByRole('form', { name: '借出钥匙', exact: true })).toContainText('扫码登记的门');
});

test('a key list is refused cell by cell, mended it comes in, and a second time it says nothing new', async () => {
  await openFile();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const panel = page.getByRole('region', { name: '导入钥匙表' });
  const choose = async (rows: readonly (readonly string[])[]) => {
    const buffer = Buffer.from(csv([['编号', '名称', '柜', '钩'], ...rows]), 'base64');
    await panel.locator('input[type=file]').setInputFiles({ name: '钥匙.csv', mimeType: 'text/csv', buffer });
  };
  await choose([
    ['T-9101', '导入门一', 'Z', '1'],
    ['T-9102', '', 'Z', '1'],
  ]);
  await expect(panel).toContainText('必须填写');
  await expect(panel).toContainText('与第 2 行重复');
  const good = [
    ['T-9101', '导入门一', 'Z', '1'],
    ['T-9102', '导入门二', 'Z', '2'],
  ];
  await choose(good);
  await panel.getByRole('button', { name: '导入', exact: true }).click();
  await expect(line).toContainText('导入完成');
  await page.getByRole('button', { name: '从表格导入' }).click();
  await choose(good);
  await expect(panel).toContainText('与现有资料一致');
  await panel.getByRole('button', { name: '关闭' }).click();
});

test('the key file is clean under axe, in light and in dark', async () => {
  await list().getByRole('row').nth(2).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page)).toEqual([]);
  }
});
