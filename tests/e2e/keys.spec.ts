// The keys register at the desk: lent by one scan, back by one scan, barred, approved, overdue, in an emergency.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, PIN, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';
import { STILL_OUT } from './key-desk.ts';
import type { HungKey } from './key-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 41 }, (desk) => ({ page, line } = desk));

const row = (text: string) => page.getByRole('row').filter({ hasText: text });
const view = (name: RegExp) =>
  page.getByRole('navigation', { name: '钥匙借用名单' }).getByRole('button', { name });
const loan = () => page.getByRole('article', { name: '借用详情' });
const key = () => page.getByRole('article', { name: '钥匙详情' });
const lendForm = () =>
  page.getByRole('form', { name: '借出钥匙', exact: true }).and(page.locator(':visible'));
const returnForm = () => page.getByRole('form', { name: '归还钥匙', exact: true });
const chosen = () => lendForm().getByRole('list', { name: '已选' });

/** The first of these keys that hangs in the cabinet, found by its name in the box; with the code on its tag. */
async function hung(...names: readonly string[]): Promise<HungKey> {
  for (const name of names) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找/扫码' }).fill(name);
    const options = page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
    const hit = options.filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}$`) }) });
    await expect(hit).toBeVisible();
    if (!(await hit.innerText()).includes('在柜')) continue;
    await hit.click();
    await expect(key().getByRole('heading', { name, exact: true })).toBeVisible();
    const tag = /\d{4} \d{4} \d{4} \d{4}/.exec(await key().innerText())?.[0] ?? '';
    await page.keyboard.press('Escape');
    await expect(key()).toBeHidden();
    return { name, tag: tag.replaceAll(' ', '') };
  }
  throw new Error('none of these keys hangs in the cabinet');
}

/** On floors whose keys hang in the lobby, and whose numbers begin no tag. */
const onFloors = (room: string, floors = [18, 19, 20, 22]): string[] =>
  floors.map((floor) => `${floor} 层${room}`);

/** Units that stand empty, by the keys that the box finds for them. */
async function vacantRooms(): Promise<string[]> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找/扫码' }).fill('大门');
  const options = page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
  await expect(options.filter({ hasText: '全套' }).first()).toBeVisible();
  const names = await options.locator('strong').allInnerTexts();
  await page.keyboard.press('Escape');
  return names.flatMap((name) => /^A-\d{4}(?= )/.exec(name)?.[0] ?? []);
}

/** The tail of the phone of somebody who has borrowed before and holds nothing overdue. */
async function chooseBorrower(): Promise<void> {
  await expect(lendForm().getByLabel('借用人')).toBeFocused();
  await type(page, '7788');
  await expect(lendForm().getByRole('status')).toContainText('季新来');
}

/** One scan from wherever one is, the borrower, Enter. */
async function lend(tag: string): Promise<string> {
  await scanByKeyboard(page, tag);
  await chooseBorrower();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-\d{6}-\d{4}/);
  return /K-L1-\d{6}-\d{4}/.exec(await line.innerText())?.[0] ?? '';
}

async function approveOnTheSpot(): Promise<void> {
  await field(page, '原因').fill('电梯机房抢修');
  await field(page, '主管员工号').fill('2001');
  await field(page, '主管PIN').fill(PIN);
  await page.keyboard.press('Enter');
}

test('somebody who is on no file borrows with name and phone, and is found by the phone the next time', async () => {
  const [first, second] = [
    await hung(...onFloors('水表间')),
    await hung(...onFloors('水表间', [23, 24, 26, 27])),
  ];
  await scanByKeyboard(page, first.tag);
  await expect(lendForm().getByLabel('借用人')).toBeFocused();
  await type(page, '季新来');
  await lendForm().getByRole('button', { name: '新借用人' }).click();
  await expect(field(page, '姓名')).toHaveValue('季新来');
  await expect(field(page, '电话')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '电话')).toHaveAccessibleDescription('请填写电话');
  await field(page, '电话').fill('13900007788');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-.* 季新来/);
  await scanByKeyboard(page, second.tag);
  await chooseBorrower();
  await page.keyboard.press('Enter');
  await expect(row(second.name)).toContainText('季新来');
});

test('from any page one scan, the borrower and Enter lend a key, and one scan brings it back', async () => {
  const { name, tag } = await hung(...onFloors('茶水间'));
  await page.keyboard.press('F2');
  await scanByKeyboard(page, tag);
  await expect(lendForm().getByLabel('借用人')).toBeFocused();
  // Four digits and Enter, by a hand that does not wait for the answer.
  await page.keyboard.type('7788', { delay: 60 });
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已借出 K-L1-.* 季新来/);
  await expect(page.getByRole('heading', { name: '钥匙借用' })).toBeVisible();
  await expect(row(name)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('F2');
  await scanByKeyboard(page, tag);
  await expect(line).toContainText(/已归还 K-L1-/);
  await expect(line).toContainText(name);
  await expect(page.getByRole('heading', { name: '来访登记' })).toBeVisible();
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText('已撤销归还');
  await page.keyboard.press('F3');
  await expect(row(name)).toContainText(STILL_OUT);
});

test('what is missing stands beside its field, a stray Enter takes nobody, and Esc puts the form away whole', async () => {
  await page.keyboard.press('Alt+n');
  await expect(lendForm().getByLabel('钥匙')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lendForm().getByLabel('钥匙')).toHaveAccessibleDescription('请扫标签或选择钥匙');
  await expect(lendForm().getByLabel('借用人')).toHaveAccessibleDescription(/请选择借用人/);
  await type(page, '清洁间');
  await page.keyboard.press('Enter');
  await expect(chosen().getByRole('listitem')).toHaveCount(1);
  await expect(lendForm().getByLabel('借用人')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lendForm().getByLabel('借用人')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lendForm()).toBeHidden();
  await page.keyboard.press('Alt+z');
  await expect(chosen().getByRole('listitem')).toHaveCount(1);
  await chosen().getByRole('button', { name: /^去掉/ }).click();
  await lendForm().getByLabel('备注').press('Escape');
});

test('several keys go on one loan by scan; a set comes back in part, then whole', async () => {
  const rooms = await vacantRooms();
  const set = await hung(...rooms.map((room) => `${room} 全套`));
  const single = await hung(...rooms.map((room) => `${room} 表箱`));
  await scanByKeyboard(page, set.tag);
  await scanByKeyboard(page, single.tag);
  await scanByKeyboard(page, set.tag);
  await expect(chosen().getByRole('listitem')).toHaveCount(2);
  await expect(lendForm().getByText('看房须有我方人员陪同').first()).toBeVisible();
  await chooseBorrower();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
  await row(set.name).click();
  await loan().getByRole('button', { name: '部分归还' }).click();
  await field(page, set.name).fill('2');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已收回一部分');
  await expect(loan().getByText('已还 2/3 把')).toBeVisible();
  await expect(row(set.name)).toContainText('未还齐');
  await loan().getByRole('button', { name: '全部归还' }).click();
  await expect(line).toContainText('已归还');
  await expect(loan().getByText('已归还').first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the return form takes one tag after the other, undoes each, and enters late what the book has in the cabinet', async () => {
  const [out, inside] = [
    await hung(...onFloors('弱电间')),
    await hung(...onFloors('弱电间', [23, 24, 26, 27])),
  ];
  await lend(out.tag);
  await page.keyboard.press('Alt+r');
  await expect(returnForm().getByLabel('标签或借用单')).toBeFocused();
  await scanByKeyboard(page, out.tag);
  const back = returnForm().getByRole('listitem');
  await expect(back.filter({ hasText: out.name })).toContainText('已归还');
  await scanByKeyboard(page, inside.tag);
  await expect(back.filter({ hasText: inside.name })).toContainText('账上在柜');
  await back.filter({ hasText: out.name }).getByRole('button', { name: '撤销归还' }).click();
  await expect(line).toContainText('已撤销归还');
  await expect(back).toHaveCount(1);
  await back.getByRole('button', { name: '补录借出' }).click();
  await expect(chosen()).toContainText(inside.name);
  await expect(lendForm().getByLabel('现已归还')).toBeChecked();
  await chooseBorrower();
  await lendForm().getByLabel('实际借出时间').fill('00:00');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
  await page.keyboard.press('Escape');
  await view(/^全部/).click();
  await expect(row(inside.name).first()).toContainText('已归还');
  await view(/^在借/).click();
});

test('a tag that nobody put on file is told in words, with the way to look the key up', async () => {
  await scanByKeyboard(page, makeScanCode('keyTag', '0000000000001'));
  await expect(line).toContainText('没有登记过这个标签');
  await page.keyboard.press('Alt+z');
  await expect(lendForm().getByLabel('钥匙')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lendForm()).toBeHidden();
});

test('a master key shows what keeps it here, and leaves with an approval', async () => {
  const { name, tag } = await hung('机房总钥匙', '屋面总钥匙');
  await scanByKeyboard(page, tag);
  await chooseBorrower();
  await expect(lendForm().getByRole('alert').filter({ hasText: '按规则不能借出' })).toContainText(
    '总钥匙须经审批',
  );
  await page.keyboard.press('Enter');
  await expect(field(page, '原因')).toBeFocused();
  await expect(field(page, '原因')).toHaveAccessibleDescription('请填写');
  await approveOnTheSpot();
  await expect(line).toContainText('已借出');
  await expect(row(name)).toContainText(STILL_OUT);
});

test('in an emergency a key goes at once, with a reason and a witness', async () => {
  const { name, tag } = await hung('18 层应急物资柜', '22 层应急物资柜');
  await scanByKeyboard(page, tag);
  await chooseBorrower();
  await lendForm().getByRole('radio', { name: '紧急借用' }).check();
  await expect(lendForm().getByText('按规则不能借出')).toBeHidden();
  await field(page, '紧急原因').press('Enter');
  await expect(field(page, '紧急原因')).toHaveAccessibleDescription('请填写');
  await field(page, '紧急原因').fill('12层漏水');
  await field(page, '见证人').fill('安见证');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已借出');
  await expect(row(name)).toContainText('紧急借用');
});

test('what is past its time stands under overdue, is extended in one action, and is printed on A4', async () => {
  await view(/^逾期/).click();
  const name = await row('逾期').first().locator('strong').innerText();
  await page.getByRole('button', { name: '逾期钥匙清单' }).click();
  const sheet = page.getByRole('region', { name: '逾期钥匙清单' });
  await expect(sheet.getByRole('row').filter({ hasText: name })).toContainText('小时');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await row(name).click();
  await loan().getByRole('button', { name: '跟进联系' }).click();
  await page.getByRole('form').getByLabel('答应归还时间', { exact: true }).press('Enter');
  await expect(line).toContainText(/已记录联系 K-L1-\d{6}-\d{4}，下次 (\d\d-\d\d )?\d\d:\d\d 联系 ./);
  await loan().getByRole('button', { name: '跟进联系' }).click();
  await page.getByRole('form', { name: '跟进联系' }).getByRole('radio', { name: '未接' }).check();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已记录联系 .*，都已联系过，已转主管/);
  await expect(loan().getByRole('region', { name: '联系记录' })).toContainText('未接');
  await loan().getByRole('button', { name: '延期' }).click();
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已延期');
  await expect(row(name)).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('a key for good has no due time; what was just entered is taken back, what is older is voided with approval', async () => {
  await view(/^在借/).click();
  const [good, wrong] = [
    await hung(...onFloors('货梯厅')),
    await hung(...onFloors('货梯厅', [23, 24, 26, 27])),
  ];
  await scanByKeyboard(page, good.tag);
  await chooseBorrower();
  await lendForm().getByRole('radio', { name: '领用' }).check();
  await expect(lendForm().getByLabel('应还时间')).toBeHidden();
  await lendForm().getByLabel('备注').press('Enter');
  await expect(line).toContainText('已借出');
  await view(/^领用/).click();
  await expect(row(good.name)).toContainText('领用');
  await row(good.name).click();
  await loan().getByRole('button', { name: '作废' }).click();
  await approveOnTheSpot();
  await expect(line).toContainText('已作废');
  await loan().getByRole('button', { name: '历史' }).click();
  await expect(loan().getByRole('list', { name: '历史记录' })).toContainText('作废');
  await page.keyboard.press('Escape');
  await view(/^在借/).click();
  const number = await lend(wrong.tag);
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText(`已撤销借出 ${number}`);
  await expect(row(number)).toHaveCount(0);
});

test('the paper kit lists the keys that are out', async () => {
  await page.getByRole('button', { name: '纸质应急登记表' }).click();
  const kit = page.getByRole('region', { name: '纸质应急登记表' });
  await expect(kit.getByRole('heading', { name: /^借出钥匙（截至/ })).toBeVisible();
  await expect(kit.getByRole('row').filter({ hasText: /K-L1-/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
});
