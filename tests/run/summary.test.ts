// The closing text of `npm test` ends with one exact line and says how to run a failure again.
import { expect, test } from 'vitest';
import type { Outcome } from './run-stage.ts';
import { stages } from './stages.ts';
import { summary } from './summary.ts';

const [types] = stages();
const unit = stages().find(({ name }) => name === 'unit');
if (!types || !unit) throw new Error('The stages types and unit are gone; choose others here.');

const passed: Outcome = { stage: types, ms: 1200, passed: 1, skipped: 0, failures: [] };
const failed: Outcome = {
  stage: unit,
  ms: 3400,
  passed: 41,
  skipped: 2,
  failures: [{ title: 'a key comes back', file: 'keys.test.ts', message: 'expected 1 to be 2' }],
};

test('the last line adds up all stages, alone on its line', () => {
  const text = summary([passed, failed]);
  expect(text.endsWith('\n42 passed, 1 failed\n')).toBe(true);
});

test('a failure is repeated with its message and how to run it again', () => {
  const text = summary([passed, failed]);
  expect(text).toContain('FAILED unit: a key comes back\n    expected 1 to be 2\n');
  expect(text).toContain('again: npx vitest run --config tests/vitest.config.ts keys.test.ts');
});

test('every stage shows its time and its skipped tests', () => {
  const text = summary([passed, failed]);
  expect(text).toMatch(/^types +1\.2 s +1 passed$/m);
  expect(text).toMatch(/^unit +3\.4 s +41 passed, 1 FAILED, 2 skipped$/m);
});
