// The one box 查找/扫码 by keyboard alone: it answers as one types, opens what it found, and hands the keys back.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { axeFaults } from './axe-faults.ts';
import { field, registerWalkIn, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let panel: Locator;

oneDesk({ seed: 31 }, (desk) => ({ page, panel } = desk));

const box = () => page.getByRole('combobox', { name: '查找/扫码' });
const list = () => page.getByRole('listbox', { name: '查找结果' });
const group = (name: string): Locator => list().getByRole('group', { name });

/** The option that Enter opens, as a screen reader is told of it. */
async function pointedAt(): Promise<Locator> {
  const id = await box().getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`);
}

const line = () => page.getByRole('status', { name: '提示' });
/** Where the hand is with a visitor who was looked for: at the buttons, on none of them. */
const deeds = () => panel.getByRole('group', { name: '可办事项' });

test('two letters find a visitor on site, and Enter opens the visit with the hand at its buttons', async () => {
  await registerWalkIn(page, '尉迟清和');
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+k');
  await type(page, 'yc');
  await expect(group('在访、预约与借出').getByRole('option').filter({ hasText: '尉迟清和' })).toBeVisible();
  await expect(box()).toHaveAttribute('aria-expanded', 'true');
  await box().fill('ycqh');
  await expect(await pointedAt()).toContainText('尉迟清和');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: '尉迟清和' })).toBeVisible();
  await expect(deeds()).toBeFocused();
  await expect(box()).toHaveValue('');
  await expect(list()).toBeHidden();
  await page.keyboard.press('Control+k');
  await box().fill('ycqh');
  await page.keyboard.press('Enter');
  await expect(deeds()).toBeFocused();
  await page.keyboard.press('Escape');
});

test('no Enter signs out who was only looked for: leaving is one key of its own, named with its undo', async () => {
  await page.keyboard.press('Control+k');
  await box().fill('ycqh');
  await expect(await pointedAt()).toContainText('尉迟清和');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Enter');
  await expect(deeds()).toBeFocused();
  // Also one that the box does not take for its own any more: any other key ends that.
  await page.keyboard.press('Shift');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(deeds()).toBeFocused();
  await expect(panel.getByRole('button', { name: '签离' })).toContainText('Alt+O');
  await page.keyboard.press('Alt+o');
  await expect(line()).toContainText(/已签离 V-L1-.* 尉迟清和/);
  await page.keyboard.press('Alt+z');
  await expect(line()).toContainText('已恢复在访');
  await expect(panel.getByRole('button', { name: '签离' })).not.toBeFocused();
});

test('Tab goes from the hit to signing out, for a hand that knows no other key', async () => {
  await page.keyboard.press('Control+k');
  await box().fill('ycqh');
  await page.keyboard.press('Enter');
  await expect(deeds()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: '签离' })).toBeFocused();
  await page.keyboard.press('Escape');
});

test('the end of a phone number finds its visitor', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('慕容听雨');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '电话').fill('13900007316');
  await field(page, '备注').press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText('慕容听雨');
  await page.keyboard.press('F1');
  await type(page, '7316');
  await expect(await pointedAt()).toContainText('慕容听雨');
  await page.keyboard.press('Escape');
});

test('a host finds who is with them, and a plate is shown with its visitor', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('公冶望舒');
  await field(page, '被访人').fill('濮阳先生');
  await field(page, '车牌').fill('沪C7W316');
  await field(page, '备注').press('Enter');
  await expect(line()).toContainText('公冶望舒');
  await page.keyboard.press('F1');
  await type(page, 'pyxs');
  await expect(await pointedAt()).toContainText(/公冶望舒.*濮阳先生/);
  await box().fill('c7w3');
  await expect(await pointedAt()).toContainText(/公冶望舒.*沪C7W316/);
  await page.keyboard.press('Escape');
});

test('a permit that nobody is found by is registered as what it looks like, not as an ID card', async () => {
  await page.keyboard.press('F1');
  await type(page, 'h12345678');
  await expect(await pointedAt()).toHaveText('登记访客，证件号码 H12345678');
  await page.keyboard.press('Enter');
  await expect(field(page, '证件类型')).toHaveValue('hongKongMacaoPermit');
  await field(page, '证件号码').fill('E12345678');
  await expect(field(page, '证件类型')).toHaveValue('passport');
  await expect(field(page, '国籍')).toBeVisible();
  await field(page, '姓名').press('Escape');
});

test('Enter that is faster than the answer opens the first of it all the same', async () => {
  await page.keyboard.press('F1');
  await box().fill('慕容听雨');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: '慕容听雨' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('Esc closes the answers alone and gives the hand back to the field it came from', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '公司').fill('云杉科技');
  await field(page, '公司').focus();
  await page.keyboard.press('Control+k');
  await type(page, 'mu');
  await expect(list()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list()).toBeHidden();
  await expect(field(page, '公司')).toBeFocused();
  await expect(field(page, '公司')).toHaveValue('云杉科技');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('the arrows walk over all groups, and a unit opens a new form with that unit in it', async () => {
  await page.keyboard.press('F1');
  await type(page, '1203');
  const unit = group('被访人与单元').getByRole('option').first();
  await expect(unit).toBeVisible();
  const count = await list().getByRole('option').count();
  await page.keyboard.press('ArrowUp');
  await expect(
    list()
      .getByRole('option')
      .nth(count - 1),
  ).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(list().getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  while ((await unit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toBeFocused();
  await expect(page.getByRole('form').getByRole('listitem')).toHaveText(/1203/);
  await page.keyboard.press('Escape');
});

test('whoever is not found is said so, and registered under that name by Enter', async () => {
  await page.keyboard.press('F1');
  await type(page, 'Zqxv Wrk');
  await expect(page.getByText('没有找到“Zqxv Wrk”')).toBeVisible();
  await expect(await pointedAt()).toHaveText('登记访客：Zqxv Wrk');
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toHaveValue('Zqxv Wrk');
  await expect(field(page, '被访人')).toBeFocused();
  await page.keyboard.press('Escape');
});

test('an Enter that ends a composition opens nothing', async () => {
  await page.keyboard.press('F1');
  await box().fill('慕容');
  await expect(list().getByRole('option').first()).toBeVisible();
  await box().evaluate((input) => {
    const enter = { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
  });
  await expect(box()).toHaveValue('慕容');
  await expect(box()).toBeFocused();
  await page.keyboard.press('Escape');
});

test('a typed pass code is acted on, not looked for', async () => {
  await page.keyboard.press('F1');
  await type(page, '1000000000000009');
  await expect(await pointedAt()).toHaveText('按码 1000 0000 0000 0009 办理');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText(/通行码/);
});

test('whoever was here before is offered their last visit by phone; one key takes it over and nothing typed is lost', async () => {
  const form = page.getByRole('form', { name: '登记访客' });
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('慕容听雨');
  await field(page, '公司').fill('另一家');
  await field(page, '电话').focus();
  await type(page, '13900007316');
  await expect(form.getByRole('status')).toContainText('门口的何先生');
  await page.keyboard.press('Alt+l');
  await expect(field(page, '被访人')).toHaveValue('门口的何先生');
  await expect(field(page, '公司')).toHaveValue('另一家');
  await expect(form.getByRole('status')).toBeEmpty();
  await page.keyboard.press('Escape');
});

test('a document number brings back the last visit too, with what the tenant of its unit asks for', async () => {
  const number = '110101199003070038';
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('诸葛长宁');
  await field(page, '证件号码').fill(number);
  await chooseUnitWithInstructions();
  await field(page, '备注').press('Enter');
  await expect(line()).toContainText('诸葛长宁');
  // Alt+O is for the row that the list points at: a hand waits until it is there.
  await expect(page.getByRole('row', { name: /诸葛长宁/, selected: true })).toBeVisible();
  await page.keyboard.press('Alt+o');
  await expect(line()).toContainText(/已签离 .* 诸葛长宁/);
  await page.keyboard.press('F1');
  await box().fill(number);
  await expect(group('历史').getByRole('option')).toContainText('诸葛长宁');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+n');
  await field(page, '证件号码').fill(number);
  const form = page.getByRole('form', { name: '登记访客' });
  await expect(form.getByRole('status')).toContainText('上次来访');
  await page.keyboard.press('Alt+l');
  await expect(form.getByRole('listitem')).toHaveCount(1);
  await expect(form.getByText(/^业户要求/)).toBeVisible();
  await field(page, '备注').press('Escape');
});

/** Which tenants ask for something is the sample's chance: the first unit that does. */
async function chooseUnitWithInstructions(): Promise<void> {
  const form = page.getByRole('form', { name: '登记访客' });
  for (const code of [
    'A-0205',
    'A-0402',
    'A-1005',
    'A-1201',
    'A-1202',
    'A-1203',
    'A-1205',
    'A-1206',
    'A-2301',
  ]) {
    await field(page, '单元').fill(code);
    await page.keyboard.press('Enter');
    await expect(form.getByRole('listitem')).toHaveText(new RegExp(code));
    if (await form.getByText(/^业户要求/).isVisible()) return;
    await form.getByRole('listitem').locator('button').click();
    await expect(form.getByRole('listitem')).toHaveCount(0);
  }
  throw new Error('no unit of the sample has standing instructions');
}

test('F1 in the box lists the keys, and the list never covers the field; axe finds nothing in either language', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator('#find-or-scan').focus();
      await page.keyboard.press('F1');
      const keys = page.getByRole('region', { name: /^(按键与查找方式|Keys and what can be typed)$/ });
      await expect(keys).toContainText('Ctrl+Shift+E');
      await expect(keys).toContainText('Alt+B');
      expect(await axeFaults(page)).toEqual([]);
      await page.locator('#find-or-scan').fill('li');
      await expect(keys).toBeHidden();
      const answers = page.getByRole('listbox', { name: /^(查找结果|What was found)$/ });
      await expect(answers.getByRole('option').first()).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      const [under, over] = [await answers.boundingBox(), await page.locator('#find-or-scan').boundingBox()];
      expect(under?.y ?? 0).toBeGreaterThanOrEqual((over?.y ?? Infinity) + (over?.height ?? 0));
      await page.keyboard.press('Escape');
    }
    if (language === 'zh-CN') await page.getByRole('button', { name: 'English' }).click();
  }
});
