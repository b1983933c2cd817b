// The policies: decided by an admin in the settings, felt at the counter the moment they are saved.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { axeFaults } from './axe-faults.ts';
import { field, PIN } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 21, language: 'zh-CN' }, (desk) => ({ page, line } = desk));

const part = (name: string) =>
  page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name });
const policy = (name: string) =>
  page.getByRole('region', { name: '全部规则' }).getByRole('button', { name, exact: true });
const row = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
const form = (name: string) => page.getByRole('form', { name });
const save = (name: string) => form(name).getByRole('button', { name: '保存' });

async function openPolicies(): Promise<void> {
  await page.keyboard.press('F12');
  await part('规则').click();
  await expect(policy('被访人确认')).toBeVisible();
}

async function newForm(name: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill(name);
  await form('登记访客').getByRole('combobox', { name: '被访人' }).fill('门口的何先生');
  await expect(page.getByText('不在名册中')).toBeVisible();
}

const choose = (purpose: string) => form('登记访客').getByRole('radio', { name: purpose });

test('a receptionist reads who decides, and finds nothing to change', async () => {
  await page.keyboard.press('F12');
  await part('规则').click();
  await expect(page.getByText('规则由管理员制定')).toBeVisible();
  await expect(policy('被访人确认')).toHaveCount(0);
});

