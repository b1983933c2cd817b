// Whoever borrows, at both forms that lend: a document where one is asked for, an ID card on the reader, a colleague's badge.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { SimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { SAMPLE_CARDS, startSimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, signIn, takeOverAs, type } from './desk-page.ts';

const [mainland] = SAMPLE_CARDS;
const BADGE = '04A1B2C3';

let folder: string;
let devices: SimulatedDesk;
let desk: LaunchedApp;
let page: Page;
let line: Locator;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-lend-borrower-'));
  devices = await startSimulatedDesk({
    folder,
    printerPort: 0,
    onSlip: () => {},
    onError: (error) => {
      throw error;
    },
  });
  desk = await launchApp({ seed: 21, reader: devices.readerPath });
  page = desk.page;
  line = page.getByRole('status', { name: '提示' });
  await signIn(page);
  await expect(page.getByText('读卡器：就绪')).toBeVisible();
});
test.afterAll(async () => {
  await desk.close();
  await devices[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const borrower = () => field(page, '借用人').and(page.locator(':visible'));
const chosen = () => page.getByRole('form').getByRole('status').and(page.locator(':visible'));
const confirm = () => page.getByRole('form').getByRole('button', { name: /^确定/ });
const row = (text: string) => page.getByRole('row').filter({ hasText: text });

/** The card of this person is put on the reader, once the last one has gone. */
function putDown(name: string, number: string): void {
  if (!mainland) throw new Error('the sample has no card');
  devices.reader.remove();
  devices.reader.present({ ...mainland, name, number });
}

/** Puts the first key of such a room that hangs in the cabinet on a form that lends. */
async function lendKey(room: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.press('Alt+n');
  const chosenKeys = page.getByRole('list', { name: '已选' }).getByRole('listitem');
  for (const floor of [18, 19, 20, 22, 23, 24]) {
    await field(page, '钥匙').fill(`${floor} 层${room}`);
    await page.keyboard.press('Enter');
    await expect(chosenKeys).toHaveCount(1);
    await expect(borrower()).toBeFocused();
    if ((await chosenKeys.filter({ hasText: '不能借出' }).count()) === 0) return;
    await chosenKeys.getByRole('button', { name: /^去掉/ }).click();
    await expect(chosenKeys).toHaveCount(0);
  }
  throw new Error('no key of this kind hangs in the cabinet');
}

test('a wheelchair is lent by a receptionist alone, once the document of somebody new is written down', async () => {
  await page.keyboard.press('F7');
  await scanByKeyboard(page, 'LY-001');
  await expect(borrower()).toBeFocused();
  await type(page, '6201');
  await page.keyboard.press('Enter');
  await expect(page.getByText('租借轮椅需登记证件。')).toBeVisible();
  await field(page, '电话').fill('13900126201');
  await field(page, '姓名').fill('苏晚晴');
  await page.keyboard.press('Enter');
  await expect(field(page, '证件号码')).toBeFocused();
  await expect(field(page, '证件号码')).toHaveAccessibleDescription('请登记证件号码');
  await expect(field(page, '主管员工号')).toHaveCount(0);
  await type(page, '310199199003070223');
  await page.keyboard.press('Enter');
  await expect(field(page, '证件号码')).toHaveAccessibleDescription('证件号码不对，请核对每一位');
  await expect(field(page, '证件号码')).toBeFocused();
  await field(page, '证件号码').fill('310199199003070225');
  await expect(confirm()).toHaveText(/确定，收 ¥500.00 现金/);
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 L-L1-.* 苏晚晴 · 已收押金 ¥500.00 现金/);
});

test('somebody who is known without a document shows it where it is asked for, and masked it stands there the next time', async () => {
  await page.keyboard.press('Alt+n');
  await page
    .getByRole('button', { name: /^充电宝/ })
    .last()
    .click();
  await borrower().fill('7315');
  await page.keyboard.press('Enter');
  await field(page, '姓名').fill('柳照水');
  await field(page, '电话').fill('13900127315');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('柳照水');

  await scanByKeyboard(page, 'LY-002');
  await expect(borrower()).toBeFocused();
  await page.keyboard.type('7315', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(field(page, '证件号码')).toBeFocused();
  putDown('柳照水', '310199199003070241');
  await expect(field(page, '证件号码')).toHaveValue('310199199003070241');
  await expect(chosen().first()).toContainText('柳照水');
  await expect(confirm()).toBeFocused();
  await page.getByRole('radio', { name: '微信' }).check({ force: true });
  await field(page, '支付单号').fill('4200001234');
  await expect(confirm()).toHaveText(/确定，收 ¥500.00 微信/);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已收押金 ¥500.00 微信');

  await page.keyboard.press('Alt+n');
  await borrower().fill('7315');
  await expect(page.getByRole('form').getByText(/^已登记证件 310199\*+0241$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('who has no document with them leaves with an approval', async () => {
  await scanByKeyboard(page, 'LY-004');
  await expect(borrower()).toBeFocused();
  await type(page, '6202');
  await page.keyboard.press('Enter');
  await field(page, '电话').fill('13900126202');
  await field(page, '姓名').fill('俞未来');
  await page.getByRole('button', { name: '没带证件，由主管批准' }).click();
  await expect(page.getByRole('form').getByRole('alert')).toContainText('此类物品须登记证件。');
  await expect(field(page, '主管员工号')).toBeVisible();
  // What is paid stays in sight beside it.
  await page.getByRole('radio', { name: '支付宝' }).check();
  await expect(confirm()).toHaveText(/收 ¥500.00 支付宝/);
  await confirm().press('Escape');
  await expect(page.getByRole('form')).toBeHidden();
});

test('the phone of somebody on file says whose it is, and one key takes them', async () => {
  await page.keyboard.press('Alt+n');
  await page
    .getByRole('button', { name: /^充电宝/ })
    .last()
    .click();
  await page.getByRole('button', { name: '新借用人' }).click();
  await field(page, '姓名').fill('苏晚情');
  await field(page, '电话').fill('13900126201');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '选用 苏晚晴' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(borrower()).toHaveValue('苏晚晴');
  await expect(confirm()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 L-L1-.* 苏晚晴/);
});

test('an ID card on the reader fills the borrower of a form that lends items, known or new', async () => {
  await page.keyboard.press('Alt+n');
  await page
    .getByRole('button', { name: /^充电宝/ })
    .last()
    .click();
  putDown('苏晚晴', '310199199003070225');
  await expect(borrower()).toHaveValue('苏晚晴');
  await expect(confirm()).toBeFocused();
  // Another person steps forward.
  putDown('卫长风', '310199199003070057');
  await expect(field(page, '姓名')).toHaveValue('卫长风');
  await expect(field(page, '证件号码')).toHaveValue('310199199003070057');
  await expect(field(page, '电话')).toBeFocused();
  await type(page, '13900120057');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 L-L1-.* 卫长风/);
  await expect(page.getByRole('heading', { name: '公共借用' })).toBeVisible();
});

test('a card fills the borrower of a form that lends keys, and goes to the visitors where no form lends', async () => {
  await lendKey('茶水间');
  putDown('温修竹', '310199199003070073');
  await expect(field(page, '姓名')).toHaveValue('温修竹');
  await expect(field(page, '电话')).toBeFocused();
  await type(page, '13900120073');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-.* 温修竹/);
  await lendKey('水表间');
  putDown('温修竹', '310199199003070073');
  await expect(borrower()).toHaveValue('温修竹');
  await expect(chosen().first()).toContainText('13900120073');
  await expect(confirm()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-.* 温修竹/);
  await expect(row('温修竹')).toHaveCount(2);
  putDown('章台柳', '310199199003070014');
  await expect(page.getByRole('form', { name: '登记访客' })).toBeVisible();
  await expect(field(page, '姓名')).toHaveValue('章台柳');
  await field(page, '备注').press('Escape');
});

test("a colleague's badge picks the colleague at both forms, and what is scanned then still goes onto the form", async () => {
  await takeOverAs(page, '2001');
  await page.keyboard.press('F12');
  await page.getByRole('navigation').getByRole('button', { name: '员工' }).click();
  await row('1002').click();
  await page.getByRole('button', { name: '工卡' }).click();
  await field(page, '卡号').focus();
  await scanByKeyboard(page, BADGE);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('的工卡');
  await takeOverAs(page, '1001');

  await lendKey('货梯厅');
  await scanByKeyboard(page, BADGE);
  await expect(chosen().first()).toContainText('陈思敏');
  await expect(borrower()).toHaveValue('陈思敏');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-.* 陈思敏/);

  await page.keyboard.press('F7');
  await scanByKeyboard(page, 'YC-002');
  await expect(borrower()).toBeFocused();
  await scanByKeyboard(page, BADGE);
  await expect(chosen().first()).toContainText('陈思敏');
  await scanByKeyboard(page, 'YC-003');
  await expect(page.getByRole('list', { name: '借出清单' }).getByRole('listitem')).toHaveCount(2);
  await expect(chosen().first()).toContainText('陈思敏');
});
