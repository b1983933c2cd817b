// The care of the data at the window: the recovery sheet, backups, a key that is gone, and a damaged file.
import { readdirSync, renameSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { readCodes } from '../devices/read-codes.ts';
import { launchApp } from '../support/launch-app.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { axeFaults } from './axe-faults.ts';
import { field } from './desk-page.ts';

const PIN = '472913';
const NEW_PIN = '864209';

let folder: string;
let dataDir: string;
let desk: LaunchedApp;
let page: Page;
/** As they stand on the sheet. */
let groups: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-data-'));
  dataDir = join(folder, 'data');
  await open();
});
test.afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  desk = await launchApp({ sample: false, language: 'zh-CN', dataDir });
  page = desk.page;
}

async function reopenAfter(change: () => void): Promise<void> {
  await desk.close();
  change();
  await open();
}

/** Moves the file with the property key away, as a new installation of the system does. */
function loseKey(): void {
  const keys = join(`${dataDir}-profile`, 'keys');
  for (const name of readdirSync(keys)) renameSync(join(keys, name), join(folder, `${name}.gone`));
}

async function signIn(number: string, pin: string): Promise<void> {
  await page.getByLabel('员工号').fill(number);
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
}

async function openDataPart(): Promise<void> {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '数据安全', exact: true }).click();
  await expect(page.getByRole('heading', { name: '恢复单' })).toBeVisible();
}

/** In both languages, light and dark. */
async function expectAccessible(): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const other of ['English', '中文']) {
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: other, exact: true }).click();
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

test('the first start ends with the recovery sheet: printed, read back from the paper, and confirmed', async () => {
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  await part('项目').getByLabel('中文名称').fill('云杉大厦');
  await part('项目').getByLabel('英文名称').fill('Spruce Tower');
  await part('项目').getByLabel('项目代码').fill('ysds');
  await part('管理员').getByLabel('员工号').fill('9001');
  await part('管理员').getByLabel('姓名').fill('顾明远');
  await part('管理员').getByLabel('PIN', { exact: true }).fill(PIN);
  await part('管理员').getByLabel('再输一次 PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('云杉大厦')).toBeVisible();
  await signIn('9001', PIN);
  await expect(page.getByRole('heading', { name: '最后一步：打印恢复单' })).toBeVisible();
  await expectAccessible();

  await page.getByLabel('您的 PIN').fill('999111');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('您的 PIN')).toHaveAccessibleDescription('PIN 不正确');
  await page.getByLabel('您的 PIN').fill(PIN);
  await page.keyboard.press('Enter');

  const paper = page.getByRole('region', { name: '恢复单' });
  const items = paper.getByRole('list', { name: '恢复密钥' }).getByRole('listitem');
  await expect(items).toHaveCount(7);
  groups = (await items.allInnerTexts()).map((text) => text.trim().slice(-5));
  const code = await paper.getByRole('img', { name: '恢复密钥' }).screenshot();
  expect(await readCodes(code)).toEqual([`QRCode ${groups.join('-')}`]);
  await page.keyboard.press('Escape');

  const last = page.getByLabel('恢复单上的最后一组');
  await expect(last).toBeFocused();
  await last.fill(groups[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(last).toHaveAccessibleDescription(/与恢复单不一致/);
  await last.fill(groups.at(-1)?.toLowerCase() ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^9001 顾明远 · 管理员$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /项提醒$/ })).toBeHidden();
});

test('the settings show the sheet, make a backup and verify it and the journal', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('欧阳如初');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '备注').press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText('欧阳如初');

  await openDataPart();
  await expect(page.getByText('已打印并确认')).toBeVisible();
  await expect(page.getByText(/由 顾明远 制作$/)).toBeVisible();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText(/^备份完成：\d+ KB，\d+ 条记录$/)).toBeVisible();
  const rows = page.getByRole('table', { name: '备份' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('制作时已校验');
  await rows.nth(1).getByRole('button').click();
  await expect(rows.nth(1)).toContainText('完好');
  await page.getByRole('button', { name: '校验账本' }).click();
  await expect(page.getByText('账本完整，没有改动')).toBeVisible();
  await expect(page.getByText(/^账本 本机：到第 \d+ 条，校验码 [0-9a-f]{16}$/)).toBeVisible();
  await expect(page.getByText(join(dataDir, 'backups'))).toBeVisible();
  await expect(page.getByText(/^与数据在同一块盘上/)).toBeVisible();
  await expectAccessible();
});

