// What a hand does at the keys of a desk, for the specs: find a key that hangs, lend it, look at what is shown.
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, type } from './desk-page.ts';

/** A key that is out, whatever the hour: an hour before the desk closes it is due soon. */
export const STILL_OUT = /在借|即将到期/;

export interface HungKey {
  readonly name: string;
  /** The 16 digits on its tag. */
  readonly tag: string;
}

export type KeyHands = ReturnType<typeof keyHands>;

/** The hands at one window; `line` is its quiet line. */
export function keyHands(page: Page, line: Locator) {
  const row = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
  const key = (): Locator => page.getByRole('article', { name: '钥匙详情' });
  const loan = (): Locator => page.getByRole('article', { name: '借用详情' });
  const form = (name: string): Locator =>
    page.getByRole('form', { name, exact: true }).and(page.locator(':visible'));
  const lendForm = (): Locator => form('借出钥匙');
  const options = (): Locator => page.getByRole('listbox', { name: '查找结果' }).getByRole('option');

  async function ask(text: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找/扫码' }).fill(text);
  }

  /** The 16 digits on the tag of the key that is shown. */
  async function tagShown(): Promise<string> {
    return (/\d{4} \d{4} \d{4} \d{4}/.exec(await key().innerText())?.[0] ?? '').replaceAll(' ', '');
  }

  /** The first of these keys that hangs in the cabinet, found by its name in the box. */
  async function hung(...names: readonly string[]): Promise<HungKey> {
    for (const name of names) {
      await ask(name);
      const hit = options().filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}$`) }) });
      await expect(hit.first()).toBeVisible();
      if ((await hit.count()) !== 1 || !(await hit.innerText()).includes('在柜')) continue;
      await hit.click();
      await expect(key().getByRole('heading', { name, exact: true })).toBeVisible();
      const tag = await tagShown();
      await page.keyboard.press('Escape');
      await expect(key()).toBeHidden();
      return { name, tag };
    }
    throw new Error('none of these keys hangs in the cabinet');
  }

  /** Somebody on no file yet, by name and phone. */
  async function newBorrower(name: string, phone: string): Promise<void> {
    await expect(lendForm().getByLabel('借用人')).toBeFocused();
    await type(page, name);
    await lendForm().getByRole('button', { name: '新借用人' }).click();
    await field(page, '电话').fill(phone);
  }

  /** Scans them onto one form, names somebody new, confirms; answers the loan's number. */
  async function lend(
    keys: readonly HungKey[],
    to: { readonly name: string; readonly phone: string },
  ): Promise<string> {
    for (const { tag } of keys) await scanByKeyboard(page, tag);
    await expect(lendForm().getByRole('list', { name: '已选' }).getByRole('listitem')).toHaveCount(
      keys.length,
    );
    await newBorrower(to.name, to.phone);
    await page.keyboard.press('Enter');
    await expect(line).toContainText(new RegExp(`已借出 K-\\w+-\\d{6}-\\d{4}.*${to.name}`));
    return /K-\w+-\d{6}-\d{4}/.exec(await line.innerText())?.[0] ?? '';
  }

  /** The digits on the slip of a loan that stands in the list. */
  async function slipOf(text: string): Promise<string> {
    await row(text).first().click();
    await expect(loan()).toBeVisible();
    const code = /借用单码\s+(\d{4} \d{4} \d{4} \d{4})/.exec(await loan().innerText())?.[1] ?? '';
    await page.keyboard.press('Escape');
    await expect(loan()).toBeHidden();
    return code.replaceAll(' ', '');
  }

  return { row, key, loan, form, lendForm, options, ask, tagShown, hung, newBorrower, lend, slipOf };
}

/** On floors whose keys hang in the lobby, and whose numbers begin no tag. */
export const onFloors = (room: string, floors = [18, 19, 20, 22]): string[] =>
  floors.map((floor) => `${floor} 层${room}`);
