// The story of the demo: a morning at the desk, worked through the real screens in both languages.
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright';
import { residentCheckCharacter } from '../../electron/backend/shared/document-number.ts';
import {
  SAMPLE_CARDS,
  type PrintedSlip,
  type SimulatedDesk,
} from '../../electron/tools/simulator/simulated-desk.ts';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import type { DemoRecord } from './demo-record.ts';
import { readPrintedCode } from './printed-code.ts';

export interface StoryParts {
  readonly page: Page;
  readonly devices: SimulatedDesk;
  readonly record: DemoRecord;
  /** The slip of this number, 1, 2, …, once it is printed. */
  readonly slip: (count: number) => Promise<PrintedSlip>;
}

const WAIT_MS = 15_000;
/** A person's pace between two keys, well above a scanner's. */
const TYPING_MS = 45;
/** `host`: two letters that begin the names of many hosts, whatever the seed. */
const BY_CARD = { host: 'ch' };
const WALK_IN = { name: '陈若琳', host: 'wa', phone: '14200000001', born: '31019919920615002' };
const ANNOUNCED = { name: 'Eleanor Whitcombe', host: 'zh', company: 'Harrow & Vale LLP' };

export async function tellStory(parts: StoryParts): Promise<void> {
  const { page, devices, record, slip } = parts;
  const { step } = record;
  page.setDefaultTimeout(WAIT_MS);
  const messages = page.getByRole('status', { name: /提示|Messages/ });

  await step('the desk opens and asks who works', async () => {
    await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible({ timeout: 30_000 });
    await shoot('sign-in.zh-CN.light');
  });

  await step('1001 signs in', async () => {
    await page.getByLabel('员工号').pressSequentially('1001', { delay: TYPING_MS });
    await page.keyboard.press('Tab');
    await page.keyboard.type('246810', { delay: TYPING_MS });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row').nth(5)).toBeVisible();
    await expect(page.getByText('读卡器：就绪')).toBeVisible();
    await shoot('on-site.zh-CN.light');
  });

  const [card] = SAMPLE_CARDS;
  await step('a visitor’s ID card is read, the host found by two letters, the pass printed', async () => {
    if (!card) throw new Error('the sample has no card');
    devices.reader.present(card);
    const form = page.getByRole('form', { name: '登记访客' });
    await expect(form.getByLabel('姓名')).toHaveValue(card.name);
    await expect(form.getByLabel('证件号码')).toHaveValue(card.number);
    await chooseHost(form.getByLabel('被访人'), BY_CARD.host);
    await shoot('by-card.zh-CN.light');
    devices.reader.remove();
    await form.getByRole('button', { name: '确定' }).press('Enter');
    await expect(messages).toContainText(card.name);
    await keepPass(1);
    await expect(messages).toContainText('访客证已打印');
    await shoot('registered.zh-CN.light');
  });

  await step('a walk-in is typed and the pass printed', async () => {
    await page.keyboard.press('Alt+n');
    const form = page.getByRole('form', { name: '登记访客' });
    await expect(form.getByLabel('姓名')).toBeFocused();
    await page.keyboard.insertText(WALK_IN.name);
    await page.keyboard.press('Tab');
    await chooseHost(form.getByLabel('被访人'), WALK_IN.host);
    await form.getByRole('radio', { name: '会议' }).press('Space');
    const number = WALK_IN.born + residentCheckCharacter(WALK_IN.born);
    await form.getByLabel('证件号码').pressSequentially(number, { delay: TYPING_MS });
    await form.getByLabel('电话').pressSequentially(WALK_IN.phone, { delay: TYPING_MS });
    await shoot('walk-in.zh-CN.light');
    await page.keyboard.press('Enter');
    await expect(messages).toContainText(WALK_IN.name);
    await keepPass(2);
  });

  await step('the desk goes on in English', async () => {
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Visitors' })).toBeVisible();
    await shoot('on-site.en.light');
  });

  const code = await step('somebody is pre-registered and gets a code', async () => {
    await page.getByRole('button', { name: 'Pre-register' }).press('Enter');
    const form = page.getByRole('form', { name: 'Pre-register' });
    await expect(form.getByLabel('Name')).toBeFocused();
    await page.keyboard.insertText(ANNOUNCED.name);
    await chooseHost(form.getByLabel('Host'), ANNOUNCED.host);
    await form.getByLabel('Company').pressSequentially(ANNOUNCED.company, { delay: TYPING_MS });
    await shoot('expected-form.en.light');
    await form.getByRole('button', { name: 'Confirm' }).press('Enter');
    await expect(messages).toContainText(/(\d{4} ){3}\d{4}/);
    await shoot('expected.en.light');
    return /(?:\d{4} ){3}\d{4}/.exec((await messages.textContent()) ?? '')?.[0].replaceAll(' ', '') ?? '';
  });

  await step('the code is scanned at the desk, the visitor arrives, the pass is printed', async () => {
    await scanByKeyboard(page, code);
    await page.getByRole('button', { name: 'Record arrival' }).press('Enter');
    const form = page.getByRole('form', { name: 'Record arrival' });
    await expect(form.getByLabel('Name')).toHaveValue(ANNOUNCED.name);
    await form.getByLabel('Document type').selectOption({ label: 'Passport' });
    await form.getByLabel('Document number').pressSequentially('X88812345', { delay: TYPING_MS });
    await form.getByLabel('Nationality').pressSequentially('GBR', { delay: TYPING_MS });
    await shoot('arrival.en.light');
    await form.getByRole('button', { name: 'Confirm' }).press('Enter');
    await expect(messages).toContainText(ANNOUNCED.name);
    await keepPass(3);
  });

  await step('the first visitor’s pass is scanned: checked out', async () => {
    const { picture } = await slip(1);
    await scanByKeyboard(page, await readPrintedCode(picture ?? ''));
    await expect(messages).toContainText(/Checked out V-/);
    await expect(messages).toContainText(card?.name ?? '');
  });

  await step('the desk is shown in the dark, in both languages', async () => {
    await page.getByLabel('Appearance').selectOption('dark');
    await page.getByRole('button', { name: /^All/ }).press('Enter');
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'History' }).press('Enter');
    await shoot('history.en.dark');
    await page.getByRole('button', { name: '中文' }).press('Enter');
    await page.getByRole('button', { name: /^预约/ }).first().press('Enter');
    await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
    await shoot('expected.zh-CN.dark');
  });

  async function chooseHost(field: Locator, letters: string): Promise<void> {
    await field.pressSequentially(letters, { delay: TYPING_MS });
    await field.press('Enter');
    await expect(field).not.toHaveValue(letters);
  }

  async function keepPass(count: number): Promise<void> {
    const { picture, job } = await slip(count);
    if (!picture) throw new Error(`slip ${count} cannot be printed: ${job.problem ?? 'no reason'}`);
    record.passes.push(picture);
  }

  async function shoot(name: string): Promise<void> {
    const nth = String(record.screens.length + 1).padStart(2, '0');
    const path = join(record.folder, 'screens', `${nth}-${name}.png`);
    await page.screenshot({ path });
    record.screens.push(path);
  }
}
