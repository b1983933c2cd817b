// A4 sheets: the evacuation list also without a sign-in, the paper kit and the notice, on the screen, in print and as PDF.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { ReadPdf } from '../support/read-pdf.ts';
import { backendProcess, field, PIN, registerWalkIn, signIn } from './desk-page.ts';

let desk: LaunchedApp;
let page: Page;
let folder: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-sheets-'));
  desk = await launchApp({ seed: 17 });
  page = desk.page;
});
test.afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const sheet = (name: string | RegExp) => page.getByRole('region', { name });
const A4 = [595, 842];

/** The user chooses this file (of the folder, or anywhere by its whole path) wherever the program asks; null closes the dialog. */
async function chooses(file: string | null): Promise<void> {
  const filePath = file === null ? '' : resolve(folder, file);
  await desk.app.evaluate(({ dialog }, path) => {
    Object.assign(dialog, { showSaveDialog: async () => ({ canceled: path === '', filePath: path }) });
  }, filePath);
}

/** The system answers so to every print from now on: null for done, else Electron's reason. */
async function prints(reason: string | null, printers = 1): Promise<void> {
  const answer = { reason, printers };
  await desk.app.evaluate(({ BrowserWindow }, { reason: why, printers: known }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('the desk has no window');
    Object.assign(window.webContents, {
      getPrintersAsync: async () => Array.from({ length: known }, () => ({})),
      asked: 0,
      print(_options: unknown, done: (success: boolean, reason: string) => void) {
        this.asked += 1;
        done(why === null, why ?? '');
      },
    });
  }, answer);
}

/** How often the system was asked to print since it was told how to answer. */
async function printsAsked(): Promise<unknown> {
  return desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const asked: unknown = Reflect.get(window?.webContents ?? {}, 'asked');
    return asked;
  });
}

/** Name and host of a walk-in whose host is on no file, once the form has said so: its hint moves what is below. */
async function fillStranger(name: string): Promise<void> {
  await field(page, '姓名').fill(name);
  await field(page, '被访人').fill('门口的何先生');
  await expect(page.getByRole('form').getByText('不在名册中')).toBeVisible();
}

async function savedAs(file: string): Promise<ReadPdf> {
  await chooses(file);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText(file);
  return readPdf(join(folder, file));
}

