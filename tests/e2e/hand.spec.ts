// Where the hand is, and what stays as it was: small things that cost a desk a wrong entry when they are not so.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { specDay } from '../support/spec-zone.ts';
import { field, takeOver, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 21 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const view = (name: RegExp) =>
  page.getByRole('navigation', { name: '来访名单' }).getByRole('button', { name });
const units = () => page.getByRole('form').getByRole('listitem');
const sheet = () => page.getByRole('region', { name: '疏散名单' });

/** Types into the host's field and takes the first that is suggested with a unit of its own. */
async function chooseHost(text: string): Promise<void> {
  await field(page, '被访人').fill('');
  await field(page, '被访人').focus();
  await type(page, text);
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue(text);
}

test('another host brings another unit, which is shown whole; a unit chosen by hand stays', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('钱九思');
  await chooseHost('wa');
  await expect(units()).toHaveCount(1);
  const first = await units().innerText();
  expect(first).toMatch(/^[A-Z]-\d+ \S/);
  await page.getByRole('combobox', { name: '单元' }).focus();
  await type(page, '1203');
  await page.keyboard.press('Enter');
  await expect(units()).toHaveCount(2);
  await chooseHost('li');
  await expect(units()).toHaveCount(2);
  await expect(units().filter({ hasText: first })).toHaveCount(0);
  await expect(units().filter({ hasText: '1203' })).toHaveCount(1);
  for (const unit of await units().all()) {
    const cut = await unit.locator('.mantine-Pill-label').evaluate((it) => it.scrollWidth > it.clientWidth);
    expect(cut).toBe(false);
  }
});

test('chosen units stand inside their field; Tab goes past their ×, and Backspace takes the last one away', async () => {
  const unit = page.getByRole('combobox', { name: '单元' });
  await expect(unit.locator('..').getByRole('listitem')).toHaveCount(2);
  const last = await units().last().innerText();
  await unit.focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('form').getByRole('radio', { name: '拜访' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(unit).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(units()).toHaveCount(1);
  await expect(units()).not.toHaveText(last);
  await type(page, last.split(' ')[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(units()).toHaveCount(2);
  await page
    .getByRole('form')
    .getByRole('button', { name: `去掉单元 ${last}` })
    .click();
  await expect(units()).toHaveCount(1);
});

test('a form that was covered by the sign-in has the hand in the same field again', async () => {
  await field(page, '公司').focus();
  await type(page, 'ab');
  for (const number of ['2001', '1001']) {
    await page.getByRole('button', { name: '切换员工' }).click();
    await takeOver(page, number);
    await expect(field(page, '公司')).toBeFocused();
  }
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Escape');
  await expect(field(page, '公司')).toBeFocused();
  await type(page, 'c');
  await expect(field(page, '公司')).toHaveValue('abc');
});

test('the manual and a sheet give the hand back to the field, whichever way they were opened', async () => {
  for (const [button, region] of [
    ['帮助', '使用手册'],
    ['纸质应急登记表', '纸质应急登记表'],
    ['疏散名单', '疏散名单'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('region', { name: region })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: region })).toBeHidden();
    await expect(field(page, '公司')).toBeFocused();
  }
});

test('Ctrl+A takes the text of a field, and never paints the window', async () => {
  const painted = () => page.evaluate(() => window.getSelection()?.toString().length);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('云杉');
  await expect(field(page, '公司')).toHaveValue('云杉');
  await page.getByRole('button', { name: '切换员工' }).focus();
  await page.keyboard.press('Control+a');
  expect(await painted()).toBe(0);
  await field(page, '公司').press('Escape');
});

test('F1 in a box that holds text selects it, and lists the keys where it is selected', async () => {
  await page.keyboard.press('F1');
  await type(page, 'wang');
  await page.keyboard.press('F1');
  await type(page, 'li');
  await expect(page.getByLabel('查找/扫码')).toHaveValue('li');
  await page.keyboard.press('F1');
  await page.keyboard.press('F1');
  await expect(page.getByRole('region', { name: '按键' })).toBeVisible();
  await page.keyboard.press('F1');
  await page.keyboard.press('Escape');
});

test('who was announced arrives with their document and end time, has the row, and is taken back to expected', async () => {
  await page.getByRole('button', { name: '预约登记' }).click();
  await field(page, '姓名').fill('马到成');
  await field(page, '证件类型').selectOption('passport');
  await field(page, '证件号码').fill('E12345678');
  await field(page, '结束时间').fill('23:59');
  await field(page, '备注').press('Enter');
  await expect(line).toContainText('已预约');
  await expect(row('马到成')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: '办理到访' }).click();
  await expect(field(page, '证件类型')).toHaveValue('passport');
  await expect(page.getByText(/预约时登记的号码是 E\S+78/)).toBeVisible();
  await expect(field(page, '有效时间')).toHaveValue('23:59');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已登记');
  await expect(view(/^在访/)).toHaveAttribute('aria-current', 'true');
  await expect(row('马到成')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: '马到成' })).toBeVisible();
  await expect(panel.getByText('查验证件')).toBeVisible();
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销到访，恢复为预约');
  await page.keyboard.press('Escape');
  await view(/^预约/).click();
  await expect(row('马到成')).toContainText('预约');
});

