// Above one's role, by the keyboard: approved by phone, by code and in an emergency, signed for, badges, lending.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { specDay } from '../support/spec-zone.ts';
import { axeFaults } from './axe-faults.ts';
import { PIN, registerWalkIn, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

// No language on the command line: whoever signs in brings theirs.
oneDesk({ seed: 23 }, (desk) => ({ page, line, panel } = desk));

const BADGE = '04A1B2C3D4';
const button = (name: string | RegExp) => page.getByRole('button', { name });
const form = (name: string) => page.getByRole('form', { name });
const due = () => page.getByRole('dialog', { name: '审批与补签' });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

/** Opens a tool of the visit that is shown. */
async function open(tool: string): Promise<Locator> {
  await panel.getByRole('button', { name: tool, exact: true }).press('Enter');
  return form(tool);
}

async function show(name: string): Promise<void> {
  await row(name).click();
  await expect(panel.getByRole('heading', { name })).toBeVisible();
}

test('what was approved on the phone before waits for the supervisor, who signs for it', async () => {
  await takeOverAs(page, '2001');
  await button('审批：待补签 1').press('Enter');
  const one = due().getByRole('listitem');
  await expect(one).toContainText('原因：登记到了错误的单元');
  await one.getByRole('button', { name: '补签' }).press('Enter');
  await one.getByLabel('本人PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(due()).toContainText('没有待补签的事项。');
  await page.keyboard.press('Escape');
  await takeOverAs(page, '1001');
});

test('nobody is there: a visit is voided by phone, and what is missing is said beside its field', async () => {
  await registerWalkIn(page, '简从心');
  await show('简从心');
  const tool = await open('作废');
  await expect(tool.getByLabel('原因')).toBeFocused();
  await type(page, '登记到了错误的单元');
  await tool.getByLabel('主管在场').press('ArrowRight');
  await expect(tool.getByLabel('电话')).toBeChecked();
  await expect(tool.getByLabel('紧急')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(tool.getByLabel('主管员工号')).toHaveAccessibleDescription('请填写');
  await expect(tool.getByLabel('主管员工号')).toBeFocused();
  await type(page, '1002');
  await tool.getByLabel('所拨号码').fill('王主管');
  await page.keyboard.press('Enter');
  await expect(tool.getByLabel('所拨号码')).toHaveAccessibleDescription('请填写电话号码');
  await tool.getByLabel('所拨号码').fill('142 0000 0007');
  await page.keyboard.press('Enter');
  await expect(tool.getByLabel('主管员工号')).toHaveAccessibleDescription('此员工无权核准');
  expect(await axeFaults(page), 'approval by phone').toEqual([]);
  await tool.getByLabel('主管员工号').fill('2001');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已作废 V-L1-.* 简从心/);
  await panel.getByRole('button', { name: '历史' }).press('Enter');
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('电话审批：2001 周启明');
  // It is nobody's at this desk to sign for it.
  await expect(button(/^审批/)).toHaveCount(0);
});

test('the supervisor signs for it with the PIN, and the history says so', async () => {
  await takeOverAs(page, '2001');
  await button('审批：待补签 1').press('Enter');
  const one = due().getByRole('listitem');
  await expect(one).toContainText(/作废来访 V-L1-.* 简从心/);
  await expect(one).toContainText(/审批：2001 周启明 · .* 拨打 142 0000 0007/);
  await expect(one).toContainText('原因：登记到了错误的单元');
  expect(await axeFaults(page), 'to be countersigned').toEqual([]);
  await one.getByRole('button', { name: '补签' }).press('Enter');
  await expect(one.getByLabel('本人PIN')).toBeFocused();
  await type(page, '135790');
  await page.keyboard.press('Enter');
  await expect(one.getByLabel('本人PIN')).toHaveAccessibleDescription('员工号或PIN不正确');
  await one.getByLabel('本人PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(due()).toContainText('没有待补签的事项。');
  await expect(button('审批')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(due()).toBeHidden();
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('补签');
});

test('a code made beforehand voids one visit, without a supervisor in the house', async () => {
  await button('审批').press('Enter');
  await due().getByRole('button', { name: '生成一次性码' }).press('Enter');
  const shown = due().getByRole('status');
  await expect(shown).toContainText('仅显示这一次');
  const code = /\d{4} \d{4}/.exec(await shown.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  await takeOverAs(page, '1001');
  await registerWalkIn(page, '梁朝晖');
  await show('梁朝晖');
  const tool = await open('作废');
  await tool.getByLabel('原因').fill('重复登记');
  await tool.getByLabel('一次性码', { exact: true }).press('Space');
  await tool.getByLabel('一次性码（8位）').fill('1234 5678');
  await page.keyboard.press('Enter');
  await expect(tool.getByLabel('一次性码（8位）')).toHaveAccessibleDescription(/此码不正确/);
  await tool.getByLabel('一次性码（8位）').fill(code);
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已作废 V-L1-.* 梁朝晖/);
});

test('in an emergency a document’s number is shown at once, hidden again, and waits for a signature', async () => {
  await page.getByRole('row').filter({ hasText: '在访' }).first().click();
  const masked = panel.getByText(/\d\*{4,}/);
  for (let at = 1; !(await masked.isVisible()); at += 1) {
    await page.getByRole('row').filter({ hasText: '在访' }).nth(at).click();
  }
  const tool = await open('显示证件号码');
  await tool.getByLabel('原因').fill('访客昏倒，急救人员询问身份');
  await tool.getByLabel('紧急').press('Space');
  await expect(tool).toContainText('24小时内由主管补签');
  await tool.getByLabel('见证人').fill('保安 马国栋');
  await page.keyboard.press('Enter');
  const shown = panel.getByRole('region', { name: '证件号码' });
  await expect(shown).toContainText(/[0-9A-Z]{6,}/);
  expect(await axeFaults(page), 'document shown').toEqual([]);
  // Whoever comes next does not see it.
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
  await expect(panel.getByText(/\d\*{4,}/)).toBeVisible();
  await takeOverAs(page, '2001');
  await button('审批：待补签 1').press('Enter');
  const one = due().getByRole('listitem');
  await expect(one).toContainText('见证人：保安 马国栋');
  await one.getByRole('button', { name: '不认可' }).press('Enter');
  await expect(one.getByLabel('说明')).toBeFocused();
  await one.getByLabel('说明').fill('应先联系被访人');
  await one.getByLabel('本人PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(due()).toContainText('没有待补签的事项。');
  await page.keyboard.press('Escape');
});

test('a badge is registered by presenting it in its field, and then it switches staff', async () => {
  await page.keyboard.press('F12');
  await button('陈思敏').press('Enter');
  const tool = form('工卡');
  await tool.getByLabel('卡号').focus();
  await scanByKeyboard(page, BADGE);
  await expect(tool.getByLabel('卡号')).toHaveValue(BADGE);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已登记 1002 陈思敏 的工卡');
  await expect(row('陈思敏')).toContainText('工卡');
  await page.keyboard.press('Control+l');
  await expect(form('员工登录')).toBeVisible();
  await scanByKeyboard(page, '00998877');
  await expect(page.getByRole('alert')).toContainText('这张卡没有登记给任何在职员工');
  await expect(form('员工登录').getByLabel('员工号')).toHaveValue('');
  expect(await axeFaults(page), 'unknown badge').toEqual([]);
  await scanByKeyboard(page, BADGE);
  await expect(page.getByText(/^1002 陈思敏 · 客服员$/)).toBeVisible();
  await expect(form('员工登录')).toBeHidden();
});

test('a PIN that a program types in one go is a PIN, no badge', async () => {
  await page.keyboard.press('Control+l');
  await form('员工登录').getByLabel('员工号').fill('2001');
  await form('员工登录').getByLabel('PIN').focus();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^2001 周启明 · 主管$/)).toBeVisible();
});

test('who belongs to another desk is told so and let in; the window speaks their language', async () => {
  await page.keyboard.press('F12');
  await button('陈思敏').press('Enter');
  await form('更改资料').getByLabel('所属服务台').selectOption({ label: 'L2 客服中心' });
  await form('更改资料').getByLabel('语言').selectOption('en');
  await page.keyboard.press('Tab');
  await form('更改资料').getByRole('button', { name: '保存' }).press('Enter');
  await expect(line).toContainText('已更改 1002 陈思敏');
  await page.keyboard.press('Control+l');
  await expect(form('员工登录')).toBeVisible();
  await scanByKeyboard(page, BADGE);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('You belong to desk L2');
  expect(await axeFaults(page), 'standing in').toEqual([]);
  // What they choose themselves stands, until somebody else signs in.
  await button('中文').press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await takeOverAs(page, '2001');
  await button('审批：待补签 1').press('Enter');
  await expect(due().getByRole('listitem')).toContainText('未安排顶岗在本台当班 1002 陈思敏');
  await page.keyboard.press('Escape');
});

test('lent to this desk they belong here', async () => {
  await page.keyboard.press('F12');
  await button('陈思敏').press('Enter');
  const tool = form('顶岗');
  await tool.getByLabel('顶岗服务台').selectOption({ label: 'L1 大堂' });
  await tool.getByLabel('截止日期').fill('2020-01-01');
  await page.keyboard.press('Enter');
  await expect(tool.getByLabel('截止时间')).toHaveAccessibleDescription('须在今后 31 天内');
  await tool.getByLabel('截止日期').fill(specDay(1));
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已安排 1002 陈思敏 顶岗');
  await expect(row('陈思敏')).toContainText(/顶岗 L1 至/);
  expect(await axeFaults(page), 'staff with badge and lending').toEqual([]);
  await page.keyboard.press('Control+l');
  await scanByKeyboard(page, BADGE);
  await expect(page.getByText(/^1002 陈思敏 · Receptionist$/)).toBeVisible();
  await expect(page.getByText('You belong to desk L2')).toBeHidden();
});
