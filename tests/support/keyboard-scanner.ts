// A scanner that types as a keyboard: its keys carry their own times, so that a busy machine never tears a scan.
import type { Page } from 'playwright';

/** Well below what a hand types, as wedge scanners are set by their makers. */
const BETWEEN_KEYS_MS = 2;

/** Sends a code and Enter wherever the focus is, as real keys of the window. */
export async function scanByKeyboard(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const strokes = [...code].map(strokeOf).concat(ENTER);
  // The window reads the times, not when the keys reach it; none lies in the future.
  const began = Date.now() - strokes.length * BETWEEN_KEYS_MS;
  const sent = strokes.flatMap((stroke, at) => {
    const timestamp = (began + at * BETWEEN_KEYS_MS) / 1000;
    const { text, ...released } = stroke;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...released, text, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...released, timestamp }),
    ];
  });
  await Promise.all(sent);
  await session.detach();
}

interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly windowsVirtualKeyCode: number;
}

const ENTER: Stroke = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };

/** Of the letters, digits and the hyphen that the codes of a desk are made of. */
function strokeOf(key: string): Stroke {
  if (key === '-') return { key, code: 'Minus', text: key, windowsVirtualKeyCode: 189 };
  const upper = key.toUpperCase();
  if (!/^[0-9A-Z]$/.test(upper)) throw new Error(`the scanner of the specs has no key ${key}`);
  const code = /\d/.test(key) ? `Digit${key}` : `Key${upper}`;
  return { key, code, text: key, windowsVirtualKeyCode: upper.charCodeAt(0) };
}
