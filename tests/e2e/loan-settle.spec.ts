// What was lost is kept for and billed beyond its deposit, found again and given back; and what a till may hand in.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { field, PIN, takeOverAs } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;

oneDesk({ seed: 25, staff: '2001' }, (desk) => ({ page, line } = desk));

const form = (name: string) => page.getByRole('form', { name, exact: true }).and(page.locator(':visible'));
const panel = () => page.getByRole('article', { name: '借用详情' });
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
const lostTab = () =>
  page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: /^遗失/ });

test('what is lost is kept for at its price; what the deposit does not cover is billed', async () => {
  await page.keyboard.press('F7');
  await scanByKeyboard(page, 'YC-001');
  await expect(form('借出物品').getByText('YC-001')).toBeVisible();
  const borrower = form('借出物品').getByLabel('借用人');
  await borrower.fill('13900553001');
  await borrower.press('Enter');
  await form('借出物品').getByLabel('姓名').fill('寒露一');
  await form('借出物品').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已借出');
  await page.getByRole('row').filter({ hasText: '寒露一' }).click();
  await press('登记遗失');
  await form('登记遗失').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已登记遗失');
  await press('退押金');
  await expect(field(page, '抵扣类别')).toHaveValue('loss');
  await expect(field(page, '抵扣事项')).toHaveValue('婴儿车 YC-001');
  await expect(field(page, '金额（元）')).toHaveValue('800');
  await field(page, '金额（元）').fill('380');
  await form('退押金').getByLabel('不足部分 ¥80.00 另开赔偿单').check();
  await form('退押金').getByRole('button', { name: '确认抵扣' }).click();
  await expect(line).toContainText('已全额抵扣');
  await expect(panel()).toContainText('遗失 · 婴儿车 YC-001 · ¥380.00');
  await expect(panel().getByRole('button', { name: '撤销退款' })).toBeVisible();
});

test('the bill is paid at the desk, in parts; a payment typed by mistake is taken back', async () => {
  await press('收赔偿款');
  await expect(field(page, '金额（元）')).toHaveValue('80');
  await page.getByRole('radio', { name: '微信' }).check({ force: true });
  await form('收赔偿款').getByRole('button', { name: '确定' }).click();
  await expect(field(page, '支付单号')).toHaveAccessibleDescription('请填写支付单号');
  await page.getByRole('radio', { name: '现金' }).check({ force: true });
  await field(page, '金额（元）').fill('90');
  await form('收赔偿款').getByRole('button', { name: '确定' }).click();
  await expect(form('收赔偿款')).toContainText('金额最多 ¥80.00');
  await field(page, '金额（元）').fill('50');
  await form('收赔偿款').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/已收赔偿款 D-L1-.* ¥50\.00/);
  await press('撤销收款');
  await expect(line).toContainText('已撤销收款');
  await press('收赔偿款');
  await expect(field(page, '金额（元）')).toHaveValue('80');
  await form('收赔偿款').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/已收赔偿款 D-L1-.* ¥80\.00/);
  await expect(panel()).toContainText('已收赔偿¥80.00');
  await expect(panel().getByRole('button', { name: '收赔偿款' })).toBeHidden();
});

test('the stroller turns up: the line names its loan and the money, and a supervisor lets it go back', async () => {
  const number = /L-L1-\d{6}-\d{4}/.exec(await panel().innerText())?.[0] ?? 'none';
  // The sample has lost one already.
  await expect(lostTab()).toHaveText('遗失2');
  await expect(async () => {
    await scanByKeyboard(page, 'YC-001');
    await expect(line).toContainText(/YC-001 .*遗失/, { timeout: 900 });
  }).toPass();
  await page.keyboard.press('Alt+1');
  await expect(line).toContainText(number);
  await expect(lostTab()).toHaveText('遗失1');
  await expect(line).toContainText(/押金 D-L1-.* 已抵扣的 ¥380\.00 可退回/);
  await takeOverAs(page, '1001');
  await page.keyboard.press('F7');
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: '全部' }).click();
  await page.getByRole('row').filter({ hasText: '寒露一' }).click();
  await press('退回抵扣');
  await form('退回抵扣').getByLabel('主管员工号').fill('2001');
  await form('退回抵扣').getByLabel('主管PIN').fill(PIN);
  await form('退回抵扣').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(/已退回抵扣 D-L1-.*，应退 ¥380\.00/);
  await expect(panel().getByRole('button', { name: '退回抵扣' })).toBeHidden();
});

test('where refunds are signed for, the cash that is owed is paid out against a signature', async () => {
  await takeOverAs(page, '9001');
  await page.keyboard.press('F12');
  await page.getByRole('navigation', { name: '设置分类' }).getByRole('button', { name: '规则' }).click();
  await page.getByRole('region', { name: '全部规则' }).getByRole('button', { name: '屏幕签名' }).click();
  await form('屏幕签名').getByLabel('退还押金').check();
  await form('屏幕签名').getByRole('button', { name: '保存' }).click();
  await expect(line).toContainText('已保存：屏幕签名');
  await takeOverAs(page, '1001');
  await page.keyboard.press('F7');
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: '全部' }).click();
  await page.getByRole('row').filter({ hasText: '寒露一' }).click();
  await press('已退款');
  await form('已退款').getByRole('button', { name: '退现金 ¥380.00' }).click();
  const why = form('已退款').getByLabel('未签原因');
  await expect(why).toHaveAccessibleDescription('请签名，或选未签原因');
  await why.selectOption('对方无法书写');
  await form('已退款').getByRole('button', { name: '退现金 ¥380.00' }).click();
  await expect(line).toContainText(/已退款 D-L1-.* ¥380\.00/);
});

test('a till hands in what is free; what belongs to open receipts goes along only where it is said', async () => {
  await takeOverAs(page, '2001');
  await page.keyboard.press('F7');
  await page.getByRole('navigation', { name: '借用名单' }).getByRole('button', { name: /^押金/ }).click();
  // Whoever looks at a deposit pays none back by a stray Enter.
  await page.getByRole('row').filter({ hasText: 'D-L1-' }).first().click();
  await page.keyboard.press('Enter');
  await expect(panel()).toBeVisible();
  await expect(form('退押金')).toBeHidden();
  await page.getByRole('button', { name: /^现金应有/ }).click();
  const till = page.getByRole('article', { name: '现金与上缴' });
  const free = /可上缴 ¥([\d,.]+)/.exec(await till.innerText())?.[1] ?? 'none';
  await till.getByRole('button', { name: '上缴财务' }).click();
  await expect(form('上缴财务')).toContainText(`可上缴 ¥${free}`);
  await field(page, '金额（元）').fill(String(Number(free.replaceAll(',', '')) + 1));
  await field(page, '财务接收人').fill('财务小钟');
  await form('上缴财务').getByLabel('未签原因').selectOption('对方无法书写');
  await form('上缴财务').getByRole('button', { name: '确定' }).click();
  await expect(form('上缴财务')).toContainText(`金额最多 ¥${free}`);
  await form('上缴财务')
    .getByLabel(/^连同在押与待退的/)
    .check();
  await form('上缴财务').getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText('已上缴');
});