test('before anybody has signed in, the evacuation list opens, is printed and saved, and nothing else is on it', async () => {
  await page.getByRole('button', { name: '疏散名单' }).click();
  const list = sheet('疏散名单');
  await expect(list.getByRole('heading', { name: '疏散名单' })).toBeFocused();
  await expect(list.getByText(/^在场访客 \d+ 人$/)).toBeVisible();
  await expect(list.getByText('不含业户自己的员工')).toBeVisible();
  await expect(list.getByText(/^L1 数据截至 /)).toBeVisible();
  const first = (await list.getByRole('row').nth(1).locator('strong').first().innerText()).slice(0, 6);
  const { pages, size } = await savedAs('list.pdf');
  expect(size).toEqual(A4);
  expect(pages.join('')).toContain(first);
  expect(pages[0]).toContain('疏散名单');
  for (const [at, text] of pages.entries()) {
    expect(text).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`);
    expect(text).toMatch(/\d+ 层 • \d|\d+ 层 · \d|未核实/);
    expect(text).not.toContain('员工号');
  }
  await prints(null);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('alert')).toHaveText('已交给系统打印。');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(page.getByRole('button', { name: '疏散名单' })).toBeFocused();
});

test('what fails is named and said, the sheet stays, and no half of a file does', async () => {
  await page.keyboard.press('Control+Shift+e');
  const alert = page.getByRole('alert');
  await prints('Print job failed');
  await page.keyboard.press('Control+p');
  await expect(alert).toContainText('没有打印成功');
  await prints(null, 0);
  await page.getByRole('button', { name: '打印' }).click();
  await expect(alert).toContainText('这台电脑没有可用的打印机');
  await prints('Print job canceled');
  await page.keyboard.press('Control+p');
  await expect(alert).toHaveText('已取消，没有打印。');
  await chooses(null);
  await page.keyboard.press('Control+s');
  await expect(alert).toHaveText('已取消，没有保存。');
  await chooses('/sys/list.pdf');
  await page.getByRole('button', { name: '保存为 PDF' }).click();
  await expect(alert).toContainText('那个文件夹不允许写入');
  expect(await readdir(folder)).toEqual(['list.pdf']);
  await expect(sheet('疏散名单')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('whoever needs help to leave stands so on the list and in the panel', async () => {
  await signIn(page);
  await page.keyboard.press('Alt+n');
  await fillStranger('凌需助');
  await field(page, '需要协助').check();
  await field(page, '备注').press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText('凌需助');
  await page.getByRole('row').filter({ hasText: '凌需助' }).click();
  await expect(page.getByRole('article').getByText('需要协助')).toBeVisible();
  await page.keyboard.press('Control+Shift+e');
  const line = sheet('疏散名单').getByRole('row').filter({ hasText: '凌需助' });
  await expect(line.getByText('需要协助')).toBeVisible();
  const { pages } = await savedAs('help.pdf');
  expect(pages.join('')).toMatch(/凌需助\s*需要协助/);
  await page.keyboard.press('Escape');
});

test('saved before the new list has come, it waits for it: who was registered last stands on the paper', async () => {
  const backend = await backendProcess(desk.app);
  for (const [key, file] of [
    ['Control+Shift+e', 'late.pdf'],
    ['kit', 'late-kit.pdf'],
  ] as const) {
    const name = key === 'kit' ? '申稍后' : '申刚到';
    await registerWalkIn(page, name);
    process.kill(backend, 'SIGSTOP');
    try {
      if (key === 'kit') await page.getByRole('button', { name: '纸质应急登记表' }).click();
      else await page.keyboard.press(key);
      await chooses(file);
      await page.keyboard.press('Control+s');
      await expect(page.getByText('正在取得最新数据')).toBeVisible();
    } finally {
      process.kill(backend, 'SIGCONT');
    }
    await expect(page.getByRole('alert')).toContainText(file);
    const { pages } = await readPdf(join(folder, file));
    expect(pages.join('')).toContain(name);
    expect(pages.join('')).not.toContain('后台未响应');
    await page.keyboard.press('Escape');
  }
});

test('print and Esc in one go: the sheet closes once it is on paper, and only a second Esc keeps it off', async () => {
  const backend = await backendProcess(desk.app);
  const closesItself = page.getByText('打印后自动关闭');
  for (const giveUp of [false, true]) {
    await prints(null);
    await registerWalkIn(page, giveUp ? '尤不印' : '尤急走');
    process.kill(backend, 'SIGSTOP');
    try {
      await page.keyboard.press('Control+Shift+e');
      await page.keyboard.press('Control+p');
      await expect(page.getByText('正在取得最新数据')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(closesItself).toBeVisible();
      if (giveUp) await page.keyboard.press('Escape');
    } finally {
      process.kill(backend, 'SIGCONT');
    }
    await expect(sheet('疏散名单')).toBeHidden();
    expect(await printsAsked()).toBe(giveUp ? 0 : 1);
    // The way back of what was registered is not taken from under the hand by it.
    await expect(page.getByRole('status', { name: '提示' })).toContainText(giveUp ? '尤不印' : '尤急走');
  }
});

test('what closes itself after printing stays open with the reason when nothing was printed', async () => {
  await prints('Print job failed');
  await registerWalkIn(page, '尤没纸');
  const backend = await backendProcess(desk.app);
  process.kill(backend, 'SIGSTOP');
  try {
    await page.keyboard.press('Control+Shift+e');
    await page.keyboard.press('Control+p');
    await expect(page.getByText('正在取得最新数据')).toBeVisible();
    await page.keyboard.press('Escape');
  } finally {
    process.kill(backend, 'SIGCONT');
  }
  await expect(page.getByRole('alert')).toContainText('没有打印成功');
  await page.keyboard.press('Escape');
  await expect(sheet('疏散名单')).toBeHidden();
});

test('a backend that does not answer keeps no list off the paper: it says of when it is', async () => {
  const backend = await backendProcess(desk.app);
  process.kill(backend, 'SIGSTOP');
  try {
    await page.keyboard.press('Control+Shift+e');
    const { pages } = await savedAs('unanswered.pdf');
    expect(pages[0]).toMatch(/后台未响应[\s\S]*申刚到/);
    expect(pages[0]).toMatch(/打印时间|数据截至/);
  } finally {
    process.kill(backend, 'SIGCONT');
  }
  await expect(page.getByText('后台未响应')).toBeHidden();
  await page.keyboard.press('Escape');
});

test('the paper kit is one document: numbered blank lines, who is inside, and the notice', async () => {
  await page.getByRole('button', { name: '纸质应急登记表' }).click();
  const kit = sheet('纸质应急登记表');
  await expect(kit.getByRole('heading', { name: '纸质应急登记表' })).toBeFocused();
  await kit.getByLabel('空白登记页数').selectOption('3');
  await expect(kit.getByText(/^\d{4}-\d{4}-33$/)).toBeVisible();
  const { pages, size } = await savedAs('kit.pdf');
  expect(size).toEqual(A4);
  expect(pages.slice(0, 3).map((text) => text.match(/\d{4}-\d{4}-\d\d\b/g)?.length)).toEqual([11, 11, 11]);
  expect(pages[3]).toMatch(/在场访客（截至 .*，\d+ 人）/);
  expect(pages.slice(3).join('')).toContain('凌需助');
  expect(pages.at(-1)).toMatch(/您的权利[\s\S]*Your rights/);
});

test('below a sheet no key of the desk acts, and a locked desk shows no sheet with names but the evacuation list', async () => {
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('form')).toBeHidden();
  await page.clock.install();
  await page.keyboard.press('Shift');
  await page.clock.fastForward('03:01');
  await expect(page.getByLabel('PIN')).toBeVisible();
  await expect(sheet('纸质应急登记表')).toBeHidden();
  await page.keyboard.press('Control+Shift+e');
  await prints(null);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('alert')).toHaveText('已交给系统打印。');
  await page.keyboard.press('Escape');
  await page.clock.resume();
  await page.getByLabel('PIN').fill(PIN);
  await page.getByLabel('PIN').press('Enter');
  await expect(sheet('纸质应急登记表')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet('纸质应急登记表')).toBeHidden();
});

test('an arrival from the paper kit keeps its line, in the panel and in the history', async () => {
  await page.keyboard.press('Alt+n');
  await fillStranger('班补录');
  await field(page, '补录（稍早已到访）').check();
  await field(page, '实际到访时间').fill('00:00');
  await field(page, '纸质登记行号').fill('1122-0850-07');
  await field(page, '备注').press('Enter');
  await page.getByRole('row').filter({ hasText: '班补录' }).click();
  const panel = page.getByRole('article');
  await expect(panel.getByText('1122-0850-07')).toBeVisible();
  await panel.getByRole('button', { name: '历史' }).click();
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('纸质登记行号 1122-0850-07');
});

test('the notice stands in both languages on one page, with its version', async () => {
  await page.getByRole('button', { name: '个人信息处理告知' }).click();
  await expect(sheet(/^个人信息处理告知/).getByText(/^版本 1/)).toBeVisible();
  const { pages } = await savedAs('notice.pdf');
  expect(pages).toHaveLength(1);
  for (const title of ['个人信息处理告知', 'Privacy notice']) expect(pages[0]).toContain(title);
  expect(pages[0]).toMatch(/您的权利[\s\S]*Your rights/);
  await page.keyboard.press('Escape');
});

test('in English the sheets speak English', async () => {
  await registerWalkIn(page, '简英文');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Evacuation list' }).click();
  const list = await savedAs('english-list.pdf');
  expect(list.pages[0]).toMatch(/Evacuation\s+list[\s\S]*Visitors inside: \d+[\s\S]*Floor \d+/);
  expect(list.pages.join('')).toContain('简英文');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paper kit' }).click();
  const kit = await savedAs('english-kit.pdf');
  expect(kit.pages[0]).toMatch(/Paper\s+kit[\s\S]*Document\s+and\s+number[\s\S]*Page 1 of \d/);
});
