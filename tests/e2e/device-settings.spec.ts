// Devices set up and tried by an admin: a printer on a socket and a reader on a serial line, wrong ones first.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { PrintedSlip, SimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { SAMPLE_CARDS, startSimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { axeFaults } from './axe-faults.ts';
import { backendProcess, takeOver } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let folder: string;
let devices: SimulatedDesk;
let app: ElectronApplication;
let page: Page;
const slips: PrintedSlip[] = [];

oneDesk({ seed: 18, language: 'zh-CN', staff: '9001' }, (desk) => ({ app, page } = desk));
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
  await page.keyboard.press('F12');
  await part('设备').click();
});
test.afterAll(async () => {
  await devices[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const part = (name: string) =>
  page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name });
const form = (name: string) => page.getByRole('form', { name });

test('an admin sets the printer: a wrong address is named beside its field, the right one prints the test page', async () => {
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

test('a tag reader is added: the live test shows what came under each format, and the one that fits is chosen', async () => {
  await page.getByRole('button', { name: '添加刷卡器' }).click();
  const reader = form('刷卡器');
  await reader.getByRole('button', { name: '保存' }).click();
  await expect(reader.getByLabel('端口', { exact: true })).toHaveAccessibleDescription(/请填写|请选择/);
  await reader.getByLabel('端口', { exact: true }).selectOption('other');
  await reader.getByLabel('设备路径').fill(devices.readerPath);
  await reader.getByRole('button', { name: '保存' }).click();
  await expect(reader.getByLabel('设备路径')).toHaveAccessibleDescription(/另一个读卡器正在用这个端口/);
  await reader.getByLabel('设备路径').fill(devices.tagReaderPath);
  await reader.getByLabel('卡号格式').selectOption('w26');
  await reader.getByRole('button', { name: '刷卡测试' }).click();
  await expect(reader.getByRole('status')).toContainText('秒内刷一张卡');
  devices.tagReader.present('0063E9AE');
  await expect(reader.getByRole('status')).toContainText('读到“0006547886”，不是所选的格式');
  devices.tagReader.remove();
  const first = reader.getByRole('row').nth(1);
  await expect(first).toContainText(/10 位数字（10D） · 正序.*最可能.*0063E9AE.*0006547886 099,59822/);
  await first.getByRole('button', { name: /^选用/ }).click();
  await expect(reader.getByLabel('卡号格式')).toHaveValue('dec10');
  await expect(first).toContainText('当前');
  await reader.getByRole('button', { name: '刷卡测试' }).click();
  await expect(reader.getByRole('status')).toContainText('秒内刷一张卡');
  devices.tagReader.present('00A1B2C3');
  await expect(reader.getByRole('status')).toContainText('读到卡号 00A1B2C3');
  devices.tagReader.remove();
  await expect(reader.getByText('就绪')).toBeVisible();
});

test('a scanner is added beside it, and one that was added by mistake goes again', async () => {
  await page.getByRole('button', { name: '添加扫码枪' }).click();
  const scanner = form('扫码枪');
  await scanner.getByLabel('端口', { exact: true }).selectOption('other');
  await scanner.getByLabel('设备路径').fill(devices.scannerPath);
  await scanner.getByRole('button', { name: '扫码测试' }).click();
  await expect(scanner.getByRole('status')).toContainText('秒内扫一个码');
  devices.scanner.send(Buffer.from('c4e3bac30d', 'hex'));
  await scanner
    .getByRole('row')
    .filter({ hasText: '你好' })
    .getByRole('button', { name: '选用 GBK' })
    .click();
  await expect(scanner.getByLabel('中文编码')).toHaveValue('gbk');
  await scanner.getByRole('button', { name: '扫码测试' }).click();
  await expect(scanner.getByRole('status')).toContainText('秒内扫一个码');
  devices.scanner.send(Buffer.from('c4e3bac30d', 'hex'));
  await expect(scanner.getByRole('status')).toContainText('扫到：你好');
  await page.getByRole('button', { name: '添加扫码枪' }).click();
  await form('扫码枪').nth(1).getByRole('button', { name: '移除' }).click();
  await expect(form('扫码枪')).toHaveCount(1);
});

test('a badge on the tag reader fills its field, and signs its holder in over whoever works', async () => {
  await part('员工').click();
  await page.getByRole('row').filter({ hasText: '1001' }).click();
  await page.getByRole('button', { name: '工卡' }).click();
  const tool = form('工卡');
  await tool.getByLabel('卡号').focus();
  devices.tagReader.present('00112233');
  await expect(tool.getByLabel('卡号')).toHaveValue('00112233');
  // The same tag is told again once the reader has not seen it for a while; another one at once.
  await tool.getByLabel('卡号').fill('0077C0DE');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText(/已登记 1001 .* 的工卡/);
  await page.keyboard.press('Control+l');
  await expect(form('员工登录')).toBeVisible();
  devices.tagReader.present('0077C0DE');
  await expect(page.getByText(/^1001 .* · 客服员$/)).toBeVisible();
  await expect(form('员工登录')).toBeHidden();
  devices.tagReader.remove();
  await takeOver(page, '9001');
  await expect(page.getByText(/^9001 .* 管理员$/)).toBeVisible();
  await page.keyboard.press('F12');
  await part('设备').click();
});

test('what was set outlives the backend and the window', async () => {
  process.kill(await backendProcess(app), 'SIGKILL');
  await expect(page.getByText('后台已中断，正在重新启动')).toBeVisible();
  await expect(page.getByText('后台已中断，正在重新启动')).toBeHidden();
  await page.reload();
  await takeOver(page, '9001');
  await expect(page.getByText(/^9001 .* 管理员$/)).toBeVisible();
  await page.keyboard.press('F12');
  await part('设备').click();
  await expect(form('小票打印机').getByLabel('端口号')).toHaveValue(new URL(devices.printerAddress).port);
  await expect(form('读卡器').getByLabel('端口', { exact: true })).toHaveValue(
    JSON.stringify({ path: devices.readerPath }),
  );
});
test('the devices are clean under axe, in both languages, light and dark', async () => {
  for (const other of ['English', '中文']) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await axeFaults(page), `devices ${scheme}`).toEqual([]);
    }
    await page.getByRole('button', { name: other }).click();
  }
});

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
