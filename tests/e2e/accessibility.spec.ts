// Every screen under axe, in both languages, light and dark.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { axeFaults } from './axe-faults.ts';
import { PIN } from './desk-page.ts';

const LOOKS = [
  { language: 'zh-CN', scheme: 'light' },
  { language: 'zh-CN', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const;

async function openForm(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('form')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form').getByRole('textbox').first()).toBeFocused();
}

async function showSuggestions(page: Page): Promise<void> {
  await page.getByRole('form').getByRole('combobox').first().fill('wa');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
}

/** The name of whoever stands first in the list, typed once more. */
async function showSamePerson(page: Page): Promise<void> {
  const name = await page.getByRole('row').nth(1).locator('strong').first().innerText();
  await page.getByRole('form').getByRole('textbox').first().fill(name);
  await expect(page.getByText(/^(可能是同一人|This may be the same person)$/)).toBeVisible();
}

async function showVisit(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('article')).toBeVisible();
}

/** Presses a button in either language and waits for what it opens. */
function press(button: RegExp, role: 'list' | 'form' | 'dialog', opened: RegExp) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole(role, { name: opened })).toBeVisible();
  };
}

async function showUnbuilt(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await expect(page.getByText(/此功能尚未建成|This part is not built yet/)).toBeVisible();
}

/** The list, the form in error with its suggestions, a loan and its history. */
async function showKeys(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByRole('heading', { name: /^(钥匙借用|Keys)$/ })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
}

async function showKeyForm(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  const form = page.getByRole('form', { name: /^(借出钥匙|Lend key)$/ });
  await page.keyboard.press('Enter');
  await form.getByRole('combobox').first().fill('K');
  await expect(form.getByRole('listbox').first().getByRole('option').first()).toBeVisible();
}

async function showReturnForm(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('form', { name: /^(归还钥匙|Return key)$/ })).toBeVisible();
}

async function showKeyLoan(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await expect(page.getByRole('article', { name: /^(借用详情|Key loan)$/ })).toBeVisible();
}

/** What is to be had and who has it; the form in error with a borrower listed; a loan, a type and the money. */
async function showLoans(page: Page): Promise<void> {
  await page.keyboard.press('F7');
  await expect(page.getByRole('heading', { name: /^(公共借用|Loans)$/ })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
}

async function showLendForm(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  const form = page.getByRole('form', { name: /^(借出物品|Lend item)$/ });
  await page.keyboard.press('Enter');
  await form.getByRole('combobox').first().fill('w');
  await expect(form.getByRole('listbox').getByRole('option').first()).toBeVisible();
}

async function showLoan(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await expect(page.getByRole('article', { name: /^(借用详情|Loan)$/ })).toBeVisible();
}

async function showType(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(雨伞|Umbrella)/ }).click();
  await expect(page.getByRole('list', { name: /^(物品清单|All items)$/ })).toBeVisible();
}

async function showTill(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: /^(借用名单|List of loans)$/ })
    .getByRole('button', { name: /^(押金|Deposits)/ })
    .click();
  await page.getByRole('button', { name: /^(现金应有|Cash)/ }).click();
  await expect(page.getByRole('article', { name: /^(现金与上缴|Till)$/ })).toBeVisible();
}

/** Opens a sheet from the rail; an open one closes first. */
function showSheet(button: RegExp, shown: RegExp) {
  return async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(shown)).toBeVisible();
  };
}

async function showEvacuation(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+e');
  await expect(
    page
      .getByRole('region', { name: /^(疏散名单|Evacuation list)$/ })
      .getByRole('table')
      .first(),
  ).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  // The list lies over the notice.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-layer]')).toHaveCount(0);
  await page.keyboard.press('Control+l');
  await expect(signInForm(page)).toBeVisible();
}

function signInForm(page: Page): Locator {
  return page.getByRole('form', { name: /^(员工登录|Staff sign-in)$/ });
}

/** An admin takes over: every part of the settings is open to them. */
async function showStaff(page: Page): Promise<void> {
  await signInForm(page).getByRole('textbox').first().fill('9001');
  await signInForm(page).locator('input[type=password]').fill(PIN);
  await page.keyboard.press('Enter');
  await expect(signInForm(page)).toBeHidden();
  await page.keyboard.press('F12');
  await page.getByRole('row').nth(2).click();
  await expect(page.getByRole('form', { name: /^(顶岗|Lend)/ })).toBeVisible();
}

