// One desk for a whole spec: opened and signed in to before its first test; each test goes on where the last one ended.
import type { Locator } from 'playwright';
import { test } from 'playwright/test';
import type { LaunchedApp, LaunchSettings } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';
import { signIn } from './desk-page.ts';

export interface OneDesk extends LaunchedApp {
  /** The quiet line that says what was done. */
  readonly line: Locator;
  /** The visit that is shown beside its list. */
  readonly panel: Locator;
}

export interface OneDeskSettings extends LaunchSettings {
  /** Who signs in with the sample's PIN; else the receptionist. */
  readonly staff?: string;
}

/** To be called once, at the top of a spec; the desk is handed over before the first test and closed after the last. */
export function oneDesk({ staff, ...settings }: OneDeskSettings, opened: (desk: OneDesk) => void): void {
  let app: LaunchedApp;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    app = await launchApp(settings);
    const { page } = app;
    opened({
      ...app,
      line: page.getByRole('status', { name: '提示' }),
      panel: page.getByRole('article', { name: '来访详情' }),
    });
    await signIn(page, staff);
  });
  test.afterAll(() => app.close());
}
