// What a scan means at the key cabinet: a slip of several keys, one key scanned again, a bag, a lost key, an emergency.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { axeFaults } from './axe-faults.ts';
import { field, PIN } from './desk-page.ts';
import { keyHands, onFloors, STILL_OUT } from './key-desk.ts';
import type { HungKey, KeyHands } from './key-desk.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let hands: KeyHands;

oneDesk({ seed: 44 }, (desk) => {
  ({ page, line } = desk);
  hands = keyHands(page, line);
});

const taking = () => hands.form('归还钥匙');
const tick = (name: string | RegExp) => taking().getByRole('checkbox', { name });
let three: readonly HungKey[] = [];

test('the slip of three keys asks which of them are here, and takes in what is ticked', async () => {
  three = [
    await hands.hung(...onFloors('茶水间')),
    await hands.hung(...onFloors('清洁间')),
    await hands.hung(...onFloors('弱电间')),
  ];
  const [first, second, third] = three;
  await page.keyboard.press('F3');
  await hands.lend(three, { name: '季三把', phone: '13900003333' });
  const slip = await hands.slipOf('季三把');
  await page.keyboard.press('F2');
  await scanByKeyboard(page, slip);
  await expect(taking()).toContainText('3 把都在吗？');
  await expect(tick('3 把都在')).toBeFocused();
  await expect(hands.row('季三把')).toContainText(STILL_OUT);
  await page.keyboard.press('Enter');
  await expect(taking()).toContainText('请勾选还回来的钥匙');
  // Its tag brings a key back at once, as everywhere; what is ticked by hand waits for the button.
  await scanByKeyboard(page, second?.tag ?? '');
  await expect(line).toContainText(/已归还一部分|已收回一部分/);
  await expect(tick(second?.name ?? '')).toBeDisabled();
  await expect(taking()).toContainText('2 把都在吗？');
  await tick(first?.name ?? '').check();
  expect(await axeFaults(page)).toEqual([]);
  await taking().getByRole('button', { name: '归还 1 把' }).click();
  await expect(line).toContainText('已收回一部分');
  await expect(taking()).toBeHidden();
  // The list names the key that is still out, not those that are back.
  await expect(hands.row('季三把')).toContainText(third?.name ?? '');
  await expect(hands.row('季三把')).not.toContainText(first?.name ?? '');
  // One key is left: now the slip alone is enough.
  await scanByKeyboard(page, slip);
  await expect(line).toContainText(/已归还 K-L1-/);
  await expect(line).toContainText(third?.name ?? '');
  // A trembling hand is one scan; after three seconds it is a second one.
  await expect(async () => {
    await scanByKeyboard(page, slip);
    await expect(line).toContainText(/K-L1-.*现在是“已归还”，没有改动/, { timeout: 500 });
  }).toPass();
});

test('all three at once: one tick, one Enter', async () => {
  await page.keyboard.press('Escape');
  await hands.lend(three, { name: '季又借', phone: '13900003334' });
  const slip = await hands.slipOf('季又借');
  await scanByKeyboard(page, slip);
  await expect(tick('3 把都在')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已归还 K-L1-/);
  await expect(taking()).toBeHidden();
});