/** Opens a part of the settings and waits for a control of it. */
function showPart(part: RegExp, role: 'button' | 'form', shown: RegExp) {
  return async (page: Page): Promise<void> => {
    const parts = page.getByRole('navigation', { name: /^(设置分类|Parts of the settings)$/ });
    await parts.getByRole('button', { name: part }).click();
    await expect(page.getByRole(role, { name: shown }).first()).toBeVisible();
  };
}

async function showTenant(page: Page): Promise<void> {
  await showPart(/^(项目与单元|Property and units)$/, 'button', /^(新增业户|Add tenant)/)(page);
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await expect(page.getByRole('form', { name: /^(业户|Tenants?)$/ })).toBeVisible();
}

async function showManual(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(帮助|Help)/ }).click();
  await expect(page.getByRole('region', { name: /^(使用手册|Manual)$/ }).getByRole('article')).toBeVisible();
}

/** Steps through the screens, each from where the last one left off. */
type Walk = readonly (readonly [name: string, go: (page: Page) => Promise<void>])[];

const DESK: Walk = [
  ['form in error', openForm],
  ['suggestions', showSuggestions],
  ['same person', showSamePerson],
  ['visit', showVisit],
  ['history', press(/^(历史|History)$/, 'list', /^(历史记录|History)$/)],
  ['void', press(/^(作废|Void)$/, 'form', /^(作废|Void)$/)],
  ['pre-registration', press(/^(预约登记|Pre-register)$/, 'form', /^(预约登记|Pre-register)$/)],
  ['print jobs', press(/^(打印机|Printer)/, 'dialog', /^(打印任务|Print jobs)$/)],
  ['loans', showLoans],
  ['lending', showLendForm],
  ['loan', showLoan],
  ['what is lent', showType],
  ['deposits and till', showTill],
  ['keys', showKeys],
  ['key form', showKeyForm],
  ['return form', showReturnForm],
  ['key loan', showKeyLoan],
  ['extend', press(/^(延期|Extend)$/, 'form', /^(延期|Extend)$/)],
  ['not built', showUnbuilt],
];

const HOUSE: Walk = [
  ['paper kit', showSheet(/^(纸质应急登记表|Paper kit)$/, /^版本/)],
  ['notice sheet', showSheet(/^(个人信息处理告知|Privacy notice)$/, /^版本/)],
  ['evacuation', showEvacuation],
  ['locked', lock],
  ['staff', showStaff],
  ['tenant', showTenant],
  ['devices', showPart(/^(设备|Devices)$/, 'button', /^(保存|Save)$/)],
  ['turnstile cards', showPart(/^(临时卡|Turnstile cards)$/, 'form', /^(登记一段卡号|Put a range on file)$/)],
  ['policies', showPart(/^(规则|Policies)$/, 'button', /^(被访人确认|Host confirmation)$/)],
  ['data', showPart(/^(数据安全|Data)$/, 'button', /^(立即备份|Back up now)/)],
  ['approvals', press(/^(审批|Approvals)/, 'dialog', /^(审批与补签|Approvals)$/)],
  ['manual', showManual],
];

const WALKS = [
  { walk: 'the registers', screens: DESK },
  { walk: 'sheets, settings and the manual', screens: HOUSE },
] as const;

for (const { language, scheme } of LOOKS) {
  for (const { walk, screens } of WALKS) {
    test(`every screen is clean: ${walk}, ${language}, ${scheme}`, async () => {
      // Axe looks at some twenty whole screens.
      test.setTimeout(240_000);
      const desk: LaunchedApp = await launchApp({ seed: 15, language });
      const { page } = desk;
      // Without motion what is seen is what stays: axe would measure colours half faded in.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      try {
        await page.locator('input[type=password]').waitFor();
        expect(await axeFaults(page), 'sign-in').toEqual([]);
        await page.getByRole('textbox').first().fill('1001');
        await page.locator('input[type=password]').fill(PIN);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('grid')).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
        expect(await axeFaults(page), 'list').toEqual([]);
        for (const [name, go] of screens) {
          await go(page);
          expect(await axeFaults(page), name).toEqual([]);
        }
      } finally {
        await desk.close();
      }
    });
  }
}
