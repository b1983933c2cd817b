// The loans register at the desk: umbrellas in the rain, things with a deposit, several of a kind, what is broken.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
/** What went out by one scan, and then in the rush. */
let first = '';

oneDesk({ seed: 21 }, (desk) => ({ page, line } = desk));

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly tail: string;
}

const panel = () => page.getByRole('article', { name: '借用详情' });
const row = (text: string) => page.getByRole('row').filter({ hasText: text });
const view = (name: RegExp) =>
  page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name });
const card = (name: string) =>
  page.getByRole('group', { name: '可借物品' }).getByRole('button', { name: new RegExp(`^${name}`) });
const borrower = () => field(page, '借用人').and(page.locator(':visible'));

/** Waits until nobody but the list has the keys: the form is gone. */
async function lent(name: string): Promise<void> {
  await expect(line).toContainText(`已借出`);
  await expect(line).toContainText(name);
}

/** The assets of a type that stand in the panel as here. */
async function assetsHere(name: string): Promise<string[]> {
  await card(name).click();
  const things = page.getByRole('list', { name: '物品清单' });
  await expect(things.getByRole('listitem').first()).toBeVisible();
  const texts = await things
    .getByRole('listitem')
    .filter({ hasText: '可借' })
    .locator('strong')
    .allInnerTexts();
  await page.keyboard.press('Escape');
  return texts;
}

/** So many people whose last four digits name nobody else, as the borrower's field finds them. */
async function peopleByTail(count: number): Promise<Person[]> {
  const people = new Map<string, Person>();
  await page.keyboard.press('Alt+n');
  const options = page.getByRole('listbox', { name: '在册人员' }).getByRole('option');
  for (const surname of '王李张刘陈杨黄赵周吴徐孙马朱胡林') {
    await borrower().fill(surname);
    await expect(options.filter({ hasText: surname }).first()).toBeVisible();
    for (const option of await options.all()) {
      const [name = '', said = ''] = await option.locator('span').allInnerTexts();
      const phone = /\d{11}$/.exec(said)?.[0];
      if (phone) people.set(phone, { name, phone, tail: phone.slice(-4) });
    }
  }
  const known: Person[] = [];
  // Several matches have a hint of their own: only who is chosen stands there by name.
  const chosen = page
    .getByRole('form')
    .getByRole('status')
    .filter({ has: page.locator('strong') });
  for (const person of people.values()) {
    if (known.length === count) break;
    await borrower().fill(person.tail);
    await expect(chosen.or(options.nth(1))).toBeVisible();
    if ((await chosen.count()) === 1) known.push(person);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  return known;
}

test('the page says what is to be had, what is out and what is late', async () => {
  await page.keyboard.press('F7');
  await expect(page.getByRole('heading', { name: '公共借用' })).toBeVisible();
  await expect(card('雨伞')).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await view(/^逾期/).click();
  await expect(row('逾期').first()).toBeVisible();
  await view(/^借出/).click();
});

test('rain mode is one key, puts umbrellas first, and stays on', async () => {
  await page.keyboard.press('Alt+u');
  const rain = page.getByRole('button', { name: /雨天模式/ });
  await expect(rain).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('group', { name: '可借物品' }).getByRole('button').first()).toContainText(
    '雨伞',
  );
  // A window that opens anew finds the rain as it was left.
  await page.reload();
  await takeOverAs(page, '1001');
  await expect(rain).toHaveAttribute('aria-pressed', 'true');
});

test('an umbrella goes out by one scan, four digits and Enter', async () => {
  const [person] = await peopleByTail(1);
  const [asset] = await assetsHere('雨伞');
  if (!person || !asset) throw new Error('the sample has nobody or nothing to lend');
  first = asset;
  let actions = 0;
  const acts = async (deed: Promise<void>): Promise<void> => {
    actions += 1;
    await deed;
  };
  await acts(scanByKeyboard(page, asset));
  await expect(borrower()).toBeFocused();
  for (const digit of person.tail) await acts(type(page, digit));
  await expect(page.getByRole('form').getByRole('status')).toContainText(person.name);
  await acts(page.keyboard.press('Enter'));
  await lent(person.name);
  expect(actions).toBe(1 + 4 + 1);
  await expect(row(asset)).toContainText(person.name);
  await expect(page.getByRole('grid')).toBeFocused();
});

