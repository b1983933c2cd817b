// A sheet's words in CSS and in a file's name.
import { expect, test } from 'vitest';
import { SHEET_FILE_NAME } from '../../electron/api/desktop.contract.ts';
import { cssCounters, cssText, sheetFileName } from './sheet-text.ts';

test('a property called like a line of CSS stays a text', () => {
  expect(cssText('"; } body { x: \\')).toBe('"\\"; } body { x: \\\\"');
  expect(cssText('two\nlines')).toBe('"two lines"');
});

test('pages are counted while printing', () => {
  expect(cssCounters('第 {page} 页，共 {pages} 页')).toBe(
    '"第 " counter(page) " 页，共 " counter(pages) " 页"',
  );
});

test.each([
  ['疏散名单', '2026-11-21 14:05', '疏散名单 2026-11-21 1405'],
  ['Paper kit: "lobby" / L1', '2026-11-21 14:05', 'Paper kit lobby L1 2026-11-21 1405'],
  ['x'.repeat(90), '2026-11-21 14:05', 'x'.repeat(80)],
])('a sheet called %j is filed under a name that main takes', (title, time, name) => {
  expect(sheetFileName(title, time)).toBe(name);
  expect(name).toMatch(SHEET_FILE_NAME);
});
