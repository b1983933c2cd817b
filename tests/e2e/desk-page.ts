// What a person does at the desk's window, for the specs: sign in, type, scan, and kill the backend under it.
import { readdir, readFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

export const PIN = '246810';

/** Signs in on the sign-in screen in Chinese, and waits for the list of visits. */
export async function signIn(page: Page, number = '1001'): Promise<void> {
  await page.getByLabel('员工号').fill(number);
  await page.getByLabel('PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
}

/** A field of the form in front, by its name; forms that were put away are not meant. */
export function field(page: Page, name: string): Locator {
  return page.getByRole('form').getByLabel(name);
}

/** Types into what has the focus, as a hand does: slower than any scanner, whatever the machine is doing. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 });
  // A hand that has typed needs longer than this to reach for a scanner.
  await page.waitForTimeout(150);
}

/** Types into the field that has the focus and the ones after it; null leaves a field as it is. */
export async function typeOn(page: Page, ...texts: readonly (string | null)[]): Promise<void> {
  for (const text of texts) {
    if (text !== null) await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
}

/** Gives number and PIN on the sign-in that Ctrl+L lays over the desk; what comes of it is the caller's to see. */
export async function takeOver(page: Page, number: string, pin = PIN): Promise<void> {
  const form = page.getByRole('form', { name: '员工登录' });
  if (!(await form.isVisible())) await page.keyboard.press('Control+l');
  await form.getByLabel('员工号').fill(number);
  await form.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
}

/** Takes over with the sample's PIN, and waits until the status bar says who acts. */
export async function takeOverAs(page: Page, number: string): Promise<void> {
  await takeOver(page, number);
  await expect(page.getByRole('contentinfo').getByText(new RegExp(`^${number} `))).toBeVisible();
}

/** Opens a walk-in's form, fills name and host by the keyboard, confirms, and gives the number of the visit. */
export async function registerWalkIn(page: Page, name: string): Promise<string> {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('wa', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue('wa');
  await page.keyboard.press('Enter');
  const line = page.getByRole('status', { name: '提示' });
  await expect(line).toContainText(name);
  const number = /V-L1-\d{6}-\d{4}/.exec(await line.innerText())?.[0];
  if (!number) throw new Error('the quiet line names no visit');
  return number;
}

/** Process ids below the app's whose command line is the backend's: on the host its bundle, on Electron its service. */
export async function backendProcess(app: ElectronApplication): Promise<number> {
  const parents = new Map<number, number>();
  const backends: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = await readFile(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      const command = await readFile(`/proc/${entry}/cmdline`, 'utf8');
      if (/backend\/index\.js|node\.mojom\.NodeService/.test(command)) backends.push(Number(entry));
    } catch {
      // It has ended since the folder was read.
    }
  }
  const root = app.process().pid;
  const own = backends.filter((pid) => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === root) return true;
    return false;
  });
  const [backend] = own;
  if (backend === undefined) throw new Error('the app has no backend process');
  return backend;
}
