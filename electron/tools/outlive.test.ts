// Whoever ends `npm start` ends the desk: what asks the one to end reaches the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const OUTLIVE = new URL('./outlive.mjs', import.meta.url).href;

/** A program that starts another one by `outlive`; both run until they are told to end. */
function startBoth(inner: string) {
  const words = JSON.stringify(['-e', inner]);
  const outer = `import { outlive } from ${JSON.stringify(OUTLIVE)};
    process.exitCode = await outlive(process.execPath, ${words});`;
  return spawn(process.execPath, ['--input-type=module', '-e', outer], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('a signal ends both, and the inner one has its time to close', async () => {
  const both = startBoth(`
    process.on('SIGTERM', () => { console.log('closed in good order'); process.exit(7); });
    setInterval(() => {}, 1000);
    console.log('open');`);
  const said: string[] = [];
  both.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(text.trim());
    if (text.includes('open')) both.kill('SIGTERM');
  });
  const [code] = (await once(both, 'exit')) as [number | null];
  expect({ code, said }).toEqual({ code: 7, said: ['open', 'closed in good order'] });
});

test('what ends by itself hands its code on', async () => {
  const [code] = (await once(startBoth('process.exit(3)'), 'exit')) as [number | null];
  expect(code).toBe(3);
});