test('an admin has every policy with its explanation and the value that acts now', async () => {
  await page.keyboard.press('Control+l');
  await form('员工登录').getByLabel('员工号').fill('9001');
  await form('员工登录').getByLabel('PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await openPolicies();
  await expect(row('最短有效时间')).toContainText('2 小时');
  await expect(row('有效到收岗')).toContainText('全部，送货除外');
  await expect(row('施工、维修有效天数')).toContainText('3 天');
  await expect(policy('无人操作后锁屏')).toHaveAccessibleDescription(/隐藏姓名/);
});

test('what is wrong stands beside its field; what is half typed stays while others are looked at', async () => {
  await policy('无人操作后锁屏').press('Enter');
  const minutes = form('无人操作后锁屏').getByLabel('分钟');
  await expect(minutes).toBeFocused();
  await minutes.fill('99');
  await page.keyboard.press('Enter');
  await expect(minutes).toHaveAccessibleDescription(/须为 1 至 30/);
  await expect(minutes).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(policy('无人操作后锁屏')).toBeFocused();
  await expect(row('无人操作后锁屏')).toContainText('未保存');
  await page.keyboard.press('Enter');
  await expect(minutes).toHaveValue('99');
  await minutes.fill('5');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已保存：无人操作后锁屏');
  await expect(policy('无人操作后锁屏')).toBeFocused();
  await expect(row('无人操作后锁屏')).toContainText(/5 分钟.*已改/);
});

test('who changed it and when stands beside it, and the default is one button away', async () => {
  await policy('补录期限').click();
  await form('补录期限').getByLabel('天').fill('2');
  await save('补录期限').click();
  await expect(row('补录期限')).toContainText(/2 天.*已改/);
  await policy('补录期限').click();
  await expect(form('补录期限')).toContainText(/默认：7 天.*9001 .* 于 .* 更改/);
  await form('补录期限').getByRole('button', { name: '恢复默认' }).click();
  await expect(line).toContainText('已恢复默认：补录期限');
  await expect(row('补录期限')).toContainText('7 天');
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已改回：补录期限');
  await expect(row('补录期限')).toContainText('2 天');
  await policy('补录期限').click();
  await expect(form('补录期限').getByRole('listitem')).toHaveCount(3);
});

test('a host who has to be asked: the form asks, refuses without, and the visit keeps the answer', async () => {
  await policy('被访人确认').click();
  await form('被访人确认').getByLabel('拜访').selectOption('required');
  await save('被访人确认').click();
  await expect(row('被访人确认')).toContainText('不问；拜访 必须');
  await newForm('严一试');
  await page.keyboard.press('Enter');
  const confirmation = form('登记访客').getByRole('group', { name: '被访人确认' });
  await expect(confirmation).toHaveAccessibleDescription(/须先经被访人确认/);
  await expect(confirmation.getByRole('radio', { name: '电话' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('严一试');
  await page.getByRole('row').filter({ hasText: '严一试' }).click();
  const panel = page.getByRole('article', { name: '来访详情' });
  await expect(panel).toContainText(/被访人确认\s*电话/);
  await expect(panel).toContainText(/个人信息告知\s*第 1 版/);
  await panel.getByRole('button', { name: '历史' }).click();
  await expect(panel.getByRole('list', { name: '历史记录' })).toContainText('被访人确认: 电话');
  await page.keyboard.press('Escape');
});

test('the validity is filled in by the purpose, may be typed, and is refused beside its field', async () => {
  await newForm('施小工');
  await choose('送货').check();
  const day = field(page, '有效期至');
  const time = field(page, '有效时间');
  await expect(day).not.toHaveValue('');
  const delivery = await day.inputValue();
  await choose('施工').check();
  await expect(day).not.toHaveValue(delivery);
  const works = await day.inputValue();
  expect(Date.parse(works) - Date.parse(delivery)).toBe(2 * 86_400_000);
  await day.fill('2020-01-01');
  await page.keyboard.press('Enter');
  await expect(time).toHaveAccessibleDescription(/须在今后 31 天内/);
  await expect(time).toBeFocused();
  await form('登记访客').getByRole('button', { name: '按规则' }).click();
  await expect(day).toHaveValue(works);
  await field(page, '姓名').press('Enter');
  await expect(line).toContainText('施小工');
  await expect(page.getByRole('row').filter({ hasText: '施小工' })).toContainText(works.slice(5));
});

test('a purpose that needs a document is not vouched for', async () => {
  await openPolicies();
  await policy('证件要求').click();
  await form('证件要求').getByLabel('维修').selectOption('required');
  await save('证件要求').click();
  await expect(row('证件要求')).toContainText('已改');
  await newForm('裴修理');
  await choose('维修').check();
  await expect(page.getByText('不能由被访人接领代替')).toBeVisible();
  await field(page, '姓名').press('Enter');
  await expect(field(page, '证件号码')).toHaveAccessibleDescription(/须登记证件号码/);
  await expect(field(page, '证件号码')).toBeFocused();
  await page.keyboard.press('Escape');
});

test('the notice has both languages and a version, and keeps what it said before', async () => {
  await openPolicies();
  await policy('个人信息处理告知').click();
  const notice = form('个人信息处理告知');
  await notice.getByLabel('英文').fill('');
  await save('个人信息处理告知').click();
  await expect(notice.getByLabel('英文')).toHaveAccessibleDescription(/请填写/);
  await notice.getByLabel('英文').fill('Welcome to {property}.');
  await save('个人信息处理告知').click();
  await expect(row('个人信息处理告知')).toContainText('第 2 版');
});

test('the screen is clean in both languages, light and dark', async () => {
  await policy('最短有效时间').click();
  await form('最短有效时间').getByLabel('施工').fill('77');
  await save('最短有效时间').click();
  await expect(form('最短有效时间').getByLabel('施工')).toHaveAccessibleDescription(/须为/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [to, title] of [
      ['English', 'Settings'],
      ['中文', '设置'],
    ] as const) {
      await page.getByRole('button', { name: to, exact: true }).click();
      await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
      expect(await axeFaults(page), `${to} ${colorScheme}`).toEqual([]);
    }
  }
});

test('names are hidden after as many minutes as the admin decided', async () => {
  await page.clock.install();
  await page.keyboard.press('F2');
  await page.clock.fastForward('03:01');
  await expect(form('员工登录')).toBeHidden();
  await page.clock.fastForward('02:00');
  await expect(form('员工登录')).toBeVisible();
  await page.clock.resume();
});