test('thirty umbrellas go out in one rush, each to whoever took it', async () => {
  test.setTimeout(240_000);
  const people = await peopleByTail(30);
  const assets = (await assetsHere('雨伞')).filter((asset) => asset !== first).slice(0, 30);
  expect([people.length, assets.length]).toEqual([30, 30]);
  for (const [index, { tail }] of people.entries()) {
    await scanByKeyboard(page, assets[index] ?? '');
    await expect(borrower()).toBeFocused();
    await expect(borrower()).toHaveValue('');
    await page.keyboard.type(tail, { delay: 60 });
    // The Enter of a hand that does not wait for the answer.
    await page.keyboard.press('Enter');
    await expect(page.getByRole('form')).toBeHidden();
  }
  for (const [index, { name, phone }] of people.entries()) {
    await page.keyboard.press('Control+k');
    await type(page, assets[index] ?? '');
    const option = page
      .getByRole('option')
      .filter({ hasText: assets[index] ?? '' })
      .first();
    await expect(option).toContainText(name);
    await expect(option).toContainText(phone);
    await page.keyboard.press('Escape');
  }
});

test('a scan brings it back at once, the same scan again does nothing, and the way back is one key', async () => {
  const asset = first;
  await scanByKeyboard(page, asset);
  await expect(line).toContainText('已归还');
  await expect(row(asset)).toHaveCount(0);
  await scanByKeyboard(page, asset);
  await expect(page.getByRole('form')).toBeHidden();
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销归还');
  await expect(panel().getByRole('button', { name: '全部归还' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已归还');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('somebody new gives phone and name once, and is found by four digits from then on', async () => {
  await page.keyboard.press('Alt+n');
  await page
    .getByRole('button', { name: /^充电宝/ })
    .last()
    .click();
  await borrower().fill('7315');
  await page.keyboard.press('Enter');
  await expect(field(page, '电话')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '电话')).toHaveAccessibleDescription('电话不完整，请核对');
  await field(page, '电话').fill('13900127315');
  await field(page, '姓名').fill('柳照水');
  await page.keyboard.press('Enter');
  await lent('柳照水');
  await page.keyboard.press('Alt+n');
  await borrower().fill('7315');
  await expect(page.getByRole('form').getByRole('status')).toContainText('柳照水');
  await page.keyboard.press('Escape');
});

test('a whole number is never cut short by whoever its first four digits find', async () => {
  await page.getByRole('button', { name: /^放回取消的表单/ }).click();
  await borrower().fill('');
  await type(page, '73150000000');
  await expect(borrower()).toHaveValue('73150000000');
  await expect(page.getByRole('form').getByRole('status')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('a stroller goes out with a deposit and comes back: one scan, then one Enter pays it out', async () => {
  await scanByKeyboard(page, 'YC-001');
  await expect(borrower()).toBeFocused();
  await type(page, '7315');
  await expect(page.getByRole('form').getByRole('status')).toContainText('柳照水');
  await page.getByRole('radio', { name: '微信' }).check({ force: true });
  await borrower().focus();
  await page.keyboard.press('Enter');
  await expect(field(page, '支付单号')).toBeFocused();
  await expect(field(page, '支付单号')).toHaveAccessibleDescription(/支付单号/);
  await page.getByRole('radio', { name: '现金' }).check({ force: true });
  await borrower().focus();
  await page.keyboard.press('Enter');
  await lent('柳照水');
  await expect(row('YC-001')).toContainText('¥300');
  await page.getByRole('button', { name: '归还物品' }).click();
  await type(page, 'YC-001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '退现金 ¥300' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已退押金 D-L1-.* ¥300/);
  await expect(panel().getByText('已退', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销退款');
});
