// The key cabinet in order: its map, a stocktake by scan and by hook, a lost key, a bag that two persons open.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { axeFaults } from './axe-faults.ts';
import { PIN, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 41 }, (desk) => ({ page, line } = desk));

const part = (name: RegExp) =>
  page.getByRole('navigation', { name: '钥匙页面' }).getByRole('button', { name });
const hooks = () => page.getByRole('list', { name: /柜$/ });
const key = () => page.getByRole('article', { name: '钥匙详情' });
const lines = () => page.getByRole('grid', { name: '盘点明细' });
const row = (at: number) => lines().getByRole('row').nth(at);

/** The 16 digits on the tag of the key that is shown. */
async function tagShown(): Promise<string> {
  return (/\d{4} \d{4} \d{4} \d{4}/.exec(await key().innerText())?.[0] ?? '').replaceAll(' ', '');
}

test('the map shows every hook with its state in words; the arrows move, Enter opens the key', async () => {
  await page.keyboard.press('F3');
  await expect(part(/盘点/)).toContainText('该盘点了');
  await part(/^钥匙柜$/).click();
  const first = hooks().getByRole('button').first();
  await expect(first).toContainText(/钩 1.*(在柜|在借|未还齐|逾期)/);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const second = hooks().getByRole('button').nth(1);
  await expect(second).toBeFocused();
  const name = await second.locator('strong').innerText();
  await page.keyboard.press('Enter');
  await expect(key().getByRole('heading', { level: 2 })).toHaveText(name);
});

test('the map is an A4 sheet too, cabinet by cabinet', async () => {
  await page.getByRole('button', { name: '打印柜图' }).click();
  const sheet = page.getByRole('region', { name: '钥匙柜图' }).last();
  await expect(sheet.getByRole('columnheader', { name: 'A 柜', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '保存为 PDF' })).toBeHidden();
});

test('a stocktake counts by hook and by scan, and a scanned tag is lent to nobody meanwhile', async () => {
  const second = hooks().getByRole('button').nth(3);
  await second.click();
  const tag = await tagShown();
  await page.keyboard.press('Escape');
  await part(/盘点/).click();
  await page.getByLabel('范围').selectOption({ label: 'A 柜' });
  await page.getByRole('button', { name: '开始盘点' }).click();
  await expect(lines()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(1)).toContainText('在');
  await page.keyboard.press('Delete');
  await expect(row(2)).toContainText('不在');
  await expect(row(2)).toContainText('缺');
  await scanByKeyboard(page, tag);
  await expect(row(4).getByRole('gridcell').last()).toHaveText('在');
  await expect(page.getByRole('form', { name: '借出钥匙', exact: true })).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: '已点 2' })).toBeVisible();
});

test('it is left and gone on with, and finished when every difference has an answer', async () => {
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '继续盘点' }).click();
  await expect(row(2)).toContainText('不在');
  await page.getByRole('button', { name: '完成盘点' }).click();
  const finish = page.getByRole('form', { name: '完成盘点' });
  await finish.getByRole('button', { name: '完成盘点' }).click();
  await expect(finish.getByText('请写明原因').first()).toBeVisible();
  await finish.getByRole('button', { name: '登记遗失' }).click();
  await expect(finish.getByRole('button', { name: '登记遗失' })).toBeHidden();
  await finish.getByLabel('未点的结转原因').fill('换班，明早接着点');
  await finish.getByRole('button', { name: '完成盘点' }).click();
  await expect(line).toContainText('盘点已完成');
  const past = page.getByRole('table', { name: '历次盘点' });
  await expect(past).toContainText('换班，明早接着点');
  await expect(past).toContainText('已处理');
});

test('the lost key has a case: who was told, what it cost; then it is found and hung up', async () => {
  await part(/^钥匙柜$/).click();
  await hooks().getByRole('button').nth(1).click();
  await expect(key()).toContainText('遗失个案');
  await key().getByRole('button', { name: '记一笔' }).click();
  const note = page.getByRole('form', { name: '记一笔' });
  await note.getByLabel('事项').selectOption({ label: '换锁' });
  await note.getByLabel('费用（元）').fill('180');
  await note.getByRole('button', { name: '确定' }).click();
  await expect(key()).toContainText('¥180.00');
  await key().getByRole('button', { name: '已找到' }).click();
  await page.getByRole('form', { name: '已找到' }).getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已找到');
  await key().getByRole('button', { name: '挂回柜中' }).click();
  await expect(line).toContainText('已挂回');
  await expect(key()).toContainText('在柜');
});

/** Finds a sealed spare in the cabinets and shows it. */
async function showSpare(): Promise<void> {
  await part(/^钥匙柜$/).click();
  const cabinets = page.getByRole('navigation', { name: '钥匙柜', exact: true }).getByRole('button');
  for (const cabinet of await cabinets.all()) {
    await cabinet.click();
    const spares = hooks().getByRole('button').filter({ hasText: '备用' }).filter({ hasText: '在柜' });
    for (const spare of (await spares.all()).slice(0, 8)) {
      await spare.click();
      await expect(key().getByRole('heading', { level: 2 })).toHaveText(
        await spare.locator('strong').innerText(),
      );
      if (await key().getByRole('button', { name: '拆封' }).isVisible()) return;
    }
  }
  throw new Error('the sample has no sealed spare');
}

test('a tenant’s spare is opened by two persons with the seal read, and sealed again', async () => {
  await showSpare();
  const seal = /封条号\s+(\S+)/.exec(await key().innerText())?.[1] ?? '';
  await key().getByRole('button', { name: '拆封' }).click();
  const form = page.getByRole('form', { name: '拆封' });
  await form.getByLabel('袋上封条号').fill('X-1');
  await form.getByRole('radio', { name: '紧急情况', exact: true }).check();
  await form.getByLabel('拆封原因').fill('水管爆裂');
  await form.getByLabel('主管员工号').fill('2001');
  await form.getByLabel('主管PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(form).toContainText(seal);
  await form.getByLabel('袋上封条号').fill(seal);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已拆封');
  await expect(key()).toContainText('未封存');
  await key().getByRole('button', { name: '重新封存' }).click();
  const reseal = page.getByRole('form', { name: '重新封存' });
  await type(page, seal);
  await page.keyboard.press('Enter');
  await expect(reseal).toContainText('已经用过');
  await reseal.getByLabel('新封条号').fill('F-99001');
  await page.keyboard.press('Enter');
  await expect(key()).toContainText('F-99001');
});

test('map and stocktake are clean under axe, in light and in dark', async () => {
  await takeOverAs(page, '2001');
  for (const name of [/^钥匙柜$/, /盘点/]) {
    await part(name).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
    }
  }
});
