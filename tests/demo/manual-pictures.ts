// The manual's pictures, in both languages: taken in training mode, so that nobody in them is real.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import type { Language } from '../../electron/api/boot.ts';
import { sentencesIn } from '../../renderer/copy/catalogs.ts';
import { launchApp } from '../support/launch-app.ts';
import { takeLendingPictures } from './lending-pictures.ts';

const PIN = '246810';
const SEED = 3;
const TYPING_MS = 45;

/** Takes every picture that the pages of one language show, puts them below `folder`, and answers their names. */
export async function takeManualPictures(folder: string, language: Language): Promise<readonly string[]> {
  const place = join(folder, language);
  await mkdir(place, { recursive: true });
  const taken: string[] = [];
  const desk = await launchApp({ seed: SEED, language });
  const { page } = desk;
  const words = sentencesIn(language);
  /** A sentence of the screen, without its places for values. */
  const say = (noun: string, key: string): string => {
    const sentence = words[noun]?.[key];
    if (sentence === undefined) throw new Error(`no sentence ${noun}:${key}`);
    return sentence.replaceAll(/\s*\{\{\w+\}\}/g, '').trim();
  };
  const keep = async (name: string, what: Locator | Page): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await what.screenshot({ path: join(place, `${name}.png`), animations: 'disabled', caret: 'hide' });
    taken.push(`${name}.png`);
  };
  const button = (name: string): Locator => page.getByRole('button', { name });
  const field = (name: string): Locator => page.getByRole('form').getByLabel(name);

  try {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const card = page.locator('form').filter({ has: page.locator('input[type=password]') });
    await expect(card).toBeVisible({ timeout: 30_000 });
    await keep('sign-in', card);

    await button(say('training', 'title')).click();
    await button(say('training', 'begin')).click();
    await expect(button(say('training', 'leave'))).toBeVisible();
    await signIn('1001');
    await expect(page.getByText(say('shell', 'reader.ready'))).toBeVisible();

    await button(say('training', 'present')).click();
    await page.getByRole('dialog').getByRole('button').first().click();
    const form = page.getByRole('form', { name: say('visitors', 'register') });
    await expect(form).toBeVisible();
    await field(say('visitors', 'host')).pressSequentially('ch', { delay: TYPING_MS });
    await page.keyboard.press('Enter');
    await expect(field(say('visitors', 'host'))).not.toHaveValue('ch');
    // High enough for the whole form.
    await page.setViewportSize({ width: 1366, height: 1200 });
    await form.evaluate((shown) => shown.scrollTo({ top: 0 }));
    await keep('register', form);
    await page.setViewportSize({ width: 1366, height: 768 });
    await form.getByRole('button', { name: say('shell', 'confirm') }).press('Enter');
    const slips = page.getByRole('button', { name: new RegExp(`^${say('training', 'slips')} 1$`) });
    await expect(slips).toBeEnabled();
    await slips.click();
    const slip = page.getByRole('dialog').getByRole('img', { name: '1' });
    await expect(slip).toBeVisible();
    const [, png] = ((await slip.getAttribute('src')) ?? '').split(',');
    await writeFile(join(place, 'pass.png'), Buffer.from(png ?? '', 'base64'));
    taken.push('pass.png');
    await page.keyboard.press('Escape');
    await keep('training', page);

    await page.getByRole('row').nth(1).click();
    await expect(page.getByRole('article')).toBeVisible();
    await keep('visit', page.getByRole('article'));

    await page.keyboard.press('F1');
    await page.keyboard.type('wang', { delay: TYPING_MS });
    await expect(page.getByRole('listbox').getByRole('option').nth(2)).toBeVisible();
    await keep('box', page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Shift+e');
    const sheet = page.getByRole('region', { name: say('evacuation', 'title') });
    await expect(sheet.getByRole('table').first()).toBeVisible();
    await keep('evacuation', sheet);
    await page.keyboard.press('Escape');
    taken.push(...(await takeLendingPictures({ page, folder: place, say, keep })));

    await page.keyboard.press('Control+l');
    await signIn('9001');
    await page.keyboard.press('F12');
    const settings = page.getByRole('region', { name: say('settings', 'title'), exact: true });
    await button(say('settings', 'part.devices')).click();
    await settings.getByLabel(say('settings', 'connection.tcp')).check();
    await keep('devices', settings);
    await button(say('settings', 'part.policies')).click();
    await page.getByText(say('policies', 'policy.idleLock.minutes')).first().click();
    await keep('policies', settings);
  } finally {
    await desk.close();
  }
  return taken;

  async function signIn(number: string): Promise<void> {
    await page.getByLabel(say('people', 'number')).fill(number);
    await page.locator('input[type=password]').fill(PIN);
    await page.keyboard.press('Enter');
    await expect(page.locator('input[type=password]')).toBeHidden();
  }
}
