// A data folder that must not be opened: the window says what happened, what was kept and what to do.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { expect, test } from 'playwright/test';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { launchApp } from '../support/launch-app.ts';
import { signIn } from './desk-page.ts';

let folder: string;
let dataDir: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-trouble-'));
  dataDir = join(folder, 'data');
  const desk = await launchApp({ seed: 17, dataDir });
  await signIn(desk.page);
  await desk.close();
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes the version of a program that there is not yet, or another, into the database. */
function setVersion(file: string, version?: number): number {
  const database = new Database(file);
  const before = Number(database.pragma('user_version', { simple: true }));
  if (version !== undefined) database.pragma(`user_version = ${version}`);
  database.close();
  return before;
}

test('a database of a newer program is not opened; once it is right again, trying again opens the desk', async () => {
  const file = join(dataDir, DATABASE_FILE);
  const version = setVersion(file, 9999);
  const { page, close } = await launchApp({ seed: 17, dataDir });
  try {
    await expect(page.getByRole('heading', { name: '数据来自更新版本的程序' })).toBeVisible();
    await expect(page.getByText('没有打开也没有改动任何数据。')).toBeVisible();
    await expect(page.getByText(/^日志编号 \S+/)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'The data belong to a newer program' })).toBeVisible();
    await page.getByRole('button', { name: '中文' }).click();
    expect(setVersion(file, version)).toBe(9999);
    await page.getByRole('button', { name: '重试' }).click();
    await signIn(page);
  } finally {
    await close();
  }
});

test('data without their key stay locked, and no new key is made for them', async () => {
  const other = join(folder, 'moved');
  const moved = await launchApp({ seed: 18, dataDir: other, sample: false });
  await moved.close();
  await copyFile(join(dataDir, DATABASE_FILE), join(other, DATABASE_FILE));
  const { page, close } = await launchApp({ dataDir: other, sample: false });
  try {
    await expect(page.getByRole('heading', { name: '找不到本项目的密钥' })).toBeVisible();
    await expect(page.getByText('数据完好但保持锁定；程序不会另造新密钥。')).toBeVisible();
    await expect(page.getByRole('button', { name: '打开样例项目' })).toBeVisible();
  } finally {
    await close();
  }
});
