// The visitors' register at the desk: typed, expected, scanned, checked out, reprinted; by keyboard alone.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { scanByKeyboard } from '../support/keyboard-scanner.ts';
import { specDay } from '../support/spec-zone.ts';
import { field, registerWalkIn, takeOverAs, type } from './desk-page.ts';
import { oneDesk } from './one-desk.ts';

let page: Page;
let line: Locator;
let panel: Locator;

oneDesk({ seed: 12 }, (desk) => ({ page, line, panel } = desk));

const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const tab = (name: RegExp) =>
  page.getByRole('navigation', { name: '来访名单' }).getByRole('button', { name });

/** The pass code of a visit, as its panel shows it; without the blanks between the groups. */
async function passCodeOf(name: string): Promise<string> {
  await row(name).click();
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(await panel.innerText())?.[0] ?? '';
  await page.keyboard.press('Escape');
  return code.replaceAll(' ', '');
}

test('a walk-in needs a name, two letters of the host, and Enter; the hand lands on the new row', async () => {
  const number = await registerWalkIn(page, '沈清和');
  await expect(page.getByRole('grid')).toBeFocused();
  await expect(row('沈清和')).toHaveAttribute('aria-selected', 'true');
  await expect(row('沈清和')).toContainText(number);
  await expect(row('沈清和')).toContainText('须陪同');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('被访人接领')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('errors stand beside their fields, and the first one has the focus', async () => {
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toBeFocused();
  await field(page, '姓名').fill('许未晚');
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).toBeFocused();
  await expect(field(page, '被访人')).toHaveAccessibleDescription(/请填写被访人/);
  await expect(field(page, '被访人')).toHaveAttribute('required');
  await field(page, '证件号码').fill('110101199003070020');
  await expect(field(page, '证件类型')).toHaveValue('residentId');
  await expect(field(page, '被访人')).not.toHaveAttribute('required');
  await page.keyboard.press('Enter');
  await expect(field(page, '证件号码')).toHaveAccessibleDescription(/校验位不符/);
  await expect(field(page, '证件号码')).toBeFocused();
  await expect(field(page, '姓名')).toHaveValue('许未晚');
});

test('Esc puts a form away, and it comes back whole', async () => {
  await page.keyboard.press('Escape');
  await expect(field(page, '姓名')).toBeHidden();
  await page.keyboard.press('Alt+z');
  await expect(field(page, '姓名')).toHaveValue('许未晚');
});

test('an Enter that ends a composition confirms nothing', async () => {
  await field(page, '证件类型').selectOption('none');
  await field(page, '姓名').focus();
  const sent = await field(page, '姓名').evaluate((input) => {
    const enter = { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
    return input.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
  });
  expect(sent).toBe(false);
  await expect(page.getByRole('form', { name: '登记访客' })).toBeVisible();
  await field(page, '被访人').fill('门口的何先生');
  await expect(field(page, '被访人')).toHaveAccessibleDescription(/不在名册中/);
  await page.keyboard.press('Enter');
  await expect(line).toContainText('许未晚');
});

test('the same document on site shows the open visit instead of a second one', async () => {
  const number = '110101199003070038';
  for (const name of ['罗知远', '罗知远二']) {
    await page.keyboard.press('Alt+n');
    await field(page, '姓名').fill(name);
    await field(page, '证件号码').fill(number);
    await page.keyboard.press('Enter');
    if (name === '罗知远') await expect(line).toContainText('罗知远');
  }
  await expect(page.getByText(/同一证件的访客已在访：罗知远/)).toBeVisible();
  await expect(page.getByRole('button', { name: '是另一人' })).toBeHidden();
  await page.keyboard.press('Alt+s');
  await expect(panel.getByRole('heading', { name: '罗知远', exact: true })).toBeVisible();
  await expect(panel.getByRole('group', { name: '可办事项' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('check out from the list is one key, and can be undone', async () => {
  await page.getByRole('grid').focus();
  await row('沈清和').click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Alt+o');
  await expect(line).toContainText(/已签离 V-L1-.* 沈清和/);
  await expect(row('沈清和')).toHaveCount(0);
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText(/已恢复在访 V-L1-.* 沈清和/);
  await expect(row('沈清和')).toHaveCount(1);
});

test('a pass scanned while a form is half typed checks out at once and leaves nothing in the field', async () => {
  const code = await passCodeOf('沈清和');
  await page.keyboard.press('Alt+n');
  await field(page, '备注').focus();
  await type(page, 'abc');
  await scanByKeyboard(page, code);
  await expect(line).toContainText(/已签离 V-L1-.* 沈清和/);
  await expect(field(page, '备注')).toHaveValue('abc');
  await scanByKeyboard(page, code);
  await expect(field(page, '备注')).toBeVisible();
});

test('a hand that is moved on in the middle of a scan finds nothing of it in either field', async () => {
  await field(page, '备注').focus();
  await page.evaluate(() => {
    let keys = 0;
    const move = (): void => {
      keys += 1;
      if (keys !== 5) return;
      document.activeElement?.closest('form')?.querySelector<HTMLElement>('[data-field="company"]')?.focus();
      window.removeEventListener('keyup', move);
    };
    window.addEventListener('keyup', move);
  });
  await scanByKeyboard(page, '1234567890');
  await expect(field(page, '公司')).toBeFocused();
  await expect(field(page, '公司')).toHaveValue('');
  await expect(field(page, '备注')).toHaveValue('abc');
  await field(page, '备注').press('Escape');
});

test('a code that nobody was given is refused in words, until the next form opens; what was put away before stays at hand', async () => {
  await page.keyboard.press('Control+k');
  await type(page, '1000000000000009');
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/通行码/);
  await expect(page.getByText('上一步：已取消')).toBeVisible();
  await expect(page.getByRole('button', { name: '放回', exact: true })).toContainText('Alt+Z');
  await page.keyboard.press('Alt+n');
  await expect(field(page, '姓名')).toBeFocused();
  await expect(line).toHaveText(/^已取消/);
  await page.keyboard.press('Escape');
});

test('a pass that is out already says so and when, and leaves the way back of what was done before', async () => {
  await registerWalkIn(page, '宋先离');
  const code = await passCodeOf('宋先离');
  await row('宋先离').click();
  await page.keyboard.press('Alt+o');
  await expect(line).toContainText(/^已签离 V-L1-.* 宋先离/);
  await registerWalkIn(page, '许在后');
  await page.keyboard.press('Control+k');
  await type(page, code);
  await page.keyboard.press('Enter');
  await expect(line).toHaveText(/^此证已签离：V-L1-\d{6}-\d{4} 宋先离，\d\d:\d\d 离开。$/);
  await expect(panel.getByRole('heading', { name: '宋先离', exact: true })).toBeVisible();
  await expect(page.getByText(/^上一步：已登记 V-L1-.* 许在后/)).toBeVisible();
  await page.keyboard.press('Alt+z');
  await expect(line).toContainText(/许在后/);
  await expect(row('许在后')).toHaveCount(0);
});

test('somebody expected arrives by the code: scan, Enter, Enter', async () => {
  await page.getByRole('button', { name: '预约登记' }).click();
  await field(page, '姓名').fill('江晚舟');
  await field(page, '被访人').focus();
  await type(page, 'li');
  await page.keyboard.press('Enter');
  await expect(field(page, '被访人')).not.toHaveValue('li');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('已预约');
  await expect(row('江晚舟')).toContainText('预约');
  const code = await passCodeOf('江晚舟');
  await page.keyboard.press('F3');
  await scanByKeyboard(page, code);
  await expect(panel.getByRole('button', { name: '办理到访' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '姓名')).toHaveValue('江晚舟');
  await expect(field(page, '证件号码')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toContainText(/已登记 V-L1-.* 江晚舟/);
  await expect(row('江晚舟')).toContainText('在访');
});

test('a pass is printed again, and the history says who did what', async () => {
  await row('江晚舟').click();
  await panel.getByRole('button', { name: '补打访客证' }).click();
  await expect(line).toContainText('补打');
  await panel.getByRole('button', { name: '历史' }).click();
  const history = panel.getByRole('list', { name: '历史记录' });
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await expect(history).toContainText('预约');
  await expect(history).toContainText('到访');
  await expect(history).toContainText('补打访客证');
  await expect(history).toContainText('1001');
  await page.keyboard.press('Escape');
});

test('an expected visit is cancelled from its panel', async () => {
  await tab(/^预约/).click();
  const expected = page.getByRole('gridcell', { name: '预约', exact: true });
  await page.getByRole('row').filter({ has: expected }).first().click();
  await panel.getByRole('button', { name: '取消预约' }).click();
  await expect(line).toContainText('已取消预约');
  await expect(panel.getByText('已取消', { exact: true })).toBeVisible();
});

test('what was done stays while forms open, and is gone when other staff take over', async () => {
  await page.keyboard.press('Alt+n');
  await expect(field(page, '姓名')).toBeFocused();
  await expect(line).toContainText('已取消预约');
  await page.keyboard.press('Escape');
  await takeOverAs(page, '1001');
  await expect(line).toContainText('已取消预约');
  await takeOverAs(page, '2001');
  await expect(line).toBeHidden();
  await takeOverAs(page, '1001');
});

test('two half-typed forms that Esc put away are both found again', async () => {
  for (const name of ['收试甲', '收试乙']) {
    await page.keyboard.press('Alt+n');
    await field(page, '姓名').fill(name);
    await page.keyboard.press('Escape');
  }
  const found = page.getByRole('button', { name: /^放回取消的表单/ });
  const inFront = field(page, '姓名').and(page.locator(':visible'));
  await found.click();
  await expect(inFront).toHaveValue('收试乙');
  await found.click();
  await expect(inFront).toHaveValue('收试甲');
});

test('who left days ago is registered again, never put back on site', async () => {
  await tab(/^全部/).click();
  // Longer ago than any pass holds: a row of another day shows its date.
  const longAgo = new RegExp([-10, -11, -12].map((days) => specDay(days).slice(5)).join('|'));
  const old = page.getByRole('row').filter({ hasText: longAgo }).filter({ hasText: '已离开' }).first();
  await page.getByRole('grid').hover();
  await expect(async () => {
    await page.mouse.wheel(0, 2000);
    await expect(old).toBeVisible({ timeout: 500 });
  }).toPass();
  await old.click();
  await expect(panel.getByRole('button', { name: '再次登记' })).toBeVisible();
  await expect(panel.getByRole('button', { name: '恢复在访' })).toBeHidden();
  const name = await panel.getByRole('heading').first().innerText();
  await panel.getByRole('button', { name: '再次登记' }).press('Enter');
  await expect(field(page, '姓名').and(page.locator(':visible'))).toHaveValue(name);
});