test('a line of the paper sheet is entered with the time of leaving, and prints no pass', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('纸上客');
  await field(page, '被访人').fill('门口的何先生');
  await field(page, '补录（稍早已到访）').check();
  await field(page, '实际到访日期').fill(specDay(-1));
  await field(page, '实际到访时间').fill('0915');
  await field(page, '现已离开').check();
  await expect(field(page, '实际离开日期')).toHaveValue(await field(page, '实际到访日期').inputValue());
  await field(page, '实际离开时间').fill('0910');
  await field(page, '备注').press('Enter');
  await expect(field(page, '实际离开时间')).toHaveAccessibleDescription(/须在到访之后/);
  await field(page, '实际离开时间').fill('1020');
  await expect(page.getByRole('form').getByRole('radio', { name: '不发' })).toBeChecked();
  await field(page, '备注').press('Enter');
  await expect(line).toContainText(/已补录 V-L1-.* 纸上客，已离开/);
  await expect(row('纸上客')).toHaveAttribute('aria-selected', 'true');
  await expect(row('纸上客')).toContainText('已离开');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销');
});

test('ticks of a roll-call stay when the list is closed, and Esc at the question closes the question alone', async () => {
  await page.keyboard.press('Control+Shift+e');
  await sheet().getByRole('checkbox').first().check();
  await expect(sheet().getByText(/^已清点 1 \/ \d+/)).toBeVisible();
  await sheet()
    .getByRole('button', { name: /^全部标记撤离/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(sheet().getByRole('alert')).toBeHidden();
  await expect(sheet()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet()).toBeHidden();
  await page.keyboard.press('Control+Shift+e');
  await expect(sheet().getByRole('checkbox').first()).toBeChecked();
  await sheet().getByRole('button', { name: '重新清点' }).click();
  await expect(sheet().getByText(/^已清点 0 \/ \d+/)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('whoever has chosen a list works it at once, by the keys that its foot names', async () => {
  const foot = (text: string) => page.getByRole('main').getByText(text);
  await view(/^超时/).click();
  await view(/^预约/).click();
  await expect(page.getByRole('grid')).toBeFocused();
  await expect(foot('Alt+A 办理到访')).toBeVisible();
  await expect(foot('Alt+O 签离')).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+a');
  await expect(page.getByRole('form', { name: '办理到访' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: '办理到访' })).toContainText('Alt+A');
  await page.keyboard.press('Escape');
  await view(/^全部/).click();
  await expect(foot('Alt+O 签离')).toBeHidden();
  await view(/^在访/).click();
  await expect(foot('Alt+O 签离')).toBeVisible();
});

test('the second of a party takes over host, unit, company and purpose of the one before by one key', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('苏同行');
  await field(page, '公司').fill('远帆设计');
  await page.getByRole('form').getByRole('radio', { name: '会议' }).check();
  await chooseHost('wa');
  const host = await field(page, '被访人').inputValue();
  const unit = await units().innerText();
  await field(page, '备注').press('Enter');
  await expect(line).toContainText('苏同行');
  await page.keyboard.press('Alt+n');
  await type(page, 'su');
  const same = page.getByRole('form').getByRole('button', { name: '同上一位' });
  await expect(same).toHaveAttribute('title', new RegExp(`^上一位：远帆设计 · ${host} · .* · 会议$`));
  await page.keyboard.press('Alt+t');
  await expect(field(page, '姓名')).toBeFocused();
  await expect(field(page, '被访人')).toHaveValue(host);
  await expect(units()).toHaveText(unit);
  await expect(field(page, '公司')).toHaveValue('远帆设计');
  await expect(page.getByRole('form').getByRole('radio', { name: '会议' })).toBeChecked();
  await expect(same).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('su');
});

test('with a unit chosen first, its own people are suggested first', async () => {
  await page.keyboard.press('Alt+n');
  await page.getByRole('combobox', { name: '单元' }).focus();
  await type(page, '1203');
  await page.keyboard.press('Enter');
  const unit = await units().innerText();
  await field(page, '被访人').focus();
  await type(page, 'a');
  const first = page.getByRole('form').getByRole('option').first();
  await expect(first).toContainText(unit.split(' ')[0] ?? '');
  await page.keyboard.press('Escape');
});

test('what a choice opens below the fold is scrolled into sight', async () => {
  await field(page, '补录（稍早已到访）').check();
  await expect(field(page, '纸质登记行号')).toBeInViewport();
  await page.getByRole('form').getByRole('radio', { name: '临时卡' }).check();
  await expect(field(page, '临时卡号')).toBeInViewport({ ratio: 1 });
  await field(page, '备注').press('Escape');
});

test('a sign-out from the panel gives the hand to the list: one more Enter brings nobody back', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('段再按');
  await field(page, '被访人').fill('门口的何先生');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('段再按');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('段再按');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('段再按');
  await page.keyboard.press('Alt+o');
  await expect(line).toContainText('已签离');
  await expect(page.getByRole('grid', { name: '来访名单' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText('段再按');
  await expect(line).toContainText('已签离');
});

test('a unit that is typed and not chosen is asked for, and a host by name alone keeps no unit of the one before', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('安半填');
  await chooseHost('wa');
  await expect(units()).toHaveCount(1);
  await field(page, '被访人').fill('门口的何先生');
  await expect(units()).toHaveCount(0);
  const unit = page.getByRole('form').getByRole('combobox', { name: '单元' });
  await unit.focus();
  await type(page, 'A-06');
  await field(page, '姓名').focus();
  await page.keyboard.press('Enter');
  await expect(unit).toHaveAccessibleDescription(/请从提示中选择单元/);
  await expect(unit).toBeFocused();
  await unit.fill('');
  await field(page, '姓名').focus();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('安半填');
});

test('whom one has met outside stays ticked after a turn at practice, where nobody is', async () => {
  const signInForm = page.getByRole('heading', { name: '员工登录' });
  const first = () => sheet().getByRole('checkbox').first();
  await page.keyboard.press('Control+Shift+e');
  await first().check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '练习模式' }).click();
  await page.getByRole('button', { name: '开始练习' }).click();
  const leave = page.getByRole('button', { name: '离开练习' });
  await expect(leave).toBeVisible({ timeout: 30_000 });
  await expect(signInForm).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Shift+e');
  await expect(first()).not.toBeChecked();
  await page.keyboard.press('Escape');
  await leave.click();
  await expect(leave).toBeHidden({ timeout: 30_000 });
  await expect(signInForm).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Shift+e');
  await expect(first()).toBeChecked();
});
