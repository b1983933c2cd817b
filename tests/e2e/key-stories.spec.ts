// Stories of keys at one window: sent to another desk, put right, given out for good, lost at a loan, wanted by two forms.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, takeOverAs } from './desk-page.ts';
import { keyHands, onFloors } from './key-desk.ts';
import type { KeyHands } from './key-desk.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let hands: KeyHands;

oneDesk({ seed: 45 }, (desk) => {
  ({ page, line } = desk);
  hands = keyHands(page, line);
});

const view = (name: RegExp) =>
  page.getByRole('navigation', { name: '钥匙借用名单' }).getByRole('button', { name });

async function show(name: string): Promise<void> {
  await hands.ask(name);
  await hands.options().filter({ hasText: name }).first().click();
  await expect(hands.key().getByRole('heading', { name, exact: true })).toBeVisible();
}

test('a key is sent to another desk by choosing it, waits among what is in transfer, and comes back home', async () => {
  const { name, tag } = await hands.hung(...onFloors('茶水间'));
  await show(name);
  await hands.key().getByRole('button', { name: '调拨' }).click();
  const send = hands.form('调拨');
  const desk = send.getByLabel('送往');
  await expect(desk.getByRole('option')).toContainText(['请选择服务台', 'L2', 'L33']);
  await expect(desk.getByRole('option', { name: /^L1/ })).toHaveCount(0);
  await desk.focus();
  await page.keyboard.press('Enter');
  await expect(desk).toHaveAccessibleDescription('请选择服务台');
  await desk.selectOption({ index: 1 });
  await expect(desk).not.toHaveAccessibleDescription('请选择服务台');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(`${name} 已调拨`);
  // Scanned before it is there it says where it goes, and offers no arrival that this desk cannot give.
  await scanByKeyboard(page, tag);
  await expect(line).toContainText(/正送往 L\d+/);
  await expect(hands.key().getByRole('button', { name: '签收到台' })).toHaveCount(0);
  await view(/^调拨中/).click();
  await expect(hands.row(name)).toContainText('L2');
  // It never left: back to this desk, which takes it in by one scan.
  await hands.key().getByRole('button', { name: '调拨' }).click();
  await send.getByLabel('送往').selectOption('L1');
  await page.keyboard.press('Enter');
  await expect(hands.key().getByRole('button', { name: '签收到台' })).toBeVisible();
  await scanByKeyboard(page, tag);
  await expect(line).toContainText(`${name} 已回到本台`);
  await expect(hands.row(name)).toHaveCount(0);
  await view(/^在借/).click();
});

test('what was written down wrongly is put right, and both values stand in the history', async () => {
  const key = await hands.hung(...onFloors('清洁间'));
  const number = await hands.lend([key], { name: '季更正', phone: '13900004441' });
  await hands.row('季更正').click();
  await hands.loan().getByRole('button', { name: '更正' }).click();
  await page.keyboard.press('Enter');
  await expect(hands.form('更正').getByLabel('用途')).toHaveAccessibleDescription('还没有改动任何内容');
  await hands.form('更正').getByLabel('用途').fill('清洗地毯');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(`已更正 ${number}`);
  await expect(hands.loan()).toContainText('清洗地毯');
  await hands.loan().getByRole('button', { name: '历史' }).click();
  await expect(hands.loan().getByRole('list', { name: '历史记录' })).toContainText('更正');
  await page.keyboard.press('Escape');
});

test('a key for good has no due time, stands under issued, and can still come back', async () => {
  const key = await hands.hung(...onFloors('弱电间'));
  await scanByKeyboard(page, key.tag);
  await hands.newBorrower('季领用', '13900004442');
  await hands.lendForm().getByRole('radio', { name: '领用' }).check();
  await hands.lendForm().getByLabel('备注').press('Enter');
  await expect(line).toContainText('已借出');
  await view(/^领用/).click();
  await expect(hands.row(key.name)).toContainText('领用');
  await scanByKeyboard(page, key.tag);
  await expect(line).toContainText('已归还');
  await expect(hands.row(key.name)).toHaveCount(0);
  await view(/^在借/).click();
});

test('a key lost at its loan: the case is opened there, and ends with the lock changed and the key retired', async () => {
  const key = await hands.hung(...onFloors('货梯厅'));
  await hands.lend([key], { name: '季遗失', phone: '13900004443' });
  await hands.row('季遗失').click();
  await hands.loan().getByRole('list', { name: '钥匙' }).getByRole('button', { name: '登记遗失' }).click();
  await hands.form('登记遗失').getByLabel('说明').fill('掉进电梯井');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已登记遗失');
  await view(/^遗失/).click();
  await expect(hands.row(key.name)).toContainText('遗失');
  await takeOverAs(page, '2001');
  await show(key.name);
  await hands.key().getByRole('button', { name: '不再寻找' }).click();
  await hands.form('不再寻找').getByLabel('结果').selectOption({ label: '已换锁' });
  await page.keyboard.press('Enter');
  await expect(line).toContainText(`已结案，${key.name} 停用`);
  await scanByKeyboard(page, key.tag);
  await expect(line).toContainText(`${key.name} 已停用，不能借出`);
  await takeOverAs(page, '1001');
  await view(/^在借/).click();
});

test('two forms want one key: the second is refused by its number and says what to do', async () => {
  const [wanted, other] = [
    await hands.hung(...onFloors('水表间')),
    await hands.hung(...onFloors('水表间', [23, 24, 26, 27])),
  ];
  await scanByKeyboard(page, wanted.tag);
  await scanByKeyboard(page, other.tag);
  await hands.newBorrower('季先到', '13900004444');
  await field(page, '电话').press('Escape');
  await expect(hands.lendForm()).toBeHidden();
  const number = await hands.lend([wanted], { name: '季抢先', phone: '13900004445' });
  await page.getByRole('button', { name: /放回取消的表单/ }).click();
  const form = hands.lendForm();
  await expect(form).toContainText('现在是“在借”，不能借出');
  await form.getByLabel('备注').press('Enter');
  await expect(form).toContainText(number);
  await expect(form).toContainText('请去掉标红的那把');
  await form.getByRole('list', { name: '已选' }).getByRole('button', { name: /^去掉/ }).first().click();
  await form.getByLabel('备注').press('Enter');
  await expect(line).toContainText(/已借出 .*季先到/);
});