test('the key is gone: the window says so, tells a slip with its group, and opens with the sheet', async () => {
  await reopenAfter(loseKey);
  await expect(page.getByRole('heading', { name: '找不到本项目的密钥' })).toBeVisible();
  await expectAccessible();
  const key = page.getByLabel('恢复密钥', { exact: true });
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(key).toHaveAccessibleDescription('请输入恢复密钥');
  await key.fill(groups.with(4, groups[5] ?? '').join(' '));
  await page.keyboard.press('Enter');
  await expect(key).toHaveAccessibleDescription(/^第 5 组输错了/);
  await key.fill(groups.slice(1).join(' '));
  await page.keyboard.press('Enter');
  await expect(key).toHaveAccessibleDescription(/共 35 位/);
  // As a scanner reads it from the code.
  await key.fill(groups.join('-'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('云杉大厦')).toBeVisible();
  await signIn('9001', PIN);
  await expect(page.getByText('欧阳如初')).toBeVisible();
});

test('the key that came back is stored again: the next start asks nothing', async () => {
  await reopenAfter(() => {});
  await signIn('9001', PIN);
  await expect(page.getByText('欧阳如初')).toBeVisible();
});

test('without the sheet the desk goes on after a typed word, with a new admin and a banner that stays', async () => {
  await reopenAfter(loseKey);
  await page.getByRole('button', { name: '不用密钥继续…' }).click();
  await expect(page.getByText(/显示为“已锁定”/)).toBeVisible();
  await page.getByRole('button', { name: '不用密钥继续', exact: true }).click();
  await expect(page.getByLabel('输入“继续”以确认')).toHaveAccessibleDescription('请输入“继续”');
  await page.getByLabel('输入“继续”以确认').fill('继续');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '设一位新的管理员' })).toBeVisible();
  await expectAccessible();
  await page.getByLabel('员工号').fill('9001');
  await field(page, '姓名').fill('顾明远');
  await page.getByLabel('PIN', { exact: true }).fill('111111');
  await page.getByLabel('再输一次 PIN').fill('111111');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('PIN', { exact: true })).toHaveAccessibleDescription(/太容易猜到/);
  await page.getByLabel('PIN', { exact: true }).fill(NEW_PIN);
  await page.getByLabel('再输一次 PIN').fill(NEW_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '设一位新的管理员' })).toBeHidden();
  await expect(page.getByLabel('员工号')).toHaveValue('9001');
  await signIn('9001', NEW_PIN);
  await page.getByRole('button', { name: '以后再打印' }).click();
  await expect(page.getByText('以前的内容已锁定')).toBeVisible();
  await expect(page.getByText('欧阳如初')).toBeHidden();
});

test('the sheet turns up: typed into the settings it unlocks what was locked, and the banner goes', async () => {
  await openDataPart();
  const old = page.getByLabel('原来的恢复密钥');
  await old.fill(groups.with(0, 'AAAAA').join(' '));
  await page.keyboard.press('Enter');
  await expect(old).toHaveAccessibleDescription(/^第 1 组/);
  await expectAccessible();
  await old.fill(groups.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText(/已解锁 \d+ 条记录/);
  await expect(page.getByText('以前的内容已锁定')).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(page.getByText('欧阳如初')).toBeVisible();
});

test('a damaged file is mended after a typed word, from the backup and what can still be read', async () => {
  await reopenAfter(damage);
  await expect(page.getByRole('heading', { name: '数据文件已损坏' })).toBeVisible();
  await expect(page.getByText(/^最近的完好备份：/)).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: '修复数据…' }).click();
  await page.getByLabel('输入“修复”以确认').fill('修复');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已修复')).toBeVisible();
  await page.getByRole('button', { name: '打开服务台' }).click();
  await signIn('9001', NEW_PIN);
  await page.getByRole('button', { name: /项提醒$/ }).click();
  await expect(page.getByRole('dialog', { name: '数据安全提醒' })).toContainText('数据文件损坏后已修复');
});

/** Changes the latest entry of the closed file by a byte, which breaks the end of its chain. */
function damage(): void {
  const path = join(dataDir, DATABASE_FILE);
  const database = new Database(path);
  database.exec('UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
