// The main job with the devices: a card on a serial line, a form filled, a pass out of a printer on a socket.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { SimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { SAMPLE_CARDS, startSimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { field, signIn, type } from './desk-page.ts';

const [mainland, , , , foreigner] = SAMPLE_CARDS;

let folder: string;
let devices: SimulatedDesk;
let desk: LaunchedApp;
let page: Page;
let line: Locator;
let slips = 0;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-cards-'));
  devices = await startSimulatedDesk({
    folder,
    printerPort: 0,
    onSlip: () => (slips += 1),
    onError: (error) => {
      throw error;
    },
  });
  desk = await launchApp({ seed: 16, reader: devices.readerPath, printer: devices.printerAddress });
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

/** The card of this place in the sample, put down once the last one has gone. */
function putDown(card: (typeof SAMPLE_CARDS)[number] | undefined): void {
  if (!card) throw new Error('the sample has no such card');
  devices.reader.present(card);
}

test('a card fills the form, what is only compared says so, and the hand is on the host', async () => {
  await page.keyboard.press('F3');
  putDown(mainland);
  await expect(field(page, '姓名')).toHaveValue('陆清扬');
  await expect(field(page, '证件号码')).toHaveValue('310199199003070014');
  await expect(field(page, '证件类型')).toHaveValue('residentId');
  const compared = page.getByRole('region', { name: '证件核对' });
  await expect(compared).toContainText('仅供核对，不保存');
  await expect(compared).toContainText('1990-03-07');
  await expect(field(page, '被访人')).toBeFocused();
  await page.keyboard.type('wa', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue('wa');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 陆清扬 · 访客证已打印/);
  await expect.poll(() => slips).toBe(1);
});

test('the same card again shows the open visit with the right button under the hand', async () => {
  devices.reader.remove();
  await page.keyboard.press('Alt+n');
  await field(page, '公司').fill('云杉科技');
  putDown(mainland);
  const panel = page.getByRole('article', { name: '来访详情' });
  await expect(panel.getByRole('button', { name: '签离' })).toBeFocused();
  await expect(panel).toContainText('310199********0014');
  await page.keyboard.press('Escape');
  await expect(field(page, '公司')).toHaveValue('云杉科技');
});

test('a card on a half typed form fills what is empty and asks about what is not', async () => {
  devices.reader.remove();
  await field(page, '姓名').fill('马');
  putDown(foreigner);
  await expect(field(page, '证件号码')).toHaveValue('925039199108230017');
  await expect(field(page, '姓名')).toHaveValue('马');
  await expect(field(page, '公司')).toHaveValue('云杉科技');
  await expect(field(page, '国籍')).toHaveValue('FIN');
  await page.getByRole('button', { name: '采用卡上信息' }).click();
  await expect(field(page, '姓名')).toHaveValue('MAKINIEMI, MAXIMILIANA WILHELMINA ELISABET');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText('MAKINIEMI');
});

test('a card that has expired is flagged in words and still taken', async () => {
  devices.reader.remove();
  const number = '310199199003070057';
  putDown(mainland && { ...mainland, name: '卫长风', number, validTo: '2021-01-01' });
  await expect(page.getByText('证件已过期，请核实')).toBeVisible();
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '备注').press('Enter');
  await expect(page.getByRole('row').filter({ hasText: '卫长风' })).toContainText('证件过期');
});

test('somebody expected with a card is two actions: the card, and Enter', async () => {
  devices.reader.remove();
  await page.getByRole('button', { name: '预约登记' }).click();
  await field(page, '姓名').fill('章台柳');
  await field(page, '证件号码').fill('310199199003070073');
  await field(page, '被访人').focus();
  await type(page, 'li');
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue('li');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已预约');
  putDown(mainland && { ...mainland, name: '章台柳', number: '310199199003070073' });
  await expect(page.getByRole('form', { name: '办理到访' })).toBeVisible();
  await expect(page.getByRole('button', { name: '确定' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 章台柳/);
});

test('the card of somebody else lets nobody in under the name of who was announced', async () => {
  devices.reader.remove();
  await page.getByRole('button', { name: '预约登记' }).click();
  await field(page, '姓名').fill('云想衣');
  await field(page, '证件类型').selectOption('residentId');
  await field(page, '证件号码').fill('310199199003070196');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText('已预约');
  const booked = page.getByRole('row', { name: /云想衣/, selected: true });
  await expect(booked).toBeVisible();
  await page.keyboard.press('Alt+a');
  const arrival = page.getByRole('form', { name: '办理到访' });
  await expect(field(page, '姓名')).toHaveValue('云想衣');
  putDown(mainland && { ...mainland, name: '花想容', number: '310199199003070110' });
  await expect(arrival.getByText('卡上为 花想容')).toBeVisible();
  await expect(field(page, '姓名')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toHaveAccessibleDescription(/请先选择采用或保留/);
  await expect(field(page, '证件号码')).toHaveValue('');
  for (const keep of [1, 0]) {
    await arrival.getByRole('button', { name: '保留原来的' }).first().click();
    await expect(arrival.getByRole('button', { name: '保留原来的' })).toHaveCount(keep);
  }
  await expect(arrival.getByRole('button', { name: '确定' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 云想衣/);
  await page.getByRole('row').filter({ hasText: '云想衣' }).click();
  await expect(page.getByRole('article', { name: '来访详情' })).toContainText('310199********0196');
  await page.keyboard.press('Escape');
});

test('a card whose number fails its check says what to do, and nothing opens', async () => {
  devices.reader.remove();
  putDown(mainland && { ...mainland, number: '310199199003070015' });
  await expect(line).toContainText('卡上号码校验不符');
  await expect(page.getByRole('form')).toHaveCount(0);
});

test('with the printer off the visit is registered and the slip waits; on again, it comes out', async () => {
  devices.reader.remove();
  await devices.printer('off');
  const before = slips;
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('苏幕遮');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText(/苏幕遮[ ·]+访客证/);
  await expect(line).not.toContainText('访客证已打印');
  await expect(page.getByRole('button', { name: /打印机：(等待中|需确认) 1/ })).toBeVisible();
  await page.getByRole('button', { name: /^打印机/ }).click();
  const jobs = page.getByRole('dialog', { name: '打印任务' });
  await expect(jobs.getByRole('listitem')).toHaveCount(1);
  await expect(jobs.getByRole('button', { name: '取消打印' })).toBeVisible();
  await jobs.getByRole('button', { name: '关闭' }).click();
  await devices.printer('healthy');
  await expect(line).toContainText('访客证已打印', { timeout: 40_000 });
  await expect.poll(() => slips).toBe(before + 1);
});

test('an unplugged reader is shown, and typing goes on', async () => {
  await devices.cable.unplug();
  await expect(page.getByText('读卡器：未连接')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Alt+n');
  await expect(field(page, '姓名')).toBeFocused();
});
