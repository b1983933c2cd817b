// The first start of an empty desk: set up by keyboard alone, signed in to, worked at; or the sample property instead.
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { axeFaults } from './axe-faults.ts';
import { backendProcess, field, typeOn } from './desk-page.ts';

const ADMIN_PIN = '472913';

let desk: LaunchedApp;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await launchApp({ sample: false, language: 'zh-CN' });
  page = desk.page;
});
test.afterAll(() => desk.close());

const part = (name: string) => page.getByRole('region', { name, exact: true });

const pin = () => part('管理员').getByLabel('PIN', { exact: true });

test('an empty desk offers the form and the sample property, and the hand is in the first field', async () => {
  await expect(part('项目').getByLabel('中文名称')).toBeFocused();
  await expect(page.getByRole('button', { name: '打开样例项目' })).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const other of ['English', '中文']) {
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: other }).click();
    }
  }
});

test('what is missing is told beside its field, in the language of the moment, and what is typed stays', async () => {
  await part('项目').getByLabel('中文名称').focus();
  await typeOn(page, '云杉大厦');
  await page.keyboard.press('Enter');
  await expect(part('项目').getByLabel('英文名称')).toBeFocused();
  await expect(part('项目').getByLabel('英文名称')).toHaveAccessibleDescription('请填写');
  await expect(part('项目').getByLabel('地址')).toHaveAccessibleDescription('');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(part('Property').getByLabel('English name')).toHaveAccessibleDescription(
    'Please fill this in',
  );
  await expect(part('Property').getByLabel('Chinese name')).toHaveValue('云杉大厦');
  await page.getByRole('button', { name: '中文' }).click();
});

test('the backend dies and comes back under the half typed form, and nothing of it is lost', async () => {
  await part('项目').getByLabel('英文名称').fill('Spruce Tower');
  process.kill(await backendProcess(desk.app), 'SIGKILL');
  await expect(page.getByText('后台已中断，正在重新启动')).toBeVisible();
  await expect(page.getByText('后台已中断，正在重新启动')).toBeHidden();
  await expect(part('项目').getByLabel('中文名称')).toHaveValue('云杉大厦');
  await expect(part('项目').getByLabel('英文名称')).toHaveValue('Spruce Tower');
});

test('hours that run backwards and a PIN that anybody guesses are refused beside their fields', async () => {
  await part('项目').getByLabel('项目代码').fill('ysds');
  await part('服务台').getByLabel('关闭').fill('7:00');
  await part('管理员').getByLabel('员工号').fill('9001');
  await part('管理员').getByLabel('姓名').fill('顾明远');
  await pin().fill('123456');
  await part('管理员').getByLabel('再输一次 PIN').fill('123456');
  await page.keyboard.press('Enter');
  await expect(part('服务台').getByLabel('关闭')).toHaveAccessibleDescription('须晚于开放时间');
  await expect(part('服务台').getByLabel('关闭')).toBeFocused();
  await part('服务台').getByLabel('关闭').fill('22:00');
  await page.keyboard.press('Enter');
  await expect(pin()).toHaveAccessibleDescription(/太容易猜到/);
  await expect(pin()).toBeFocused();
});

test('whoever only wants to look opens the sample property instead', async () => {
  await page.getByRole('button', { name: '打开样例项目' }).click();
  await expect(page.getByText(/^样例项目：员工号 1001/)).toBeVisible();
  await expect(page.getByLabel('员工号')).toHaveValue('');
});

test('an empty desk is set up by the keyboard alone, signed in to, and registers its first visitor', async () => {
  const second = await launchApp({ sample: false, language: 'zh-CN' });
  try {
    page = second.page;
    await expect(part('项目').getByLabel('中文名称')).toBeFocused();
    // The zone stands there already, and so do the desk's names and its code.
    await typeOn(page, '云杉大厦', 'Spruce Tower', 'ysds', '江滨路 1 号', null, null, null, null);
    await page.keyboard.press('ArrowRight');
    await expect(part('服务台').getByLabel('全天不关')).toBeChecked();
    await expect(part('服务台').getByLabel('关闭')).toBeHidden();
    await page.keyboard.press('Tab');
    await typeOn(page, '9001', '顾明远', ADMIN_PIN);
    await page.keyboard.insertText(ADMIN_PIN);
    await page.keyboard.press('Enter');

    await expect(page.getByLabel('员工号')).toHaveValue('9001');
    await expect(page.getByText('云杉大厦')).toBeVisible();
    await expect(page.getByLabel('PIN')).toBeFocused();
    await page.keyboard.insertText(ADMIN_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '最后一步：打印恢复单' })).toBeFocused();
    await page.getByRole('button', { name: '以后再打印' }).press('Enter');
    await expect(page.getByText(/^9001 顾明远 · 管理员$/)).toBeVisible();
    const notices = page.getByRole('button', { name: '数据安全：1 项提醒' });
    await notices.click();
    await expect(page.getByRole('dialog', { name: '数据安全提醒' })).toContainText('恢复单还没有打印');
    await page.keyboard.press('Enter');
    await expect(notices).toBeFocused();

    await page.keyboard.press('Alt+n');
    await expect(field(page, '姓名')).toBeFocused();
    // A desk without turnstile cards is offered none.
    await expect(page.getByRole('form').getByRole('radio', { name: '纸质访客证' })).toBeVisible();
    await expect(page.getByRole('form').getByRole('radio', { name: '临时卡' })).toHaveCount(0);
    await page.keyboard.insertText('温如初');
    await field(page, '被访人').fill('门口的何先生');
    await field(page, '备注').press('Enter');
    const line = page.getByRole('status', { name: '提示' });
    await expect(line).toContainText(/V-L1-\d{6}-0001 温如初/);
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: '临时卡', exact: true }).click();
    await expect(page.getByText('还没有登记临时卡。')).toBeVisible();
    await expect(page.getByText('所有卡都在抽屉里。')).toHaveCount(0);
  } finally {
    await second.close();
  }
});
