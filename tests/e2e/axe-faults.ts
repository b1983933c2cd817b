// What axe finds wrong with a screen as it stands.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';

/** Short enough to read in a failure; it proves by the rules that were passed that axe has looked. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Half way through a change of colours axe reads neither the old nor the new.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  // Axe's newer mode opens a page of its own, which a desk does not have.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
