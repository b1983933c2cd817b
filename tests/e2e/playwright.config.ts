// How Playwright runs the whole desk: two spec files at a time, no second try, evidence kept under out/.
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../out/test-results/e2e',
  workers: 2,
  // A test that needs a second try has found something.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
});
