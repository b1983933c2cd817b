// The settings at work: the supervisor's screen for staff, and devices set up and tried by an admin.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { PrintedSlip, SimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { SAMPLE_CARDS, startSimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { backendProcess, PIN, signIn } from './desk-page.ts';

/** What the admin's PIN is reset to. */
const ADMIN_PIN = '640281';

let folder: string;
let devices: SimulatedDesk;
let desk: LaunchedApp;
let page: Page;
let line: Locator;
const slips: PrintedSlip[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-settings-'));
  devices = await startSimulatedDesk({
    folder,
    printerPort: 0,
    onSlip: (slip) => slips.push(slip),
    onError: (error) => {
      throw error;
    },
  });
  desk = await launchApp({ seed: 18, language: 'zh-CN' });
  page = desk.page;
  line = page.getByRole('status', { name: '提示' });
  await signIn(page);
  await page.keyboard.press('F12');
});
test.afterAll(async () => {
  await desk.close();
  await devices[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const part = (name: string) =>
  page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const form = (name: string) => page.getByRole('form', { name });

const signInField = (name: string) => form('员工登录').getByLabel(name);

/** Gives number and PIN on the sign-in that Ctrl+L lays over the desk; what comes of it is the caller's to see. */
async function takeOver(number: string, pin = PIN): Promise<void> {
  if (!(await form('员工登录').isVisible())) await page.keyboard.press('Control+l');
  await signInField('员工号').fill(number);
  await signInField('PIN').fill(pin);
  await page.keyboard.press('Enter');
}

/** Who acts, as the status bar says. */
const acting = (text: string | RegExp) => expect(page.getByText(text)).toBeVisible();

async function typeOn(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
}

test('a receptionist reads who looks after staff and devices, and finds nothing to press', async () => {
  await expect(page.getByText('员工由主管和管理员管理')).toBeVisible();
  await part('设备').click();
  await expect(page.getByText('设备由管理员设置')).toBeVisible();
  await part('员工').click();
  await expect(page.getByRole('button', { name: '添加员工' })).toHaveCount(0);
});

test('a supervisor adds a newcomer by keyboard; a number that is taken and two unlike PINs are told beside', async () => {
  await takeOver('2001');
  await acting(/^2001 .* 主管$/);
  await page.keyboard.press('Alt+n');
  await expect(form('添加员工').getByLabel('员工号')).toBeFocused();
  await typeOn('1001', '沈知夏', '', '', '', '483920', '483921');
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
  await takeOver('1003', '483920');
  await acting('1003 沈知夏 · 客服员');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('form', { name: '登记访客' })).toBeVisible();
});

test('who forgot the PIN and tried too often is released, and gets a new one that alone opens the desk', async () => {
  await page.keyboard.press('Control+l');
  for (const wrong of ['111222', '111223', '111224', '111225']) {
    await takeOver('1003', wrong);
    await expect(signInField('PIN')).toHaveAccessibleDescription(/不正确|错误次数过多/);
    await expect(signInField('PIN')).toHaveValue('');
  }
  await takeOver('2001');
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

  await takeOver('1003', '483920');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await takeOver('1003', '905172');
  await acting('1003 沈知夏 · 客服员');
});

test('who is let go signs in no more; taken back by one key, they do again', async () => {
  await takeOver('2001');
  await acting(/^2001 .* 主管$/);
  await row('沈知夏').getByRole('button').click();
  await page.getByRole('button', { name: '办理离职' }).click();
  await expect(line).toContainText('已办理离职 1003 沈知夏');
  await expect(row('沈知夏')).toContainText('已离职');
  await takeOver('1003', '905172');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+z');
  await expect(row('沈知夏')).toContainText('在职');
  await takeOver('1003', '905172');
  await acting('1003 沈知夏 · 客服员');
});

test('the only admin stays one, and that is told beside the role', async () => {
  await takeOver('9001');
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
  await takeOver('9001');
  await expect(signInField('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await takeOver('9001', ADMIN_PIN);
  await expect(form('员工登录')).toBeHidden();
  await acting(/^9001 .* 管理员$/);
});

test('an admin sets the printer: a wrong address is named beside its field, the right one prints the test page', async () => {
  await part('设备').click();
  const printer = form('小票打印机');
  await printer.getByLabel('网络').check();
  await printer.getByLabel('地址').fill('http://printer');
  await page.keyboard.press('Enter');
  await expect(printer.getByLabel('地址')).toHaveAccessibleDescription(/不是 IP 地址或主机名/);
  await expect(printer.getByLabel('地址')).toBeFocused();

  await printer.getByLabel('地址').fill('127.0.0.1');
  await printer.getByLabel('端口号').fill('99999');
  await page.keyboard.press('Enter');
  await expect(printer.getByLabel('端口号')).toHaveAccessibleDescription(/端口号为 1 至 65535/);

  await printer.getByLabel('端口号').fill(String(await portOfNobody()));
  await printer.getByRole('button', { name: '打印测试页' }).click();
  await expect(printer.getByRole('status')).toContainText('连不上打印机');
  await expect(printer.getByLabel('地址')).toHaveAccessibleDescription(/连不上/);
  await expect(printer.getByLabel('地址')).toBeFocused();
  await page.getByRole('button', { name: '打印机：未能打印' }).click();
  await expect(page.getByRole('dialog', { name: '打印任务' })).toContainText('连不上打印机');
  await page.keyboard.press('Escape');

  await printer.getByLabel('端口号').fill(new URL(devices.printerAddress).port);
  await printer.getByRole('button', { name: '打印测试页' }).click();
  await expect(printer.getByRole('status')).toContainText('测试页已打印。');
  await expect(page.getByRole('button', { name: '打印机：就绪' })).toBeVisible();
  // Its picture is drawn before it counts.
  await expect.poll(() => slips.length).toBe(1);
  expect(JSON.stringify(slips[0]?.job.lines)).toContain('打印测试');
});

test('out of paper is said as it is, with what to do', async () => {
  const printer = form('小票打印机');
  await devices.printer('paperOut');
  await printer.getByRole('button', { name: '打印测试页' }).click();
  await expect(printer.getByRole('status')).toContainText('没有打印。');
  await expect(printer.getByRole('status')).toContainText('没有纸。装上纸卷后再试。');
  await devices.printer('healthy');
});

test('an admin sets the reader by its path, and a card on it is told by its kind, not by its content', async () => {
  const reader = form('读卡器');
  await reader.getByLabel('端口', { exact: true }).selectOption('other');
  await reader.getByLabel('设备路径').fill('/etc/hostname');
  await reader.getByRole('button', { name: '测试读卡器' }).click();
  await expect(reader.getByLabel('设备路径')).toHaveAccessibleDescription(/这个路径不是设备/);

  await reader.getByLabel('设备路径').fill(devices.readerPath);
  await reader.getByRole('button', { name: '测试读卡器' }).click();
  await expect(reader.getByRole('status')).toContainText('秒内放上任意一张证件');
  const [card] = SAMPLE_CARDS;
  if (!card) throw new Error('the sample has no card');
  devices.reader.present(card);
  await expect(reader.getByRole('status')).toContainText('读到一张居民身份证：读卡器可以使用。');
  await expect(reader).not.toContainText(card.name);
  devices.reader.remove();
});

test('what was set outlives the backend and the window', async () => {
  process.kill(await backendProcess(desk.app), 'SIGKILL');
  await expect(page.getByText('后台已中断，正在重新启动')).toBeVisible();
  await expect(page.getByText('后台已中断，正在重新启动')).toBeHidden();
  await page.reload();
  await takeOver('9001', ADMIN_PIN);
  await acting(/^9001 .* 管理员$/);
  await page.keyboard.press('F12');
  await part('设备').click();
  await expect(form('小票打印机').getByLabel('端口号')).toHaveValue(new URL(devices.printerAddress).port);
  await expect(form('读卡器').getByLabel('端口', { exact: true })).toHaveValue(
    JSON.stringify({ path: devices.readerPath }),
  );
});

test('every part is clean under axe, in both languages, light and dark', async () => {
  const staff = () => page.getByRole('button', { name: /^(员工|Staff)$/ });
  for (const other of ['English', '中文']) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await lookAt('devices');
      await staff().click();
      await page.getByRole('row').nth(1).getByRole('button').click();
      await lookAt('member of staff');
      await page.keyboard.press('Alt+n');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
      await lookAt('form in error');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(设备|Devices)$/ }).click();
    }
    await page.getByRole('button', { name: other }).click();
  }
});

async function lookAt(screen: string): Promise<void> {
  // Half way through a change of colours axe reads neither the old nor the new.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  expect(faults, screen).toEqual([]);
}

/** A port on which nobody listens: taken, and given back. */
async function portOfNobody(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
