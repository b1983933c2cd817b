// Scans against typing, with the gaps that were measured between keydowns in Chromium (devices.md §5).
import { expect, test } from 'vitest';
import { createScanDetector } from './scan-detector.ts';
import type { Keystroke, Verdict } from './scan-detector.ts';

const PASS = '1048202611210429';

function stroke(key: string, at: number, more: Partial<Keystroke> = {}): Keystroke {
  return { key, code: '', shift: false, command: false, at, ...more };
}

/** Sends the characters and then the end key, with these gaps in turn; gives the last verdict. */
function send(text: string, gaps: readonly number[], end = 'Enter', build = stroke): Verdict {
  const detector = createScanDetector();
  let at = 1000;
  let verdict: Verdict = { kind: 'none' };
  for (const [index, key] of [...text, end].entries()) {
    at += index === 0 ? 0 : (gaps[(index - 1) % gaps.length] ?? 0);
    verdict = detector.press(build(key, at));
  }
  return verdict;
}

test('a scanner at each of its speeds is heard, with Enter and with Tab', () => {
  for (const gaps of [
    [1, 3, 2],
    [4, 12, 8],
    [10, 12, 11],
  ]) {
    expect(send(PASS, gaps)).toEqual({ kind: 'scan', text: PASS });
    expect(send(PASS, gaps, 'Tab')).toEqual({ kind: 'scan', text: PASS });
  }
});

test('single slow gaps, as an input method makes them, do not break a scan', () => {
  expect(send(PASS, [8, 8, 43, 8, 8])).toEqual({ kind: 'scan', text: PASS });
});

test('fast typing is typing', () => {
  expect(send(PASS, [31])).toEqual({ kind: 'none' });
  expect(send(PASS, [61])).toEqual({ kind: 'none' });
  expect(send('246810', [120, 90, 80])).toEqual({ kind: 'none' });
});

test('a pause before Enter means that a hand pressed it', () => {
  const detector = createScanDetector();
  [...PASS].forEach((key, index) => detector.press(stroke(key, index * 5)));
  expect(detector.press(stroke('Enter', 16 * 5 + 150))).toEqual({ kind: 'none' });
});

test('fewer than six characters are never a scan', () => {
  expect(send('12345', [2])).toEqual({ kind: 'none' });
  expect(send('123456', [2])).toEqual({ kind: 'scan', text: '123456' });
});

test('what was typed slowly before is not part of the scan, and the scan says when it began', () => {
  const detector = createScanDetector();
  expect(detector.press(stroke('9', 0))).toEqual({ kind: 'began' });
  expect(detector.press(stroke('1', 400))).toEqual({ kind: 'began' });
  [...PASS.slice(1)].forEach((key, index) => {
    expect(detector.press(stroke(key, 405 + index * 5))).toEqual({ kind: 'more' });
  });
  expect(detector.press(stroke('Enter', 485))).toEqual({ kind: 'scan', text: PASS });
});

test('digits are read by their place on the keyboard when an input method hides them', () => {
  const hidden = (key: string, at: number): Keystroke =>
    key === 'Enter'
      ? stroke('Process', at, { code: 'Enter' })
      : stroke('Process', at, { code: Number(key) % 2 ? `Digit${key}` : `Numpad${key}` });
  expect(send(PASS, [8], 'Enter', hidden)).toEqual({ kind: 'scan', text: PASS });
});

test('letters keep their case by the Shift key, which itself is not a character', () => {
  const detector = createScanDetector();
  let at = 0;
  for (const letter of ['KeyV', 'KeyP', 'Digit7', 'KeyK', 'Digit3', 'KeyM']) {
    detector.press(stroke('Shift', (at += 2), { code: 'ShiftLeft', shift: true }));
    detector.press(stroke('Process', (at += 2), { code: letter, shift: letter.startsWith('Key') }));
  }
  expect(detector.press(stroke('Enter', at + 5))).toEqual({ kind: 'scan', text: 'VP7K3M' });
});

test('a command key, a Chinese character or a lost focus ends the run', () => {
  for (const breaks of [stroke('k', 30, { command: true }), stroke('张', 30), stroke('Backspace', 30)]) {
    const detector = createScanDetector();
    [...'104820'].forEach((key, index) => detector.press(stroke(key, index * 5)));
    detector.press(breaks);
    expect(detector.press(stroke('Enter', 35))).toEqual({ kind: 'none' });
  }
  const detector = createScanDetector();
  [...PASS].forEach((key, index) => detector.press(stroke(key, index * 5)));
  detector.drop();
  expect(detector.press(stroke('Enter', 85))).toEqual({ kind: 'none' });
});
