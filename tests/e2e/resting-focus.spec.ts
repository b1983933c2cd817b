// The hand rests on the list of the page: after signing in, and on each page that one comes to, also the first time.
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { oneDesk } from './one-desk.ts';

let page: Page;

oneDesk({ seed: 3 }, (desk) => ({ page } = desk));

const list = (name: string) => page.getByRole('grid', { name });

test('whoever has signed in walks the list of visits with the arrows at once', async () => {
  await expect(list('来访名单')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '来访详情' })).toBeVisible();
  await page.keyboard.press('Escape');
});

for (const [key, name] of [
  ['F3', '钥匙借用名单'],
  ['F7', '借用名单'],
] as const) {
  test(`${key} leads to a list that has the keys: ${name}`, async () => {
    await page.keyboard.press(key);
    await expect(list(name)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: '借用详情' }).filter({ visible: true })).toBeVisible();
    await page.keyboard.press('Escape');
  });
}
