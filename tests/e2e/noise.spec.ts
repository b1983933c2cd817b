// Noise on the lines of reader and scanner while a form is half typed: nothing typed is lost, and the hand stays.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import type { SimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import { SAMPLE_CARDS, startSimulatedDesk } from '../../electron/tools/simulator/simulated-desk.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { field, signIn, takeOverAs, type } from './desk-page.ts';

const [mainland] = SAMPLE_CARDS;

let folder: string;
let devices: SimulatedDesk;
let desk: LaunchedApp;
let page: Page;
let line: Locator;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-noise-'));
  const raise = (error: unknown): never => {
    throw error;
  };
  devices = await startSimulatedDesk({ folder, printerPort: 0, onSlip: () => {}, onError: raise });
  desk = await launchApp({ seed: 16, reader: devices.readerPath });
  page = desk.page;
  line = page.getByRole('status', { name: '提示' });
  await signIn(page, '9001');
  await expect(page.getByText('读卡器：就绪')).toBeVisible();
});
test.afterAll(async () => {
  await desk.close();
  await devices[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

function putDown(): void {
  if (!mainland) throw new Error('the sample has no card');
  devices.reader.present(mainland);
}

/** What a hand has typed so far, and where it is: in the middle of a word. */
async function expectAsTyped(remarks: string): Promise<void> {
  await expect(field(page, '姓名')).toHaveValue('纳兰试验');
  await expect(field(page, '公司')).toHaveValue('云杉科技');
  await expect(field(page, '备注')).toHaveValue(remarks);
  await expect(field(page, '证件号码')).toHaveValue('');
  await expect(field(page, '备注')).toBeFocused();
}

test('a scanner is set up, and a visitor’s form is half typed', async () => {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '设备' }).click();
  await page.getByRole('button', { name: '添加扫码枪' }).click();
  const scanner = page.getByRole('form', { name: '扫码枪' });
  await scanner.getByLabel('端口', { exact: true }).selectOption('other');
  await scanner.getByLabel('设备路径').fill(devices.scannerPath);
  await scanner.getByRole('button', { name: '保存' }).click();
  await expect(line).toContainText('已保存');
  await takeOverAs(page, '1001');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('纳兰试验');
  await field(page, '公司').fill('云杉科技');
  await field(page, '备注').focus();
  await type(page, 'tool');
  await expectAsTyped('tool');
});

test('a reading that comes broken is dropped and told, and what is typed stays as it is', async () => {
  devices.reader.misbehave('wrongChecksum', { commands: ['read'] });
  putDown();
  await expect(line).toContainText('读卡数据不完整，已丢弃。请重新放卡。');
  await expectAsTyped('tool');
  await type(page, ' box');
  await expectAsTyped('tool box');
});

test('what a scanner sends in fits and starts is told, and lands in no field', async () => {
  // What a loose plug makes of the line: ends of lines, bytes of every kind, half a code.
  const noise = Uint8Array.from({ length: 300 }, (_, at) => (at * 151 + 7) % 256);
  devices.scanner.send(noise);
  // Somebody's web address: longer than any code of ours.
  devices.scanner.scan(`https://example.com/${'a'.repeat(120)}`);
  await expect(line).toHaveText('这不是16位通行码。');
  await expectAsTyped('tool box');
  // A pass that nobody issued tells that all before it was heard.
  devices.scanner.scan(makeScanCode('visitPass', '0'.repeat(13)));
  await expect(line).toHaveText('本项目没有发过此通行码。');
  await expectAsTyped('tool box');
});

test('the card itself, when the line is quiet again, fills what is empty and overwrites nothing', async () => {
  devices.reader.remove();
  devices.reader.misbehave('falsePreamble', { commands: ['read'], times: 1 });
  putDown();
  await expect(field(page, '证件号码')).toHaveValue('310199199003070014');
  await expect(field(page, '姓名')).toHaveValue('纳兰试验');
  await expect(field(page, '公司')).toHaveValue('云杉科技');
  await expect(field(page, '备注')).toHaveValue('tool box');
  await expect(page.getByRole('button', { name: '采用卡上信息' })).toBeVisible();
});
