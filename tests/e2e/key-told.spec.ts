// What is taken back and what is told of keys: found by its hook, lost by mistake, brought by somebody else.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { field } from './desk-page.ts';
import { keyHands, onFloors } from './key-desk.ts';
import type { KeyHands } from './key-desk.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let hands: KeyHands;

oneDesk({ seed: 47 }, (desk) => {
  ({ page, line } = desk);
  hands = keyHands(page, line);
});

test('a key is brought by somebody else, and its loan says by whom', async () => {
  const key = await hands.hung(...onFloors('茶水间'));
  const { name } = key;
  const number = await hands.lend([key], { name: '测试甲', phone: '14200001234' });
  await hands.row(number).first().click();
  await hands.loan().getByRole('button', { name: '代还' }).click();
  await field(page, '归还人').fill('测试乙');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(`已归还 ${number} ${name}`);
  await expect(hands.loan()).toContainText('归还人');
  await expect(hands.loan()).toContainText('测试乙');
});

test('reported lost by a slip of the hand, a key is taken back at once and its case is over', async () => {
  const { name } = await hands.hung(...onFloors('茶水间'));
  await hands.ask(name);
  await hands.options().filter({ hasText: name }).first().click();
  await hands.key().getByRole('button', { name: '登记遗失' }).click();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(`已登记遗失 ${name}`);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(line).toContainText(`已撤销登记遗失 ${name}`);
  await expect(hands.key()).toContainText('误报，已撤销');
  await expect(hands.key()).toContainText('在柜');
});

test('a key is found by cabinet and hook, as it is said at the counter', async () => {
  const { name } = await hands.hung(...onFloors('茶水间'));
  await hands.ask(name);
  await hands.options().filter({ hasText: name }).first().click();
  await expect(hands.key()).toContainText(/\w 柜 \d+ 钩/);
  const [, cabinet, hook] = /(\w) 柜 (\d+) 钩/.exec(await hands.key().innerText()) ?? [];
  await hands.ask(`${cabinet} ${hook}`);
  await expect(hands.options().filter({ hasText: name })).toHaveCount(1);
  await page.keyboard.press('Escape');
});
