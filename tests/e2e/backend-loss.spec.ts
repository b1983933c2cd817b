// The backend is killed under the window: nothing typed is lost, and what was under way happens exactly once.
import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { backendProcess, field } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let app: ElectronApplication;
let page: Page;

oneDesk({ seed: 13 }, (desk) => ({ app, page } = desk));

// The banner stands in the shell and in the sign-in that may lie over it; what counts is the one that is seen.
const lost = () => page.getByText('后台已中断，正在重新启动').filter({ visible: true });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('killed in the middle of a form: the form stays, the same person goes on, the visit is registered', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('温如初');
  await page.getByLabel('备注').fill('带样品');
  process.kill(await backendProcess(app), 'SIGKILL');
  await expect(lost()).toBeVisible();
  await page.getByLabel('被访人').fill('何静');
  await expect(lost()).toBeHidden();
  await expect(field(page, '姓名')).toHaveValue('温如初');
  await expect(page.getByLabel('备注')).toHaveValue('带样品');
  await page.getByLabel('备注').press('Enter');
  await expect(page.getByRole('status', { name: '提示' })).toContainText('温如初');
  await expect(row('温如初')).toHaveCount(1);
});

test('killed while a registration waits for its answer: it is repeated once, and there is one visit', async () => {
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('唐时雨');
  await page.getByLabel('被访人').fill('何静');
  const backend = await backendProcess(app);
  process.kill(backend, 'SIGSTOP');
  await page.getByLabel('备注').press('Enter');
  await expect(page.getByRole('button', { name: '确定' })).toHaveAttribute('data-loading', 'true');
  process.kill(backend, 'SIGKILL');
  await expect(lost()).toBeVisible();
  await expect(page.getByRole('status', { name: '提示' })).toContainText('唐时雨');
  await expect(field(page, '姓名')).toBeHidden();
  await page.getByLabel('查找/扫码').fill('唐时雨');
  await expect(row('唐时雨')).toHaveCount(1);
});

test('five deaths in a minute: the window says what to do, and the button starts the desk again', async () => {
  await page.getByLabel('查找/扫码').fill('');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('叶小满');
  const giveUp = page.getByRole('heading', { name: '后台多次中断，已停止自动重启' });
  const killAndLook = async (): Promise<boolean> => {
    const backend = await backendProcess(app).catch(() => null);
    if (backend !== null) process.kill(backend, 'SIGKILL');
    return giveUp.isVisible();
  };
  await expect.poll(killAndLook, { intervals: [300], timeout: 60_000 }).toBe(true);
  await expect(page.getByText(/填写到一半的内容仍在本窗口中/)).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(field(page, '姓名')).toHaveValue('叶小满');
  await expect(giveUp).toBeHidden();
  await expect(lost()).toBeHidden();
});
