// Property and units kept by the keyboard: a tenant moves in, is visited, and moves out; a building comes in a file.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { axeFaults } from './axe-faults.ts';
import { field, takeOverAs, type, typeOn } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 7, language: 'zh-CN' }, (desk) => ({ page, line } = desk));

const part = (name: string) =>
  page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name });
const tab = (name: string) =>
  page.getByRole('navigation', { name: '项目与单元分类' }).getByRole('button', { name, exact: true });
const grid = (name: string) => page.getByRole('grid', { name });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const form = (name: string) => page.getByRole('form', { name, exact: true });

async function keepAs(number: string): Promise<void> {
  await takeOverAs(page, number);
  await page.keyboard.press('F12');
  await part('项目与单元').click();
}

/** Leaves in the list what the text fits. */
async function filter(text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
}

async function chooseFile(name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('a receptionist looks up whom to call for a tenant, by pinyin, and changes nothing', async () => {
  await page.keyboard.press('F12');
  await part('项目与单元').click();
  await expect(row('在驻').first()).toBeVisible();
  const name = await grid('业户名单').getByRole('row').nth(1).getByRole('gridcell').first().innerText();
  await filter('zzzz');
  await expect(page.getByText('没有符合的记录')).toBeVisible();
  await filter(name);
  await page.keyboard.press('Enter');
  const read = form('业户');
  await expect(read.getByText('您的岗位可查看，不能更改。')).toBeVisible();
  await expect(read.getByLabel('第 1 位电话')).toHaveValue(/\d/);
  await expect(read.getByLabel('第 1 位电话')).not.toBeEditable();
  await expect(page.getByRole('button', { name: /新增业户|保存|办理退租|添加紧急联系人/ })).toHaveCount(0);
  await filter('');
});

test('Enter that is faster than the filter opens who was typed, not who stood first before', async () => {
  const second = grid('业户名单').getByRole('row').nth(2).getByRole('gridcell').first();
  const name = await second.innerText();
  await page.getByRole('searchbox').evaluate((input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  }, name);
  await expect(page.getByRole('heading', { level: 2 })).toContainText(name);
  await page.keyboard.press('Escape');
  await filter('');
});

test('a supervisor puts a tenant on file by keyboard; a name left blank is told beside it', async () => {
  await keepAs('2001');
  await page.keyboard.press('Alt+n');
  const adding = form('新增业户');
  await expect(adding.getByLabel('中文名称')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(adding.getByLabel('中文名称')).toHaveAccessibleDescription('请填写');
  await typeOn(page, '青禾试验设计事务所', 'Qinghe Trial Design', '青禾设计', '021-00000088');
  await adding.getByLabel('业户要求').fill('先致电\n谢绝推销');
  await adding.getByRole('button', { name: '添加紧急联系人' }).click();
  await adding.getByLabel('第 1 位姓名').fill('景试安');
  await adding.getByLabel('第 1 位姓名').press('Enter');
  await expect(adding.getByRole('alert')).toHaveText('姓名和电话都要填');
  await adding.getByLabel('第 1 位电话').fill('14200000088');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已新增 青禾设计');
  await expect(grid('业户名单')).toBeFocused();
  await expect(row('青禾试验设计事务所')).toContainText('在驻');
});

test('a form half typed waits while another tenant is looked at', async () => {
  await page.keyboard.press('Alt+n');
  await form('新增业户').getByLabel('中文名称').fill('半途而止');
  await row('青禾试验设计事务所').click();
  await expect(form('业户').getByLabel('简称')).toHaveValue('青禾设计');
  await page.keyboard.press('Alt+n');
  await expect(form('新增业户').getByLabel('中文名称')).toHaveValue('半途而止');
  await page.keyboard.press('Escape');
  await expect(form('新增业户')).toHaveCount(0);
});

test('a supervisor reads units and changes none', async () => {
  await tab('单元').click();
  await expect(row('A-0101')).toBeVisible();
  await row('A-0101').click();
  await expect(page.getByText('您的岗位可查看，不能更改。')).toBeVisible();
  await expect(form('单元').getByLabel('编号')).not.toBeEditable();
  await expect(form('单元').getByRole('button', { name: '保存' })).toHaveCount(0);
  await expect(tab('服务台')).toHaveCount(0);
});

test('an admin gives the tenant a unit; a code that is taken is told beside it', async () => {
  await keepAs('9001');
  await tab('单元').click();
  await page.keyboard.press('Alt+n');
  const adding = form('新增单元');
  await expect(adding.getByLabel('编号')).toBeFocused();
  await typeOn(page, 'a-0101', 'A', '12', '');
  await adding.getByLabel('业户').fill('不在名册');
  await page.keyboard.press('Enter');
  await expect(adding.getByLabel('业户')).toHaveAccessibleDescription('没有这个业户，请从提示中选择');
  await adding.getByLabel('业户').fill('青禾试验设计事务所');
  await page.keyboard.press('Enter');
  await expect(adding.getByLabel('编号')).toHaveAccessibleDescription('此编号已在使用');
  await expect(adding.getByLabel('编号')).toBeFocused();
  await adding.getByLabel('编号').fill('Q-1201');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已新增 Q-1201');
});

test('filter, arrows and Enter find one unit among hundreds', async () => {
  const box = page.getByRole('searchbox', { name: '按编号、楼层、业户筛选' });
  await box.fill('q-12');
  await expect(page.getByText(/^1 \/ \d+$/)).toBeVisible();
  await box.press('ArrowDown');
  await expect(grid('单元列表')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form('单元').getByLabel('编号')).toHaveValue('Q-1201');
  await expect(form('单元').getByLabel('编号')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
});

test('a contact is put on file and found at once when a visitor asks for them, with what the tenant asked', async () => {
  await tab('联系人').click();
  await page.keyboard.press('Alt+n');
  const adding = form('新增联系人');
  await typeOn(page, '嵇试云', '14200000099', null, '青禾试验设计事务所', 'Q-1201');
  await adding.getByLabel('借用钥匙').check();
  await adding.getByRole('button', { name: '新增联系人' }).click();
  await expect(line).toContainText('已新增 嵇试云');
  await filter('jsy');
  await expect(row('嵇试云')).toBeVisible();
  const reading = form('联系人').getByLabel('拼音更正');
  await expect(reading).toHaveAccessibleDescription(/现在读作 ji shi yun/);
  await reading.fill('溪试云');
  await reading.press('Enter');
  await expect(reading).toHaveAccessibleDescription('用拼音字母填写，字间空一格');
  await reading.fill('xi shi yun');
  await reading.press('Enter');
  await expect(line).toContainText('已保存 嵇试云');
  await filter('xishi');
  await expect(row('嵇试云')).toBeVisible();
  await filter('');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('访试客');
  await page.keyboard.press('Tab');
  await type(page, 'xishiy');
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).toHaveValue('嵇试云');
  await expect(page.getByRole('alert').filter({ hasText: '谢绝推销' })).toBeVisible();
});

test('instructions that change while the form is open change in the form', async () => {
  await page.keyboard.press('F12');
  await tab('业户').click();
  await filter('青禾试验');
  await row('青禾试验设计事务所').click();
  await form('业户').getByLabel('业户要求').fill('贵宾直接送上');
  await page.keyboard.press('Control+Enter');
  await expect(line).toContainText('已保存 青禾设计');
  await page.keyboard.press('F2');
  await expect(page.getByRole('alert').filter({ hasText: '贵宾直接送上' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '谢绝推销' })).toHaveCount(0);
  await field(page, '姓名').press('Enter');
  await expect(line).toContainText('访试客');
});

test('the tenant moves out: who is inside is carried with a remark, and hosts are marked from then on', async () => {
  await page.keyboard.press('F12');
  await row('青禾试验设计事务所').click();
  await page.getByRole('button', { name: '办理退租' }).click();
  const list = form('退租清单');
  await expect(list.getByRole('row').filter({ hasText: '访试客' })).toContainText('访客在场');
  await expect(list).toContainText('将腾空单元：Q-1201');
  const remark = list.getByLabel(/的结转说明$/);
  await expect(remark).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remark).toHaveAccessibleDescription('请填写');
  await page.keyboard.insertText('搬场，由物业陪同');
  await list.getByRole('button', { name: '打印清单' }).press('Enter');
  const sheet = page.getByRole('region', { name: '退租清单' });
  await expect(sheet.getByRole('row').filter({ hasText: '访试客' })).toContainText('搬场，由物业陪同');
  await expect(sheet).toContainText('业户签字');
  await page.keyboard.press('Escape');
  await remark.press('Enter');
  await expect(line).toContainText('已办理退租 青禾设计');
  await expect(row('青禾试验设计事务所')).toContainText('已退租');
  await expect(page.getByRole('region', { name: '退租时结转的事项' })).toContainText('搬场，由物业陪同');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+n');
  await field(page, '姓名').fill('迟试来');
  await page.keyboard.press('Tab');
  await type(page, 'jsy');
  await expect(page.getByRole('option').filter({ hasText: '嵇试云' })).toContainText('已退租');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '该业户已退租' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('a spreadsheet with faults is refused cell by cell, mended it comes in, and a second time it says nothing new', async () => {
  await page.keyboard.press('F12');
  await tab('单元').click();
  await page.getByRole('button', { name: '从表格导入' }).click();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeFocused();
  await chooseFile('坏.csv', '单元编号,楼层,业户名称\nW-1,地面,试验甲行\nW-2,2,\n');
  const faults = page.getByRole('table', { name: '错误列表' });
  await expect(faults.getByRole('row').nth(1)).toHaveText('2楼层楼层应为数字，地下如 B1');
  await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0);
  const good = '单元编号,楼层,业户名称,联系人\nW-1,2,试验甲行,时试导\nW-2,2,,\n';
  await chooseFile('好.csv', good);
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeFocused();
  const preview = page.getByRole('table', { name: '导入预览' });
  await expect(preview.getByRole('row').filter({ hasText: '单元' })).toHaveText('单元200');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('导入完成：好.csv');
  await filter('w-');
  await expect(row('W-2')).toContainText('空置');
  await page.getByRole('button', { name: '从表格导入' }).click();
  await chooseFile('好.csv', good);
  await expect(page.getByText('表格内容与现有资料一致，无需导入。')).toBeVisible();
});

test('the template that is downloaded comes in as it is', async () => {
  // Where a download ends is the system's; what is handed over, and under which name, is ours.
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      // As base64, because reading it as text would lose the mark in front.
      const reader = new FileReader();
      reader.onload = () => (dataset['saved'] = typeof reader.result === 'string' ? reader.result : '');
      if (blob instanceof Blob) reader.readAsDataURL(blob);
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function keep() {
      dataset['savedAs'] = this.download;
    };
  });
  await page.getByRole('button', { name: '下载模板' }).click();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-saved-as', '单元业户导入模板.csv');
  await expect(html).toHaveAttribute('data-saved', /^data:text\/csv;base64,77u/);
  const saved = (await html.getAttribute('data-saved')) ?? '';
  await chooseFile('模板.csv', Buffer.from(saved.slice(saved.indexOf(',') + 1), 'base64').toString());
  await expect(page.getByRole('table', { name: '导入预览' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '选择文件' })).toHaveCount(0);
});

test('the property’s slip header is kept, and a desk in use keeps its code', async () => {
  await tab('项目').click();
  await form('项目资料').getByLabel('小票抬头（中文）').fill('欢迎光临');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已保存 澜庭国际中心');
  await expect(form('项目资料').getByLabel('小票抬头（中文）')).toHaveValue('欢迎光临');
  await tab('服务台').click();
  await row('L1').first().click();
  await expect(form('服务台').getByLabel('代码')).not.toBeEditable();
  await form('服务台').getByLabel('关台').fill('07:00');
  await page.keyboard.press('Enter');
  await expect(form('服务台').getByLabel('关台')).toHaveAccessibleDescription('关台须晚于开台');
  await page.keyboard.press('Escape');
});

test.describe('under axe', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every part is clean in ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const name of ['业户', '单元', '联系人', '服务台', '项目']) {
        await tab(name).click();
        if (name !== '项目') await page.getByRole('grid').getByRole('row').nth(1).click();
        await expect(page.getByRole('form').first()).toBeVisible();
        expect(await axeFaults(page), name).toEqual([]);
      }
    });
  }
});
