// The frame around the registers: signing in, the rail, languages and colours, and that forms survive all of it.
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { field, PIN, signIn, takeOver, takeOverAs } from './desk-page.ts';

let desk: LaunchedApp;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = await launchApp({ seed: 11 });
  page = desk.page;
});
test.afterAll(() => desk.close());

test('a switch of language leaves the hand in the field, or puts it into the first empty one', async () => {
  await page.getByLabel('PIN').focus();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('PIN')).toBeFocused();
  await page.getByRole('button', { name: '中文' }).press('Enter');
  await expect(page.getByLabel('员工号')).toBeFocused();
});

test('a wrong PIN is told beside the field, and the right one opens a shift', async () => {
  await page.getByLabel('员工号').fill('1001');
  await page.getByLabel('PIN').fill('1357');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await expect(page.getByLabel('PIN')).toBeFocused();
  await page.keyboard.type(PIN, { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
  await expect(page.getByText(/^班次 H-L1-/)).toBeVisible();
  await expect(page.getByText('样例数据')).toBeVisible();
});

test('a Western letter with its accent is drawn as one, whatever the Chinese font lacks', async () => {
  await page.evaluate(() => {
    const line = document.createElement('p');
    line.id = 'accents';
    line.append(
      'Wiśniowiecki Żółć',
      Object.assign(document.createElement('b'), { textContent: 'Wiśniowiecki' }),
    );
    document.body.append(line);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#accents' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  await page.evaluate(() => document.querySelector('#accents')?.remove());
  const glyphs = fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0);
  expect(glyphs).toBe('Wiśniowiecki ŻółćWiśniowiecki'.length);
});

test('a half typed form survives the switch of language, and the errors beside its fields follow', async () => {
  await page.keyboard.press('Alt+n');
  await expect(field(page, '姓名')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toHaveAccessibleDescription('请填写');
  await page.getByLabel('公司').fill('云杉科技');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Visitors' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByLabel('Company')).toHaveValue('云杉科技');
  await expect(field(page, 'Name')).toHaveAccessibleDescription('Please fill this in');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByLabel('公司')).toHaveValue('云杉科技');
});

test('every register stands on the rail with its key, and what is not built says so', async () => {
  const rail = page.getByRole('navigation', { name: '登记簿' });
  const names = ['来访', '钥匙', '快递', '报刊', '借用', '交接班', '值班日志', '报表', '设置'];
  await expect(rail.getByRole('link')).toHaveCount(names.length);
  const keys = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10', 'F12'];
  for (const [index, name] of names.entries()) {
    await page.keyboard.press(keys[index] ?? '');
    await expect(rail.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText('此功能尚未建成')).toHaveCount(
      ['来访', '钥匙', '借用', '设置'].includes(name) ? 0 : 1,
    );
  }
  await page.keyboard.press('F2');
  await expect(page.getByLabel('公司')).toHaveValue('云杉科技');
});

test('light and dark are switched at once', async () => {
  await page.getByLabel('外观').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByLabel('外观').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('another member of staff takes over, and the form goes on', async () => {
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('员工号')).toBeFocused();
  await expect(page.getByLabel('公司')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('公司')).toBeVisible();
  await page.keyboard.press('Control+l');
  await signIn(page, '2001');
  await expect(page.getByText(/^2001 .* 主管$/)).toBeVisible();
  await expect(page.getByLabel('公司')).toHaveValue('云杉科技');
  const tabs = page.getByRole('navigation', { name: '打开的表单' }).getByRole('button');
  await expect(tabs).toHaveText([/^登记访客 · ./]);
  await page.keyboard.press('Control+l');
  await signIn(page, '1001');
  await expect(tabs).toHaveText(['登记访客']);
  await page.keyboard.press('Control+l');
  await signIn(page, '2001');
});

test('a desk that is locked, or whose PIN somebody does not know, comes back by a PIN alone', async () => {
  const cancel = page.getByRole('button', { name: '取消', exact: true });
  await takeOver(page, '2001', '1357');
  await expect(page.getByLabel('PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await expect(cancel).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeHidden();
  await takeOverAs(page, '2001');
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '锁定' }).click();
  await expect(cancel).toBeHidden();
  await expect(page.getByLabel('员工号')).toHaveValue('2001');
  await expect(page.getByLabel('PIN')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeHidden();
  await takeOverAs(page, '2001');
  await expect(page.getByLabel('公司')).toHaveValue('云杉科技');
});

test('the box is reached by its keys from anywhere', async () => {
  await page.keyboard.press('F3');
  await page.keyboard.press('Control+k');
  await expect(page.getByLabel('查找/扫码')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('F1');
  await expect(page.getByLabel('查找/扫码')).toBeFocused();
});

test('the evacuation list opens over anything, counts, and goes again', async () => {
  await page.keyboard.press('Control+Shift+e');
  const list = page.getByRole('region', { name: '疏散名单' });
  await expect(list.getByRole('heading', { name: '疏散名单' })).toBeFocused();
  await expect(list.getByText(/在场访客 \d+ 人/)).toBeVisible();
  await list.getByRole('checkbox').first().check();
  await expect(list.getByText(/已清点 1 \//)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(field(page, '公司')).toHaveValue('云杉科技');
});

test('after three idle minutes names are hidden until a PIN is given, and the form is still there', async () => {
  await page.clock.install();
  await page.keyboard.press('F2');
  await page.clock.fastForward('03:01');
  await expect(page.getByLabel('PIN')).toBeFocused();
  await expect(page.getByLabel('员工号')).toHaveValue('2001');
  await expect(page.getByRole('grid')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeHidden();
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('region', { name: '疏散名单' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.resume();
  await page.getByLabel('PIN').fill(PIN);
  await page.getByLabel('PIN').press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(field(page, '公司')).toHaveValue('云杉科技');
});