test('what came back says where it hangs, who had it and what is still out; the same tag again changes nothing', async () => {
  await hands.lend(three.slice(0, 2), { name: '季两把', phone: '13900003335' });
  await page.keyboard.press('Alt+r');
  const [first] = three;
  await scanByKeyboard(page, first?.tag ?? '');
  const back = taking().getByRole('listitem');
  await expect(back).toContainText(/挂 [A-F] 柜 \d+ 钩/);
  await expect(back).toContainText('季两把');
  await expect(back).toContainText('还有 1 把未还');
  await expect(async () => {
    await scanByKeyboard(page, first?.tag ?? '');
    await expect(back).toContainText('又扫了一次，没有改动', { timeout: 500 });
  }).toPass();
  await expect(back).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('a key for emergencies goes out as one, unless somebody says otherwise', async () => {
  const { name, tag } = await hands.hung('18 层应急物资柜', '22 层应急物资柜');
  await scanByKeyboard(page, tag);
  await hands.newBorrower('安应急', '13900003336');
  await expect(hands.lendForm().getByRole('radio', { name: '紧急借用' })).toBeChecked();
  await expect(hands.lendForm().getByText('应急钥匙，按紧急借用办理')).toBeVisible();
  for (const label of ['紧急原因', '见证人']) {
    await expect(field(page, label)).toHaveAttribute('required', '');
  }
  await hands.lendForm().getByRole('radio', { name: '借用', exact: true }).check();
  await expect(field(page, '见证人')).toBeHidden();
  await hands.lendForm().getByRole('radio', { name: '紧急借用' }).check();
  await field(page, '紧急原因').fill('12层漏水');
  await field(page, '见证人').fill('安见证');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
  await expect(hands.row(name)).toContainText('紧急借用');
});

let opened = '';

/** A sealed spare that hangs in the lobby, another one than was opened before: its tag was scanned just now. */
async function sealedSpare(): Promise<{ readonly tag: string; readonly seal: string }> {
  const part = (name: string) =>
    page.getByRole('navigation', { name: '钥匙页面' }).getByRole('button', { name, exact: true });
  await part('钥匙柜').click();
  const spares = page.locator('[data-state="in_cabinet"]').filter({ hasText: '备用' });
  const cabinets = page.getByRole('navigation', { name: '钥匙柜', exact: true }).getByRole('button');
  await expect(cabinets.first()).toBeVisible();
  for (const cabinet of await cabinets.all()) {
    await cabinet.click();
    await expect(cabinet).toHaveAttribute('aria-current', 'true');
    for (const spare of (await spares.all()).slice(0, 8)) {
      await spare.click();
      const name = await spare.locator('strong').innerText();
      await expect(hands.key().getByRole('heading', { level: 2 })).toHaveText(name);
      const seal = /封条号\s+(\S+)/.exec(await hands.key().innerText())?.[1];
      const tag = await hands.tagShown();
      await page.keyboard.press('Escape');
      if (seal === undefined || tag === opened) continue;
      opened = tag;
      await part('借用名单').click();
      return { tag, seal };
    }
  }
  throw new Error('the sample has no sealed spare');
}

test('a sealed spare says so at the scan, is opened by two persons, lent, and sealed again when it is back', async () => {
  const { tag, seal } = await sealedSpare();
  await scanByKeyboard(page, tag);
  const unseal = hands.lendForm().getByRole('button', { name: '拆封' });
  await expect(unseal).toBeFocused();
  await expect(hands.lendForm()).toContainText(seal);
  await page.keyboard.press('Enter');
  const bag = hands.form('拆封');
  await bag.getByLabel('袋上封条号').fill(seal);
  await bag.getByRole('radio', { name: '紧急情况', exact: true }).check();
  await bag.getByRole('button', { name: '确定' }).click();
  await expect(bag.getByLabel('拆封原因')).toHaveAccessibleDescription('请填写');
  await bag.getByLabel('拆封原因').fill('水管爆裂');
  await expect(bag.getByLabel('拆封原因')).not.toHaveAccessibleDescription('请填写');
  await bag.getByLabel('主管员工号').fill('2001');
  await bag.getByLabel('主管PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已拆封');
  await expect(hands.lendForm().getByLabel('借用人')).toBeFocused();
  await expect(unseal).toBeHidden();
  await hands.newBorrower('查试曦', '13900007788');
  await hands.lendForm().getByRole('radio', { name: '紧急借用' }).check();
  await field(page, '紧急原因').fill('水管爆裂');
  await field(page, '见证人').fill('巡逻岗');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('查试曦');
  await scanByKeyboard(page, tag);
  await expect(line).toContainText('袋未封存');
  await page.keyboard.press('Alt+1');
  await expect(hands.form('重新封存').getByLabel('新封条号')).toBeFocused();
  await page.keyboard.type(`${seal}-2`, { delay: 40 });
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已重新封存');
});

test('who of the tenant agreed to the opening of a bag stands as who authorised the loan', async () => {
  const { tag, seal } = await sealedSpare();
  await scanByKeyboard(page, tag);
  await expect(hands.lendForm().getByRole('button', { name: '拆封' })).toBeFocused();
  await page.keyboard.press('Enter');
  const bag = hands.form('拆封');
  await bag.getByLabel('袋上封条号').fill(seal);
  const agreed = await bag.getByLabel('同意人').locator('option:checked').innerText();
  await bag.getByLabel('拆封原因').fill('业户更换门锁');
  await bag.getByLabel('主管员工号').fill('2001');
  await bag.getByLabel('主管PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已拆封');
  await expect(hands.lendForm().getByLabel('授权人').locator('option:checked')).toHaveText(agreed);
  await hands.lendForm().getByLabel('借用人').focus();
  await page.keyboard.insertText('wa');
  await expect(hands.lendForm().getByText('不止一位：按 ↑↓ 选中，再按 Enter')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(hands.lendForm().getByText(/^不止一位/)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('a lost key that is scanned is named with its state, and one Enter says it was found', async () => {
  const { name, tag } = await hands.hung(...onFloors('货梯厅'));
  await hands.ask(name);
  await hands.options().filter({ hasText: name }).first().click();
  await hands.key().getByRole('button', { name: '登记遗失' }).click();
  await hands.form('登记遗失').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已登记遗失');
  await page.keyboard.press('F2');
  await scanByKeyboard(page, tag);
  await expect(line).toContainText(`${name} 登记为遗失`);
  await expect(hands.form('已找到').getByRole('button', { name: '确定' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已找到');
  await scanByKeyboard(page, tag);
  await expect(line).toContainText('还没有挂回柜中');
  await expect(hands.key().getByRole('button', { name: '挂回柜中' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已挂回');
});
