// Turnstile cards at the desk: put on file by a supervisor, given with a visit, asked for at its end; by keyboard.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field, registerWalkIn, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 12, staff: '2001' }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const views = () => page.getByRole('navigation', { name: '来访名单' });

async function registerWithCard(name: string, card: string | null): Promise<void> {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill(name);
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '姓名').focus();
  await page.getByRole('form').getByRole('radio', { name: '临时卡' }).focus();
  await page.keyboard.press('Space');
  if (card !== null) await field(page, '临时卡号').fill(card);
  await field(page, '临时卡号').press('Enter');
}

test('a supervisor puts a range on file; a range that meets it is refused beside its field', async () => {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: '临时卡' }).click();
  const form = page.getByRole('form', { name: '登记一段卡号' });
  await form.getByLabel('起始卡号').fill('001');
  await form.getByLabel('结束卡号').fill('012');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('status')).toContainText('已登记 12 张临时卡');
  await expect(page.getByText('001 至 012，共 12 张')).toBeVisible();
  await form.getByLabel('起始卡号').fill('10');
  await form.getByLabel('结束卡号').fill('20');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('起始卡号')).toHaveAccessibleDescription(/与在册卡号重复/);
  await expect(form.getByLabel('起始卡号')).toBeFocused();
  await page.keyboard.press('F2');
});

test('a walk-in’s whole form is seen on a small screen in both languages, and a hint moves no field', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Alt+n');
  const form = page.getByRole('form');
  const hidden = () =>
    form.evaluate(({ firstElementChild: fields }) => fields && fields.scrollHeight - fields.clientHeight);
  await expect(form.getByRole('radio', { name: '临时卡' })).toBeVisible();
  expect(await hidden()).toBe(0);
  const before = await field(page, '电话').boundingBox();
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '姓名').focus();
  await expect(form.getByText('不在名册中')).toBeVisible();
  expect(await field(page, '电话').boundingBox()).toEqual(before);
  await field(page, '被访人').fill('');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(form.getByRole('radio', { name: 'Turnstile card' })).toBeVisible();
  expect(await hidden()).toBe(0);
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await field(page, '姓名').press('Escape');
  // While the quiet line says what was done, the form is seen whole all the same.
  await registerWalkIn(page, '常在目');
  await page.keyboard.press('Alt+n');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(form.getByRole('radio', { name: 'Turnstile card' })).toBeVisible();
  expect(await hidden()).toBe(0);
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await field(page, '姓名').press('Escape');
});

test('the next free card stands in the form; one that is out is refused, and its visit is one key away', async () => {
  await registerWithCard('沈持卡', null);
  await expect(line).toContainText(/已登记 V-L1-.* 沈持卡 · 临时卡 001/);
  await expect(row('沈持卡')).toContainText('卡 001');
  await registerWithCard('许持卡', '1');
  await expect(page.getByText(/这张临时卡还在外面（V-L1-/)).toBeVisible();
  await page.getByRole('button', { name: '查看' }).press('Enter');
  await expect(panel.getByRole('heading', { name: '沈持卡', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await field(page, '临时卡号').fill('2');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/许持卡 · 临时卡 002/);
  await expect(row('许持卡')).toContainText('卡 002');
});

test('Alt+O asks whether the card came back: Enter says yes; undo gives it out again', async () => {
  await expect(row('许持卡')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+o');
  await expect(panel.getByText('临时卡 002 收回了吗？')).toBeVisible();
  await expect(panel.getByRole('button', { name: '签离，卡 002 已收回' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已签离 V-L1-.* 许持卡/);
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已恢复在访');
  await expect(row('许持卡')).toContainText('卡 002');
});

test('Alt+O in the open record asks the same, and lets nobody out by itself', async () => {
  await panel.getByRole('button', { name: '历史' }).focus();
  await page.keyboard.press('Alt+o');
  await expect(panel.getByText('临时卡 002 收回了吗？')).toBeVisible();
  await expect(panel.getByRole('button', { name: '签离，卡 002 已收回' })).toBeFocused();
  await expect(panel.getByText('在访', { exact: true })).toBeVisible();
  await expect(line).toContainText('已恢复在访');
});

test('a card that did not come back is listed, found by its number in the box, and taken in later', async () => {
  await panel.getByRole('button', { name: '签离，卡未收回' }).press('Enter');
  await expect(line).toContainText(/已签离 V-L1-.* 许持卡/);
  await views()
    .getByRole('button', { name: /未还临时卡/ })
    .click();
  await expect(row('许持卡')).toContainText('卡 002 未还');
  await page.keyboard.press('Control+k');
  await type(page, '002');
  // Things that are lent wear such numbers too: the visitor is chosen among them.
  await page.getByRole('option').filter({ hasText: '许持卡' }).click();
  await expect(panel.getByRole('heading', { name: '许持卡', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: '收回卡 002' }).press('Enter');
  await expect(line).toContainText(/临时卡已收回 V-L1-.* 许持卡/);
  await expect(page.getByText('没有未还的临时卡。')).toBeVisible();
});

test('the last card of who is on site is lost: another one is given, and the history has all of it', async () => {
  await views().getByRole('button', { name: /在访/ }).click();
  await row('沈持卡').click();
  await panel.getByRole('button', { name: '卡 001 遗失' }).press('Enter');
  await expect(panel.getByText('卡 001 遗失')).toBeVisible();
  await panel.getByRole('button', { name: '发临时卡' }).press('Enter');
  await expect(panel.getByRole('form').getByLabel('临时卡号')).toHaveValue('002');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已发临时卡 V-L1-.* 沈持卡/);
  await panel.getByRole('button', { name: '历史' }).press('Enter');
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('临时卡遗失');
  await page.keyboard.press('Escape');
});
