// The manual's pictures of keys and loans: a form of each half filled, the cabinet, the papers that came out.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';

/** What whoever takes the manual's pictures has at hand: the page, its sentences, and where pictures go. */
export interface PictureDesk {
  readonly page: Page;
  readonly folder: string;
  readonly say: (noun: string, key: string) => string;
  readonly keep: (name: string, what: Locator | Page) => Promise<void>;
}

const TYPING_MS = 45;
/** A key, a thing and people of the sample; they are called so in both languages. */
const KEY = '茶水间';
const THING = 'LY';
const COLLEAGUE = '林晓雨';
const TENANT = '王';

/** Takes them at a training desk with somebody signed in whose first slip has been printed; answers the slips' names. */
export async function takeLendingPictures(desk: PictureDesk): Promise<readonly string[]> {
  const { page, say, keep } = desk;
  const form = page.getByRole('form').and(page.locator(':visible'));

  await page.keyboard.press('F3');
  await page.keyboard.press('Alt+n');
  await choose(form.getByRole('combobox', { name: say('keys', 'key'), exact: true }), KEY);
  await choose(form.getByRole('combobox', { name: say('lending', 'borrower'), exact: true }), COLLEAGUE);
  await keep('key-lend', form);
  await form.getByRole('button', { name: say('shell', 'confirm') }).click();
  await expect(form).toBeHidden();
  await keepPaper('key-slip');
  await page.getByRole('button', { name: say('keys', 'page.cabinet') }).click();
  await expect(page.getByRole('button', { name: say('keys', 'key.in_cabinet') }).first()).toBeVisible();
  await keep('cabinet', page);

  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+n');
  await choose(form.getByRole('combobox', { name: say('loans', 'items'), exact: true }), THING);
  await choose(form.getByRole('combobox', { name: say('lending', 'borrower'), exact: true }), TENANT);
  await keep('loan-lend', form);
  return ['key-slip.png'];

  async function choose(field: Locator, words: string): Promise<void> {
    await field.pressSequentially(words, { delay: TYPING_MS });
    await expect(form.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  /** The last slip of the practice printer. */
  async function keepPaper(name: string): Promise<void> {
    const slips = page.getByRole('button', { name: new RegExp(`^${say('training', 'slips')}`) });
    await expect(slips).toContainText('2');
    await slips.click();
    const paper = page.getByRole('dialog').getByRole('img', { name: '2' });
    const [, png] = ((await paper.getAttribute('src')) ?? '').split(',');
    await writeFile(join(desk.folder, `${name}.png`), Buffer.from(png ?? '', 'base64'));
    await page.keyboard.press('Escape');
  }
}
